import fc from 'fast-check';
import type { MessageHit, Verdict } from '@readback/core';
import { hitOf } from './hit.fixture.ts';
import { createSessionGrouper, groupSessions } from './group-sessions.ts';

/** Hits with their ids by minute, as the server lists them: newest first. */
function timeline(...hits: readonly (Partial<MessageHit> & { minute: number; actor?: Verdict['actor'] })[]) {
  return hits
    .map(({ minute, actor, ...over }) => hitOf(minute, { ...(actor && { verdict: verdictBy(actor) }), ...over }))
    .sort((one, other) => other.at.localeCompare(one.at));
}

const verdictBy = (actor: Verdict['actor'], certainty = 5): Verdict => ({
  actor,
  certainty,
  rule: 'P13',
  reason: { code: 'opened-in', values: {} },
});

const idsOf = (hits: readonly MessageHit[]) => groupSessions(hits).map((session) => session.hits.map(({ id }) => id));

describe('sessions of a message', () => {
  it('are none where there is no hit', () => {
    expect(groupSessions([])).toEqual([]);
  });

  it.each([
    ['one visitor, in short pauses', [{ minute: 0 }, { minute: 29 }, { minute: 58 }], [['58', '29', '0']]],
    ['a pause of just half an hour', [{ minute: 0 }, { minute: 30 }], [['30', '0']]],
    ['a longer pause', [{ minute: 0 }, { minute: 31 }], [['31'], ['0']]],
    ['an open and a click of one visitor', [{ minute: 0 }, { minute: 2, kind: 'click' as const }], [['2', '0']]],
    ['two visitors in turns', [{ minute: 0 }, { minute: 1, visitor: 'b' }, { minute: 2 }], [['2', '0'], ['1']]],
  ])('%s', (_, hits, expected) => {
    expect(idsOf(timeline(...hits))).toEqual(expected);
  });

  it('take a picture server for one, whatever address it asks from', () => {
    const client = { kind: 'image-proxy', name: 'Gmail', device: null } as const;
    const hits = timeline({ minute: 0, client, visitor: 'a' }, { minute: 3, client, visitor: 'b' });
    expect(idsOf(hits)).toEqual([['3', '0']]);
    expect(idsOf(timeline({ minute: 0, client }, { minute: 3, client: { ...client, name: 'Yahoo' } }))).toEqual([
      ['3'],
      ['0'],
    ]);
  });

  it.each(['scanner', 'link-preview', 'sender'] as const)('keep a %s apart from people behind its address', (actor) => {
    expect(idsOf(timeline({ minute: 0, actor }, { minute: 1, actor: 'person' }))).toEqual([['1'], ['0']]);
  });

  it('count something unknown to the person beside it', () => {
    const [session] = groupSessions(timeline({ minute: 0, actor: 'person' }, { minute: 1, actor: 'unknown' }));
    expect(session).toMatchObject({ lead: { id: '0' }, hits: [{ id: '1' }, { id: '0' }] });
  });

  it.each([
    ['the surer', [{ minute: 0, verdict: verdictBy('person', 6) }, { minute: 1 }], '0'],
    ['the newer of equals', [{ minute: 0 }, { minute: 1 }], '1'],
    ['the click of equals', [{ minute: 0, kind: 'click' as const }, { minute: 1 }], '0'],
    ['a person rather than what may be one', [{ minute: 0 }, { minute: 1, verdict: verdictBy('image-proxy', 3) }], '0'],
  ])('are led by %s', (_, hits, lead) => {
    expect(groupSessions(timeline(...hits))[0]?.lead.id).toBe(lead);
  });

  it('last from their first to their last hit', () => {
    const [session] = groupSessions(timeline({ minute: 0 }, { minute: 20 }));
    expect(session).toMatchObject({ firstAt: hitOf(0).at, lastAt: hitOf(20).at });
  });

  it('hold every hit once, newest first', () => {
    const anyHit = fc.record({
      minute: fc.integer({ min: 0, max: 500 }),
      visitor: fc.constantFrom('a', 'b', 'c'),
      actor: fc.constantFrom<Verdict['actor']>('person', 'scanner', 'prefetch', 'sender', 'unknown'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyHit, { selector: ({ minute }) => minute }), (given) => {
        const hits = timeline(...given);
        const sessions = groupSessions(hits);
        const grouped = sessions.flatMap((session) => session.hits);
        expect(grouped.map(({ id }) => id).sort()).toEqual(hits.map(({ id }) => id).sort());
        const starts = sessions.map(({ lastAt }) => lastAt);
        expect(starts).toEqual([...starts].sort().reverse());
        const keys = createSessionGrouper()
          .group(hits)
          .map(({ key }) => key);
        expect(new Set(keys).size).toBe(sessions.length);
      }),
    );
  });
});

describe('a session keeps its key', () => {
  const keysOf = (grouper: ReturnType<typeof createSessionGrouper>, hits: readonly MessageHit[]) =>
    grouper.group(hits).map(({ key }) => key);

  it('while older hits of it are loaded and newer ones come', () => {
    const grouper = createSessionGrouper();
    const [key] = keysOf(grouper, timeline({ minute: 20 }));
    expect(keysOf(grouper, timeline({ minute: 20 }, { minute: 10 }))).toEqual([key]);
    expect(keysOf(grouper, timeline({ minute: 30 }, { minute: 20 }, { minute: 10 }))).toEqual([key]);
  });

  it('when the sender says that it was their own', () => {
    const grouper = createSessionGrouper();
    const [key] = keysOf(grouper, timeline({ minute: 0 }, { minute: 1 }));
    const mine = timeline({ minute: 0, actor: 'sender' }, { minute: 1, actor: 'sender' });
    expect(keysOf(grouper, mine)).toEqual([key]);
  });

  it('and gives it to one part only when it falls apart', () => {
    const grouper = createSessionGrouper();
    const [key] = keysOf(grouper, timeline({ minute: 0 }, { minute: 1 }));
    const parts = keysOf(grouper, timeline({ minute: 0, actor: 'sender' }, { minute: 1 }));
    expect(parts).toHaveLength(2);
    expect(parts.filter((part) => part === key)).toHaveLength(1);
  });
});
