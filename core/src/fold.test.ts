import * as fc from 'fast-check';
import { currentVerdict } from './corrected-hits.ts';
import { COUNTED_LINKS, initialState, type FoldState } from './fold-state.ts';
import { fold, foldAll, type Fact } from './fold.ts';
import { AGENTS, HOUR, MINUTE, NETWORKS, SECOND, click, context, open } from './truth/hits.fixture.ts';
import { judgeMessage, summarise } from './truth/judge-message.ts';
import type { NumberedHit } from './truth/observe-hit.ts';
import type { Hit } from './verdict.ts';

const numbered = (hits: readonly Hit[]): NumberedHit[] => hits.map((hit, n) => ({ n, hit }));

/** Many links, so that two of them aren't all. */
const MAIL = context({ trackedLinks: 600 });

function folded(hits: readonly NumberedHit[], from = initialState()): { state: FoldState; facts: Fact[] } {
  let state = from;
  const facts: Fact[] = [];
  for (const hit of hits) {
    const result = fold(state, hit, MAIL);
    state = result.state;
    facts.push(...result.facts);
  }
  return { state, facts };
}

const stateOf = (hits: readonly Hit[]): FoldState => folded(numbered(hits)).state;

/** Somebody's own mail program, and a filter's. */
const outlook = (after: number, more = {}) => open({ agent: AGENTS.outlook, after, ...more });
const filter = (after: number, more = {}) => open({ network: NETWORKS.mimecast, headers: {}, after, ...more });

const anyHit: fc.Arbitrary<Hit> = fc
  .record({
    isClick: fc.boolean(),
    after: fc.integer({ min: -HOUR, max: 200 * HOUR }),
    position: fc.nat(12),
    own: fc.boolean(),
    agent: fc.constantFrom(...Object.values(AGENTS)),
    network: fc.constantFrom(...Object.values(NETWORKS), null),
    client: fc.constantFrom('a/1', 'a/2', 'b/1'),
  })
  .map(({ isClick, ...parts }) => (isClick ? click(parts) : open(parts)));

describe('fold: counts', () => {
  it('starts with nothing', () => {
    const none = { count: 0, firstAt: null, lastAt: null };
    expect(initialState()).toMatchObject({
      opens: none,
      clicks: none,
      links: [],
      openToldAt: null,
      lastPersonAt: null,
    });
    expect(summarise(initialState().judge).headline.code).toBe('headline-nothing');
  });

  it('keeps opens and clicks apart, with the times of the first and the last', () => {
    const hits = [open({ after: 5 }), click({ after: 7, position: 3 }), open({ after: 9 })];
    const { opens, clicks } = stateOf(hits);
    expect(opens).toEqual({ count: 2, firstAt: hits[0]?.at, lastAt: hits[2]?.at });
    expect(clicks).toEqual({ count: 1, firstAt: hits[1]?.at, lastAt: hits[1]?.at });
  });

  it('places a hit that comes late by its own time', () => {
    const { opens } = stateOf([open({ after: 9 }), open({ after: 5 })]);
    expect((opens.lastAt ?? 0) - (opens.firstAt ?? 0)).toBe(4);
  });

  it('counts each link by its position, in order', () => {
    const { links } = stateOf([7, 2, 7, 65_535].map((position) => click({ position })));
    expect(links.map(({ position, clicks }) => [position, clicks])).toEqual([
      [2, 1],
      [7, 2],
      [65_535, 1],
    ]);
  });

  it('counts a click without a position among the clicks only', () => {
    const { position: _, ...bare } = click();
    const { state, facts } = folded(numbered([bare]));
    expect([state.clicks.count, state.links, facts]).toEqual([1, [], []]);
  });

  it('counts hits of the sender like any other', () => {
    expect(stateOf([open({ own: true })]).opens.count).toBe(1);
    expect(folded([{ n: 0, hit: open(), setAside: true }]).state.opens.count).toBe(1);
  });

  it('never changes the state it was given', () => {
    const before = stateOf([open(), click({ position: 1 })]);
    const copy = structuredClone(before);
    fold(before, { n: 2, hit: click({ position: 1 }) }, MAIL);
    fold(before, { n: 2, hit: click({ position: 0 }) }, MAIL);
    expect(before).toEqual(copy);
  });

  it('counts exactly what came, in any order of times', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 60 }), (hits) => {
        const state = stateOf(hits);
        const clicks = hits.filter(({ kind }) => kind === 'click');
        expect(state.opens.count).toBe(hits.length - clicks.length);
        expect(state.clicks.count).toBe(clicks.length);
        for (const { position, clicks: count } of state.links) {
          expect(count).toBe(clicks.filter((hit) => hit.position === position).length);
        }
        expect(state.links.length).toBe(new Set(clicks.map(({ position }) => position)).size);
      }),
      { numRuns: 60 },
    );
  });

  it('goes on from a state that was written down as JSON', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 30 }), fc.nat(30), (hits, cut) => {
        const all = numbered(hits);
        const stored: FoldState = JSON.parse(JSON.stringify(folded(all.slice(0, cut)).state));
        expect(folded(all.slice(cut), stored).state).toEqual(folded(all).state);
      }),
      { numRuns: 60 },
    );
  });
});

