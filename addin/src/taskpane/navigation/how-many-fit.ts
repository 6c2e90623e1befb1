/**
 * How many of the tabs, from the first, stand in a row of that width; where not all do, a button of width `more` needs its
 * place too. All in pixels.
 */
export function howManyFit(widths: readonly number[], row: number, more: number): number {
  const sum = (count: number): number => widths.slice(0, count).reduce((total, width) => total + width, 0);
  if (sum(widths.length) <= row) return widths.length;
  let count = widths.length - 1;
  while (count > 0 && sum(count) + more > row) count -= 1;
  return count;
}
