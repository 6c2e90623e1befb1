import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { hmacSha256, isEqualInConstantTime } from './hmac.ts';

const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);

function expected(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return new Uint8Array(hmac.digest());
}

describe('hmacSha256', () => {
  it.each([0, 1, 32, 63, 64, 65, 131, 1_000])('agrees with Node for a key of %d bytes', (length) => {
    const parts = [filled(10, 1), filled(0, 2), filled(100, 3)];
    expect(hmacSha256(filled(length, 0xaa), parts)).toEqual(expected(filled(length, 0xaa), parts));
  });

  it('agrees with Node whatever the bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, fc.array(bytes, { maxLength: 5 }), (key, parts) => {
        expect(hmacSha256(key, parts)).toEqual(expected(key, parts));
      }),
    );
  });

  it('leaves key and parts as they are', () => {
    const key = filled(32, 7);
    const part = filled(5, 8);
    hmacSha256(key, [part]);
    expect([key, part]).toEqual([filled(32, 7), filled(5, 8)]);
  });
});

describe('isEqualInConstantTime', () => {
  it.each<[string, Uint8Array, Uint8Array, boolean]>([
    ['equal bytes', filled(16, 1), filled(16, 1), true],
    ['one bit apart', filled(16, 1), Uint8Array.of(...filled(15, 1), 0), false],
    ['another length', filled(16, 1), filled(15, 1), false],
    ['nothing and nothing', filled(0, 0), filled(0, 0), true],
  ])('%s', (_, left, right, equal) => {
    expect(isEqualInConstantTime(left, right)).toBe(equal);
  });
});