describe('fold: bounded memory', () => {
  it('stops listing links at its limit and goes on counting clicks', () => {
    const clicks = Array.from({ length: COUNTED_LINKS + 40 }, (_, index) =>
      click({ position: index, client: `client-${index}` }),
    );
    const { state, facts } = folded(numbered(clicks));
    expect(state.links).toHaveLength(COUNTED_LINKS);
    expect(state.clicks.count).toBe(COUNTED_LINKS + 40);
    expect(facts).toHaveLength(COUNTED_LINKS);
    const again = fold(state, { n: 9_999, hit: click({ after: 3 * HOUR, position: 3 }) }, MAIL);
    expect(again.state.links[3]?.clicks).toBe(2);
  });

  it('stays small however many hits came, and however many were taken back', () => {
    const clicks = Array.from({ length: 3_000 }, (_, index) => {
      const group = `${Math.floor(index / 3)}-with-a-long-name`;
      const agent = `${AGENTS.safari} Program-${group}-${'x'.repeat(80)}/1.0`;
      return click({ after: HOUR + index * 97, position: (index * 37) % 65_536, client: group, agent });
    });
    const { judge, corrected, corrections, ...counts } = stateOf(clicks);
    expect(JSON.stringify(counts).length).toBeLessThan(32_000);
    expect(JSON.stringify({ judge, corrected, corrections }).length).toBeLessThan(90_000);
    expect(corrections).toHaveLength(30);
    expect(corrected).toHaveLength(1);
    expect(corrected[0]?.places).toHaveLength(1_000);
  });
});

