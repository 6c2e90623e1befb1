import fc from 'fast-check';
import { firstDayOf, weekEdges } from './weeks.ts';

const DAY = 86_400_000;

describe('weeks', () => {
  it.each([
    ['de-DE', 1],
    ['en-GB', 1],
    ['en-US', 7],
    ['en', 7],
    ['ar-EG', 6],
  ])('begin in %s on day %i', (locale, day) => {
    expect(firstDayOf(locale)).toBe(day);
  });

  it.each([
    [1, '2026-11-16'],
    [7, '2026-11-15'],
    [6, '2026-11-21'],
    [3, '2026-11-18'],
  ])('that begin on day %i have the start of the one with a Saturday before it', (firstDay, start) => {
    const [from, to] = weekEdges(new Date(2026, 10, 21, 23, 59), 1, firstDay);
    expect(new Date(from ?? NaN).toString()).toBe(new Date(`${start}T00:00:00`).toString());
    expect(new Date(to ?? NaN).getDate()).toBe((new Date(`${start}T00:00:00`).getDate() + 7) % 30 || 30);
  });

  it('follow each other without a gap, each of seven days, whatever the clocks do', () => {
    const moment = fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }), (now, count, firstDay) => {
        const edges = weekEdges(now, count, firstDay);
        expect(edges).toHaveLength(count + 1);
        for (const edge of edges) {
          const at = new Date(edge);
          expect([at.getDay(), at.getHours()]).toEqual([firstDay % 7, 0]);
        }
        const lengths = edges.slice(1).map((edge, index) => Math.round((edge - (edges[index] ?? NaN)) / DAY));
        expect(lengths).toEqual(Array.from({ length: count }, () => 7));
        expect(now.getTime()).toBeGreaterThanOrEqual(edges.at(-2) ?? NaN);
        expect(now.getTime()).toBeLessThan(edges.at(-1) ?? NaN);
      }),
    );
  });
});
