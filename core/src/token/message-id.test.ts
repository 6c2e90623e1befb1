import * as fc from 'fast-check';
import { encodeHex } from './hex.ts';
import { createMessageId, messageTime } from './message-id.ts';

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const entropy = [Uint8Array.of(1, 2, 3)];

describe('createMessageId', () => {
  it('keeps the time to the millisecond', () => {
    fc.assert(
      fc.property(time, (ms) => {
        const messageId = createMessageId(ms, entropy);
        expect(messageId).toHaveLength(12);
        expect(messageTime(messageId)).toBe(ms);
      }),
    );
  });

  it('sorts newest first', () => {
    fc.assert(
      fc.property(time, time, (left, right) => {
        fc.pre(left !== right);
        const [newer, older] = left > right ? [left, right] : [right, left];
        expect(encodeHex(createMessageId(newer, entropy)) < encodeHex(createMessageId(older, entropy))).toBe(true);
      }),
    );
  });

  it('gives equal ids for equal time and entropy only', () => {
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(pieces, pieces, (left, right) => {
        const isSame = JSON.stringify(left.map(encodeHex)) === JSON.stringify(right.map(encodeHex));
        const isSameId = encodeHex(createMessageId(7, left)) === encodeHex(createMessageId(7, right));
        expect(isSameId).toBe(isSame);
      }),
    );
  });

  it('tells apart the same bytes cut in other pieces', () => {
    const [whole, parts] = [[Uint8Array.of(1, 2)], [Uint8Array.of(1), Uint8Array.of(2)]];
    expect(createMessageId(7, whole)).not.toEqual(createMessageId(7, parts));
  });

  it.each([-1, 0.5, 2 ** 48, NaN, Infinity])('throws for the time %s', (ms) => {
    expect(() => createMessageId(ms, entropy)).toThrow(RangeError);
  });

  it.each([
    ['none', []],
    ['an empty piece', [new Uint8Array(0)]],
  ])('throws for entropy of %s', (_, pieces) => {
    expect(() => createMessageId(7, pieces)).toThrow(RangeError);
  });
});

describe('messageTime', () => {
  it.each([0, 11, 13])('throws for %i bytes', (length) => {
    expect(() => messageTime(new Uint8Array(length))).toThrow(RangeError);
  });
});
