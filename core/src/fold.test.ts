import fc from 'fast-check';
import { COUNTED_LINKS, initialState, type FoldState } from './fold-state.ts';
import { factsSoFar, fold, type Fact } from './fold.ts';
import type { Judge } from './judge.ts';
import type { Hit } from './verdict.ts';

const noon = Date.UTC(2026, 10, 21, 12);
const minutes = (count: number): number => count * 60_000;
const hours = (count: number): number => minutes(60 * count);

function open(at: number, more: Partial<Hit> = {}): Hit {
  const nobody = { network: null, country: null, city: null, client: 'c', neighbourhood: 'n' };
  return { kind: 'open', at, method: 'GET', headers: {}, ...nobody, own: false, ...more };
}

function click(at: number, position?: number, more: Partial<Hit> = {}): Hit {
  return open(at, { kind: 'click', ...(position === undefined ? {} : { position }), ...more });
}

function foldAll(hits: readonly Hit[], from = initialState()): { state: FoldState; facts: Fact[] } {
  let state = from;
  const facts: Fact[] = [];
  for (const hit of hits) {
    const result = fold(state, hit);
    state = result.state;
    facts.push(...result.facts);
  }
  return { state, facts };
}

const anyHit: fc.Arbitrary<Hit> = fc
  .record({ click: fc.boolean(), at: fc.integer({ min: 0, max: hours(200) }), position: fc.nat(12), own: fc.boolean() })
  .map(({ click: isClick, at, position, own }) =>
    isClick ? click(noon + at, position, { own }) : open(noon + at, { own }),
  );

describe('fold: counts', () => {
  it('starts with nothing', () => {
    const none = { count: 0, firstAt: null, lastAt: null };
    expect(initialState()).toEqual({ opens: none, clicks: none, links: [], openToldAt: null, lastForeignAt: null });
  });

  it('keeps opens and clicks apart, with the times of the first and the last', () => {
    const { state } = foldAll([open(noon + 5), click(noon + 7, 3), open(noon + 9)]);
    expect(state.opens).toEqual({ count: 2, firstAt: noon + 5, lastAt: noon + 9 });
    expect(state.clicks).toEqual({ count: 1, firstAt: noon + 7, lastAt: noon + 7 });
  });

  it('places a hit that comes late by its own time', () => {
    const { state } = foldAll([open(noon + 9), open(noon + 5)]);
    expect(state.opens).toEqual({ count: 2, firstAt: noon + 5, lastAt: noon + 9 });
  });

  it('counts each link by its position, in order', () => {
    const { state } = foldAll([click(noon, 7), click(noon, 2), click(noon, 7), click(noon, 65_535)]);
    expect(state.links.map(({ position, clicks }) => [position, clicks])).toEqual([
      [2, 1],
      [7, 2],
      [65_535, 1],
    ]);
  });

  it('counts a click without a position among the clicks only', () => {
    const { state, facts } = foldAll([click(noon)]);
    expect([state.clicks.count, state.links, facts]).toEqual([1, [], []]);
  });

  it('counts and judges hits of the sender like any other', () => {
    const { state } = foldAll([open(noon, { own: true })]);
    expect(state.opens.count).toBe(1);
  });

  it('never changes the state it was given', () => {
    const before = foldAll([open(noon), click(noon, 1)]).state;
    const copy = structuredClone(before);
    fold(before, click(noon + 1, 1));
    fold(before, click(noon + 1, 0));
    expect(before).toEqual(copy);
  });

  it('counts exactly what came, in any order of times', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 60 }), (hits) => {
        const { state } = foldAll(hits);
        const clicks = hits.filter(({ kind }) => kind === 'click');
        expect(state.opens.count).toBe(hits.length - clicks.length);
        expect(state.clicks.count).toBe(clicks.length);
        for (const { position, clicks: count } of state.links) {
          expect(count).toBe(clicks.filter((hit) => hit.position === position).length);
        }
        expect(state.links.length).toBe(new Set(clicks.map(({ position }) => position)).size);
      }),
      { numRuns: 100 },
    );
  });

  it('goes on from a state that was written down as JSON', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 30 }), fc.array(anyHit, { maxLength: 30 }), (first, second) => {
        const stored: FoldState = JSON.parse(JSON.stringify(foldAll(first).state));
        expect(foldAll(second, stored).state).toEqual(foldAll([...first, ...second]).state);
      }),
      { numRuns: 100 },
    );
  });
});

