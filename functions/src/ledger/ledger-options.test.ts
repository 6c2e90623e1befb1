import { systemSources } from './ledger-options.ts';

describe("the machine's chance", () => {
  it('gives 16 hex digits, and none twice', () => {
    const pieces = Array.from({ length: 5_000 }, systemSources.entropy);
    expect(new Set(pieces).size).toBe(5_000);
    expect(pieces.filter((piece) => !/^[\da-f]{16}$/.test(piece))).toEqual([]);
  });
});