describe('fold: what is worth telling', () => {
  const told = (hits: readonly Hit[]): string[] =>
    folded(numbered(hits)).facts.map(({ what, at, position }) =>
      `${what} ${(at - open({ after: 0 }).at) / MINUTE} ${position ?? ''}`.trim(),
    );

  it.each<[string, readonly Hit[], string[]]>([
    ['the first open, once', [outlook(HOUR), outlook(HOUR + MINUTE)], ['first-open 60']],
    [
      'an open through a mail service’s picture server',
      [open({ agent: AGENTS.gmailProxy, network: NETWORKS.google })],
      ['first-open 60'],
    ],
    [
      'a return after a day without any sign of a person',
      [outlook(HOUR), filter(20 * HOUR), outlook(25 * HOUR)],
      ['first-open 60', 'return 1500'],
    ],
    ['no return within a day', [outlook(HOUR), outlook(25 * HOUR - 1)], ['first-open 60']],
    [
      'no return when a click broke the silence',
      [outlook(HOUR), click({ after: 20 * HOUR, position: 1 }), outlook(26 * HOUR)],
      ['first-open 60', 'click 1200 1'],
    ],
    ['no return when hits overtake each other', [outlook(30 * HOUR), outlook(HOUR)], ['first-open 1800']],
    [
      'the first click on each link',
      [1, 2, 1].map((position) => click({ position, after: HOUR })),
      ['click 60 1', 'click 60 2'],
    ],
    [
      'a link again after half an hour',
      [60, 89, 90].map((minutes) => click({ position: 1, after: minutes * MINUTE })),
      ['click 60 1', 'click 90 1'],
    ],
    ['nothing about the sender', [outlook(HOUR, { own: true }), click({ own: true })], []],
    [
      'nothing about programs, previews, prefetches and what nobody knows',
      [
        filter(HOUR),
        open({ agent: AGENTS.bare, network: NETWORKS.appleList, headers: {} }),
        open({ agent: AGENTS.gmailPrefetch, network: NETWORKS.google }),
        click({ agent: AGENTS.slack, network: NETWORKS.hosting }),
        open({ network: NETWORKS.hosting }),
      ],
      [],
    ],
    [
      'the first open by somebody else after the sender looked',
      [outlook(HOUR, { own: true }), outlook(61 * MINUTE)],
      ['first-open 61'],
    ],
    [
      'a click by a person after a filter tried the link',
      [click({ network: NETWORKS.mimecast, position: 1 }), click({ position: 1, after: 61 * MINUTE })],
      ['click 61 1'],
    ],
  ])('tells %s', (_, hits, expected) => {
    expect(told(hits)).toEqual(expected);
  });

  it('tells that what was told was taken back, and tells anew when it really happens', () => {
    const first = click({ after: HOUR, position: 0 });
    const burst = [1, 2, 3].map((position) => click({ after: HOUR + MINUTE + position * 100, position }));
    const person = click({ after: HOUR + 5 * MINUTE, position: 0, client: 'somebody', agent: AGENTS.safari });
    expect(told([first, ...burst, person])).toEqual([
      'click 60 0',
      `click ${61 + 0.1 / 60} 1`,
      `click ${61 + 0.2 / 60} 2`,
      'correction 60 0',
      `correction ${61 + 0.1 / 60} 1`,
      `correction ${61 + 0.2 / 60} 2`,
      'click 65 0',
    ]);
  });

  it('tells the first open again when the one that was told was a link check’s', () => {
    const picture = open({ network: NETWORKS.microsoft, headers: {}, client: 'pictures' });
    const check = click({
      agent: AGENTS.oldChrome,
      network: NETWORKS.microsoft,
      headers: {},
      after: HOUR + 20 * SECOND,
    });
    expect(told([picture, check, outlook(2 * HOUR)])).toEqual(['first-open 60', 'correction 60', 'first-open 120']);
  });

  it('says of each fact which hit it is about, and what is said of that hit', () => {
    const burst = [1, 2, 3].map((position) => click({ after: HOUR + position * 100, position }));
    const { facts } = folded(numbered(burst));
    expect(facts.map(({ what, n, kind, verdict }) => [what, n, kind, verdict.actor])).toEqual([
      ['click', 0, 'click', 'person'],
      ['click', 1, 'click', 'person'],
      ['correction', 0, 'click', 'scanner'],
      ['correction', 1, 'click', 'scanner'],
    ]);
  });

  it('tells of many hits at once nothing that was taken back on the way', () => {
    const burst = [1, 2, 3].map((position) => click({ after: HOUR + position * 100, position }));
    const { facts, verdicts, state } = foldAll(numbered([outlook(HOUR), ...burst, click({ after: 3 * HOUR })]), MAIL);
    expect(facts.map(({ what, n }) => [what, n])).toEqual([
      ['first-open', 0],
      ['click', 4],
    ]);
    expect(verdicts.map(({ actor }) => actor)).toEqual(['person', 'person', 'person', 'scanner', 'person']);
    expect(state).toEqual(folded(numbered([outlook(HOUR), ...burst, click({ after: 3 * HOUR })])).state);
  });
});

