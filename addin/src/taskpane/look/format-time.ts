import { keepFormats } from './intl-formats.ts';

/** Dates and times, by language and options. */
export const dateFormat = keepFormats<Intl.DateTimeFormat, Intl.DateTimeFormatOptions>(Intl.DateTimeFormat);
const relativeFormat = keepFormats<Intl.RelativeTimeFormat, Intl.RelativeTimeFormatOptions>(Intl.RelativeTimeFormat);

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const WEEK_MS = 7 * 86_400_000;

/** How long ago or ahead, in words: "5 minutes ago". Beyond a week the date says more. Null: it is less than a minute. */
export function formatRelative(at: Date, now: Date, language: string): string | null {
  const distance = at.getTime() - now.getTime();
  if (Math.abs(distance) >= WEEK_MS) return formatExact(at, language);
  const found = UNITS.find(([, milliseconds]) => Math.abs(distance) >= milliseconds);
  // Seconds would change under the reader's eyes.
  if (found === undefined) return null;
  const [unit, size] = found;
  return relativeFormat(language, { numeric: 'auto' }).format(Math.trunc(distance / size), unit);
}

/** Date and time of day in the reader's own time zone. */
export function formatExact(at: Date, language: string): string {
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** From when to when, as short as the language allows: within one minute it is one time. */
export function formatSpan(from: Date, to: Date, language: string): string {
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(from, to);
}

/** The time in an ISO 8601 text from the server; null where it isn't one. */
export function parseTime(iso: string | null): Date | null {
  const at = new Date(iso ?? NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
