import { formatExact, formatRelative, formatSpan, parseTime } from './format-time.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const at = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('how long ago something was', () => {
  it.each([
    [0, null, null],
    [-59_999, null, null],
    [-MINUTE, '1 minute ago', 'vor 1 Minute'],
    [-59 * MINUTE, '59 minutes ago', 'vor 59 Minuten'],
    [-HOUR, '1 hour ago', 'vor 1 Stunde'],
    [-23 * HOUR, '23 hours ago', 'vor 23 Stunden'],
    [-DAY, 'yesterday', 'gestern'],
    [-6 * DAY, '6 days ago', 'vor 6 Tagen'],
    [3 * HOUR, 'in 3 hours', 'in 3 Stunden'],
  ])('%s ms: %s', (distance, english, german) => {
    expect(formatRelative(at(distance), NOW, 'en-US')).toBe(english);
    expect(formatRelative(at(distance), NOW, 'de-DE')).toBe(german);
  });

  it('gives the date beyond a week', () => {
    expect(formatRelative(at(-7 * DAY), NOW, 'de-DE')).toBe(formatExact(at(-7 * DAY), 'de-DE'));
  });
});

describe('from when to when', () => {
  // The hour depends on where the test runs; narrow no-break spaces are the language's.
  const span = (milliseconds: number, language: string) =>
    formatSpan(NOW, at(milliseconds), language).replaceAll(/\s/g, ' ');

  it('is one time within a minute', () => {
    expect(span(30_000, 'en-US')).toBe(formatExact(NOW, 'en-US').replaceAll(/\s/g, ' '));
  });

  it('says the day once', () => {
    expect(span(5 * MINUTE, 'de-DE')).toMatch(/^21\.11\.2026, \d\d:\d\d\s?–\s?\d\d:\d\d/);
    expect(span(2 * DAY, 'en-US')).toMatch(/Nov 21, 2026.*Nov 23, 2026/);
  });
});

describe('a time of the server', () => {
  it('is read', () => {
    expect(parseTime('2026-11-21T12:00:00.000Z')).toEqual(NOW);
  });

  it.each([null, '', 'yesterday'])('is absent in %s', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});