describe('fold: signs of people', () => {
  const signsOf = (hits: readonly Hit[]) => stateOf(hits).signs.map(({ n, program }) => [n, program]);

  it('are the hits of people with their programs, the newest first, in any order of arrival', () => {
    const hits = [outlook(2 * HOUR), filter(4 * HOUR), click({ after: 3 * HOUR }), outlook(HOUR)];
    expect(signsOf(hits)).toEqual([
      [2, 'Chrome'],
      [0, 'Outlook'],
      [3, 'Outlook'],
    ]);
  });

  it('are what they were before once a burst shows that the last ones were nobody’s', () => {
    const burst = [1, 2, 3, 4].map((position, index) =>
      click({ position, after: 2 * HOUR + index * 300, client: 'scan' }),
    );
    const before = signsOf([outlook(HOUR), ...burst.slice(0, 1)]);
    expect(before.map(([n]) => n)).toEqual([1, 0]);
    expect(signsOf([outlook(HOUR), ...burst])).toEqual([[0, 'Outlook']]);
  });

  it('are ten at most', () => {
    const hits = Array.from({ length: 14 }, (_, index) => outlook(index * HOUR));
    expect(signsOf(hits).map(([n]) => n)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
  });
});

describe('fold: verdicts', () => {
  it('are those of judgeMessage, after corrections', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 40 }), (unordered) => {
        const hits = unordered.toSorted((a, b) => a.at - b.at);
        const { state, verdicts } = foldAll(numbered(hits), MAIL);
        const together = judgeMessage(hits, MAIL);
        expect(verdicts.map((verdict, n) => currentVerdict(state, n, verdict))).toEqual(together.hits);
        const { opens, clicks, headline } = together;
        expect(summarise(state.judge)).toEqual({ opens, clicks, headline });
        expect(state.rulesVersion).toBe(together.rulesVersion);
      }),
      { numRuns: 80 },
    );
  });

  it('keep what was said before, and when it was taken back', () => {
    const burst = [1, 2, 3].map((position) => click({ after: HOUR + position * 100, position }));
    const { corrections } = stateOf(burst);
    expect(corrections).toHaveLength(2);
    expect(corrections[0]).toMatchObject({
      n: 0,
      kind: 'click',
      at: burst[0]?.at,
      position: 1,
      correctedAt: burst[2]?.at,
      from: { actor: 'person' },
      to: { actor: 'scanner', reason: { code: 'burst' } },
    });
  });

  it('of the others stay when a hit is set aside as the sender’s, and only the counts change', () => {
    const withAside = fc.array(fc.record({ hit: anyHit, isAside: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(withAside, (steps) => {
        const hits = numbered(steps.map(({ hit }) => hit));
        const aside = hits.map((hit, index) => ({ ...hit, setAside: steps[index]?.isAside === true }));
        const before = foldAll(hits, MAIL);
        const after = foldAll(aside, MAIL);
        expect(after.verdicts).toEqual(before.verdicts);
        expect(after.state.corrected).toEqual(before.state.corrected);
        expect(after.facts.filter(({ n }) => steps[n]?.isAside)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('count nothing of hits that are set aside', () => {
    const hits = [outlook(HOUR), click({ after: 2 * HOUR })].map((hit, n) => ({ n, hit, setAside: true }));
    expect(summarise(foldAll(hits, MAIL).state.judge)).toMatchObject({
      opens: { person: 0, likely: 0, machine: 0, unknown: 0 },
      clicks: { person: 0, likely: 0, machine: 0, unknown: 0 },
      headline: { code: 'headline-nothing' },
    });
  });
});
