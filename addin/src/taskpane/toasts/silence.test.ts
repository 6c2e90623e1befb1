import type { MessageHit, Verdict } from '@readback/core';
import { happenedIn, sentIn } from '../activity/feed.fixture.ts';
import { longSilence } from './silence.ts';

const entry = happenedIn(0, sentIn(-9_000), { what: 'return', at: '2026-11-20T12:00:00.000Z' });

function hit(at: string, actor: Verdict['actor']): MessageHit {
  const verdict = { actor, certainty: 4, rule: 'P1', reason: { code: 'opened-in', values: {} } };
  const client = { kind: 'browser', name: null, device: null } as const;
  return {
    id: at,
    kind: 'open',
    at,
    position: null,
    verdict,
    first: null,
    client,
    country: null,
    city: null,
    visitor: 'v',
  };
}

const itself = hit('2026-11-20T12:00:00.000Z', 'person');

describe('the silence before a return', () => {
  it.each([
    ['three days', [itself, hit('2026-11-17T12:00:00.000Z', 'person')], 3],
    ['a little less', [itself, hit('2026-11-17T12:00:01.000Z', 'person')], null],
    [
      'many days, whatever programs did meanwhile',
      [itself, hit('2026-11-19T12:00:00.000Z', 'scanner'), hit('2026-11-01T00:00:00.000Z', 'likely-person')],
      19,
    ],
    [
      'one day, since a reader’s picture server asked',
      [itself, hit('2026-11-19T12:00:00.000Z', 'image-proxy'), hit('2026-11-01T00:00:00.000Z', 'person')],
      null,
    ],
    ['unknown where no earlier person is', [itself, hit('2026-11-01T00:00:00.000Z', 'unknown')], null],
    [
      'counted back from the return, not from what came after it',
      [hit('2026-11-20T13:00:00.000Z', 'person'), itself, hit('2026-11-10T12:00:00.000Z', 'person')],
      10,
    ],
  ])('is %s', (_, hits, expected) => {
    expect(longSilence(hits, entry)).toBe(expected);
  });
});
