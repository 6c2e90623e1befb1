import { createMessageId, encodeHex } from '@readback/core';
import { gatherEntropy } from './randomness.ts';

describe('gatherEntropy', () => {
  it('makes ids that differ though all else is the same', () => {
    const ids = Array.from({ length: 1_000 }, () => encodeHex(createMessageId(0, gatherEntropy(['ann@contoso.com']))));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[string, unknown]>([
    ['is missing', undefined],
    ['has no getRandomValues', {}],
    [
      'refuses',
      {
        getRandomValues: () => {
          throw new Error('not here');
        },
      },
    ],
  ])('does without a crypto that %s', (_, crypto) => {
    const standing = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    try {
      const [strong, loose] = gatherEntropy([]);
      expect(strong).toEqual(new Uint8Array(0));
      expect(loose?.length).toBeGreaterThan(20);
      expect(gatherEntropy([])[1]).not.toEqual(loose);
    } finally {
      if (standing !== undefined) Object.defineProperty(globalThis, 'crypto', standing);
    }
  });
});
