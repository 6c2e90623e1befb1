import { formatExact, formatRelative, parseTime } from './format-time.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const at = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('how long ago something was', () => {
  it.each([
    [0, 'now', 'jetzt'],
    [-59_999, 'now', 'jetzt'],
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

describe('a time of the server', () => {
  it('is read', () => {
    expect(parseTime('2026-11-21T12:00:00.000Z')).toEqual(NOW);
  });

  it.each([null, '', 'yesterday'])('is absent in %s', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});
