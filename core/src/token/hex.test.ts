import * as fc from 'fast-check';
import { decodeHex, encodeHex } from './hex.ts';

describe('hex', () => {
  it('is written as Node writes it and read back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const text = encodeHex(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('hex'));
        expect(decodeHex(text)).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['an odd length', 'abc'],
    ['capitals', 'AB'],
    ['a letter beyond f', '0g'],
    ['a sign', '-1'],
    ['white space', 'a '],
    ['a prefix', '0x'],
  ])('refuses %s', (_, text) => {
    expect(decodeHex(text)).toBeNull();
  });
});
