import type { Correction } from '@readback/core';
import { withCorrections } from './correct-hits.ts';
import { hitOf } from './hit.fixture.ts';

const say = (...said: [string, Correction['actor']][]) => new Map(said);
const SCANNED = { actor: 'scanner', certainty: 5, rule: 'X', reason: { code: 'burst', values: {} } } as const;

describe('hits that the sender has said something of', () => {
  it('are the sender’s at once, and keep what was said before', () => {
    const hits = [hitOf(1), hitOf(0)];
    const [corrected, other] = withCorrections(hits, say(['1', 'sender']));
    expect(corrected).toMatchObject({ verdict: { actor: 'sender' }, first: hits[0]?.verdict });
    expect(other).toBe(hits[1]);
  });

  it('are as they were once that is taken back', () => {
    const [mine] = withCorrections([hitOf(0)], say(['0', 'sender']));
    const [back] = mine === undefined ? [] : withCorrections([mine], say(['0', null]));
    expect(back).toEqual(hitOf(0));
  });

  it('remember the very first verdict', () => {
    const hit = hitOf(0, { first: SCANNED });
    expect(withCorrections([hit], say(['0', 'sender']))[0]?.first).toEqual(SCANNED);
  });

  it.each([
    [
      'the server has heard it',
      hitOf(0, { verdict: { ...SCANNED, reason: { code: 'that-was-me', values: {} } } }),
      'sender',
    ],
    ['nothing was to be taken back', hitOf(0), null],
    ['another hit is meant', hitOf(1), 'sender'],
  ] as const)('stay as they are where %s', (_, hit, actor) => {
    expect(withCorrections([hit], say(['0', actor]))[0]).toBe(hit);
  });
});
