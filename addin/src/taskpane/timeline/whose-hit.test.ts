import type { Verdict } from '@readback/core';
import { isPerson, isSaidMine, mayBeMine } from './whose-hit.ts';

const said = (actor: Verdict['actor'], code = 'opened-in') => ({
  verdict: { actor, certainty: 5, rule: 'P13', reason: { code, values: {} } },
});

describe('whose hit it was', () => {
  it.each<[Verdict['actor'], boolean, boolean]>([
    ['person', true, true],
    ['likely-person', true, true],
    ['image-proxy', true, true],
    ['unknown', false, true],
    ['prefetch', false, false],
    ['scanner', false, false],
    ['link-preview', false, false],
    ['sender', false, false],
  ])('%s stands out: %s, and may have been the sender: %s', (actor, person, mine) => {
    expect([isPerson(said(actor)), mayBeMine(said(actor))]).toEqual([person, mine]);
  });

  it('tells what the sender said from what was seen', () => {
    expect([isSaidMine(said('sender', 'that-was-me')), isSaidMine(said('sender', 'own-look'))]).toEqual([true, false]);
  });
});