describe('fold: bounded memory', () => {
  it('stops listing links at its limit and goes on counting clicks', () => {
    const positions = Array.from({ length: COUNTED_LINKS + 40 }, (_, index) => index);
    const { state, facts } = foldAll(positions.map((position) => click(noon, position)));
    expect(state.links).toHaveLength(COUNTED_LINKS);
    expect(state.clicks.count).toBe(COUNTED_LINKS + 40);
    expect(facts).toHaveLength(COUNTED_LINKS);
    const again = fold(state, click(noon + hours(1), 3));
    expect(again.state.links[3]?.clicks).toBe(2);
  });

  it('fits one table property however many hits came', () => {
    const positions = Array.from({ length: 3_000 }, (_, index) => (index * 37) % 65_536);
    const { state } = foldAll(positions.map((position, index) => click(noon + index, position)));
    expect(JSON.stringify(state).length).toBeLessThan(32_000);
  });
});

describe('fold: what is worth telling', () => {
  const told = (hits: readonly Hit[]): string[] =>
    foldAll(hits).facts.map(({ what, at, position }) => `${what} ${(at - noon) / 60_000} ${position ?? ''}`.trim());

  it.each<[string, readonly Hit[], string[]]>([
    ['the first open, once', [open(noon), open(noon + minutes(1))], ['first-open 0']],
    ['a return after a day without any hit', [open(noon), open(noon + hours(24))], ['first-open 0', 'return 1440']],
    ['no return within a day', [open(noon), open(noon + hours(24) - 1)], ['first-open 0']],
    [
      'no return when a click broke the silence',
      [open(noon), click(noon + hours(20)), open(noon + hours(25))],
      ['first-open 0'],
    ],
    ['no return when hits overtake each other', [open(noon + hours(30)), open(noon)], ['first-open 1800']],
    ['the first click on each link', [click(noon, 1), click(noon, 2), click(noon, 1)], ['click 0 1', 'click 0 2']],
    [
      'a link again after half an hour',
      [click(noon, 1), click(noon + minutes(29), 1), click(noon + minutes(30), 1)],
      ['click 0 1', 'click 30 1'],
    ],
    ['nothing about the sender', [open(noon, { own: true }), click(noon, 1, { own: true })], []],
    [
      'the first open of somebody else after the sender looked',
      [open(noon, { own: true }), open(noon + minutes(1))],
      ['first-open 1'],
    ],
    [
      'a return although the sender looked in between',
      [open(noon), open(noon + hours(20), { own: true }), open(noon + hours(25))],
      ['first-open 0', 'return 1500'],
    ],
    [
      'a click of somebody else after the sender tried the link',
      [click(noon, 1, { own: true }), click(noon + minutes(1), 1)],
      ['click 1 1'],
    ],
  ])('tells %s', (_, hits, expected) => {
    expect(told(hits)).toEqual(expected);
  });

  it('tells held hits once they count: the first open and each clicked link', () => {
    const { state } = foldAll([click(noon, 4), open(noon + 1), click(noon + 2, 1), click(noon + 3, 4), open(noon + 9)]);
    expect(factsSoFar(state)).toEqual([
      { what: 'click', at: noon, position: 4 },
      { what: 'first-open', at: noon + 1, position: null },
      { what: 'click', at: noon + 2, position: 1 },
    ]);
    expect(factsSoFar(initialState())).toEqual([]);
  });

  it('tells at most 50 facts about held hits, the newest', () => {
    const hits = Array.from({ length: 80 }, (_, index) => click(noon + index, index));
    const facts = factsSoFar(foldAll(hits).state);
    expect([facts.length, facts[0]?.position, facts[49]?.position]).toEqual([50, 30, 79]);
  });
});

describe('fold: judging', () => {
  it('claims nothing while no rule says more', () => {
    const { verdict, revisions } = fold(initialState(), open(noon));
    expect(verdict).toEqual({
      actor: 'unknown',
      certainty: 0,
      rule: 'none',
      reason: { code: 'not-judged', values: {} },
    });
    expect(revisions).toEqual([]);
  });

  it('asks the judge with what was known before the hit and passes on its verdict and revisions', () => {
    const scanner = {
      actor: 'scanner',
      certainty: 6,
      rule: 'burst',
      reason: { code: 'burst', values: { links: 2 } },
    } as const;
    const person = { actor: 'person', certainty: 5, rule: 'browser', reason: { code: 'browser', values: {} } } as const;
    const judge: Judge = (state) =>
      state.clicks.count === 0
        ? { verdict: person, revisions: [] }
        : { verdict: scanner, revisions: [{ kind: 'click', at: noon, position: 1, from: person, to: scanner }] };
    const first = fold(initialState(), click(noon, 1), judge);
    const second = fold(first.state, click(noon + 1, 2), judge);
    expect([first.verdict, first.revisions]).toEqual([person, []]);
    expect(second.verdict).toEqual(scanner);
    expect(second.revisions).toEqual([{ kind: 'click', at: noon, position: 1, from: person, to: scanner }]);
  });
});
