import { formatShort } from './format-date.ts';

describe('formatShort', () => {
  const now = Date.UTC(2026, 10, 21, 9, 30);

  it.each([
    [Date.UTC(2026, 10, 21, 0, 5), 'de', /^00:05$/],
    [Date.UTC(2026, 10, 21, 9, 5), 'en', /^9:05\sAM$/],
    [Date.UTC(2026, 10, 20, 23, 55), 'de', /^Fr\.?, 23:55$/],
    [Date.UTC(2026, 10, 16, 8, 0), 'de', /^Mo\.?, 08:00$/],
    [Date.UTC(2026, 10, 1, 8, 0), 'de', /^01\.11\.26$/],
    [Date.UTC(2026, 10, 1, 8, 0), 'en', /^11\/1\/26$/],
  ])('shows %d in %s as %s', (time, language, pattern) => {
    expect(formatShort(time, now, language, 'UTC')).toMatch(pattern);
  });
});
