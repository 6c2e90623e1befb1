import { formatBrief } from './brief-time.ts';

/** Local times, as the reader's own calendar has them. */
const now = new Date(2026, 10, 21, 15, 0);

describe('a time in a list', () => {
  it.each([
    ['today', new Date(2026, 10, 21, 0, 5), /^12:05\sAM$/, '00:05'],
    ['yesterday, less than a day ago', new Date(2026, 10, 20, 23, 55), /^Fri,? 11:55\sPM$/, 'Fr., 23:55'],
    ['six days ago', new Date(2026, 10, 15, 9, 0), /^Sun,? 9:00\sAM$/, 'So., 09:00'],
    ['seven days ago', new Date(2026, 10, 14, 9, 0), /^Nov 14$/, '14. Nov.'],
    ['last year', new Date(2025, 11, 31, 9, 0), /^Dec 31, 2025$/, '31. Dez. 2025'],
    ['tomorrow, by another clock', new Date(2026, 10, 22, 0, 1), /^Nov 22$/, '22. Nov.'],
  ])('is short: %s', (_, at, english, german) => {
    expect(formatBrief(at, now, 'en-US')).toMatch(english);
    expect(formatBrief(at, now, 'de-DE')).toBe(german);
  });
});
