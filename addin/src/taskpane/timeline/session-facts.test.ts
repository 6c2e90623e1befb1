import type { MessageHit, Verdict, VerdictCorrection } from '@readback/core';
import { groupSessions } from './group-sessions.ts';
import type { HitSession } from './group-sessions.ts';
import { hitOf } from './hit.fixture.ts';
import {
  clickedLinks,
  formerWords,
  isToldByReason,
  personClicks,
  placesOf,
  programsOf,
  reasonsOf,
} from './session-facts.ts';

const verdictOf = (actor: Verdict['actor'], code: string): Verdict => ({
  actor,
  certainty: 5,
  rule: `rule of ${code}`,
  reason: { code, values: {} },
});

function sessionOf(...hits: readonly Partial<MessageHit>[]): HitSession {
  const [session] = groupSessions(hits.map((hit, index) => hitOf(hits.length - index, hit)));
  if (session === undefined) throw new Error('there are hits');
  return session;
}

const click = (position: number | null): Partial<MessageHit> => ({ kind: 'click', position });

describe('what is told of a session', () => {
  it('is which links were followed, how often, in the order of the mail', () => {
    const links = clickedLinks(sessionOf(click(3), click(0), {}, click(3), click(null)));
    expect(links).toEqual([
      { position: 0, count: 1 },
      { position: 3, count: 2 },
    ]);
  });

  it('is how many clicks on each link were people’s', () => {
    const hits = [hitOf(1, click(3)), hitOf(2, { ...click(3), verdict: verdictOf('scanner', 'burst') }), hitOf(3)];
    expect([...personClicks(hits)]).toEqual([[3, 1]]);
  });

  it('doesn’t name a program again that the reason names', () => {
    const reason = { code: 'opened-in', values: { program: 'Outlook', device: 'desktop' } };
    const session = sessionOf({ verdict: { ...verdictOf('person', 'opened-in'), reason } });
    expect(programsOf(session)).toEqual([]);
    expect(isToldByReason(session)).toBe(true);
    expect(isToldByReason(sessionOf({}, click(0)))).toBe(false);
  });

  it('is why, beginning with what says most', () => {
    const session = sessionOf(
      { verdict: verdictOf('unknown', 'nameless') },
      { verdict: verdictOf('person', 'opened-in') },
      { ...click(0), verdict: verdictOf('person', 'clicked-in') },
      { verdict: verdictOf('person', 'opened-in') },
    );
    expect(reasonsOf(session).map(({ code }) => code)).toEqual(['clicked-in', 'opened-in']);
  });

  it('is by which programs and where, each once', () => {
    const edge = { kind: 'browser', name: 'Edge', device: 'desktop' } as const;
    const nameless = { kind: 'unknown', name: null, device: null } as const;
    const session = sessionOf(
      { client: edge, country: 'DE' },
      { client: edge, country: 'DE', city: 'Berlin' },
      { country: 'DE', city: 'Berlin' },
      { client: nameless },
    );
    expect(programsOf(session).map(({ name }) => name)).toEqual(['Edge', 'Outlook']);
    expect(placesOf(session)).toEqual([
      { country: 'DE', city: null },
      { country: 'DE', city: 'Berlin' },
    ]);
  });
});

describe('what was said of a session before', () => {
  const first = verdictOf('likely-person', 'webmail');
  const now = verdictOf('scanner', 'burst');
  const hit = hitOf(1, { first, verdict: now });
  const correction: VerdictCorrection = {
    correctedAt: '2026-11-21T10:00:00.000Z',
    kind: hit.kind,
    at: hit.at,
    position: hit.position,
    from: first,
    to: now,
  };

  it('is nothing where nothing was taken back', () => {
    expect(formerWords(sessionOf({}), [correction])).toEqual([]);
  });

  it('is said once, with the time at which it was taken back', () => {
    expect(formerWords({ hits: [hit, { ...hit, id: '2' }] }, [correction])).toEqual([
      { reason: first.reason, correctedAt: correction.correctedAt },
    ]);
  });

  it.each([
    ['another hit', { ...correction, at: hitOf(2).at }],
    ['another link', { ...correction, position: 4 }],
    ['a click', { ...correction, kind: 'click' as const }],
    ['another verdict', { ...correction, to: verdictOf('sender', 'that-was-me') }],
  ])('has no time where the correction was of %s', (_, other) => {
    expect(formerWords({ hits: [hit] }, [other])).toEqual([{ reason: first.reason, correctedAt: null }]);
  });
});
