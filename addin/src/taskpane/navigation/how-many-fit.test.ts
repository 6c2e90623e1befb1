import fc from 'fast-check';
import { howManyFit } from './how-many-fit.ts';

describe('tabs in a row', () => {
  it.each([
    ['all, where they just fit', [80, 80, 80], 240, 3],
    ['fewer, with a place for the rest', [80, 80, 80], 239, 2],
    ['fewer still, where the rest’s button needs the place', [80, 80, 80], 199, 1],
    ['none, where there is only that button', [80, 80, 80], 60, 0],
    ['none of none', [], 100, 0],
  ])('are %s', (_, widths, row, count) => {
    expect(howManyFit(widths, row, 40)).toBe(count);
  });

  it('never stand out of the row, and become no fewer in a wider one', () => {
    const width = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(fc.array(width, { minLength: 1, maxLength: 6 }), width, fc.nat(1000), (widths, more, row) => {
        const count = howManyFit(widths, row, more);
        const taken = widths.slice(0, count).reduce((sum, each) => sum + each, count < widths.length ? more : 0);
        if (count > 0) expect(taken).toBeLessThanOrEqual(row);
        expect(howManyFit(widths, row + 1, more)).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
