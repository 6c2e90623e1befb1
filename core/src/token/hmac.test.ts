import { isEqualInConstantTime } from './hmac.ts';

describe('isEqualInConstantTime', () => {
  it.each([
    [[], [], true],
    [[1, 2, 3], [1, 2, 3], true],
    [[1, 2, 3], [0, 2, 3], false],
    [[1, 2, 3], [1, 2, 2], false],
    [[1, 2], [1, 2, 3], false],
    [[1, 2, 3], [1, 2], false],
    [[1], [2], false],
    [[1, 2], [2, 1], false],
  ])('compares %j and %j: %s', (left, right, isEqual) => {
    expect(isEqualInConstantTime(Uint8Array.from(left), Uint8Array.from(right))).toBe(isEqual);
  });
});
