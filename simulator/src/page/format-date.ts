const DAY_MS = 24 * 3_600_000;

/** A mail's time as lists show it: today's by the clock, this week's by the day, older ones by the date. */
export function formatShort(time: number, now: number, language: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = (moment: number): string => new Intl.DateTimeFormat('en-CA', zone).format(moment);
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...options, ...zone }).format(time);
  if (day(time) === day(now)) return format({ timeStyle: 'short' });
  if (now - time < 6 * DAY_MS) return format({ weekday: 'short', hour: 'numeric', minute: '2-digit' });
  return format({ dateStyle: 'short' });
}

/** A time as an opened mail shows it. */
export function formatLong(time: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(time);
}
