import * as fc from 'fast-check';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

describe('base64url', () => {
  it('is written as Node writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
  });

  it('is read back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes);
      }),
    );
  });

  it('has one spelling for one sequence of bytes', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. '.split('');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), (text) => {
        const bytes = decodeBase64url(text);
        expect(bytes === null || encodeBase64url(bytes) === text).toBe(true);
      }),
    );
  });

  it.each([
    ['a length that no bytes have', 'AAAAA'],
    ['one character', 'A'],
    ['spare bits after one byte', 'AB'],
    ['spare bits after two bytes', 'AAB'],
    ['padding', 'AA=='],
    ['the alphabet of plain base64', 'AA+/'],
    ['a line feed', 'AAAA\nAAAA'],
    ['a dot inside', 'AA.AA'],
    ['a space in front', ' AAA'],
    ['a letter outside of ASCII', 'AAAé'],
    ['a character that is a letter of the alphabet plus 256', 'AAA\u0141'],
  ])('refuses %s', (_, text) => {
    expect(decodeBase64url(text)).toBeNull();
  });
});
