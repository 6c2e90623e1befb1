import { dateFormat } from '../look/format-time.ts';

const DAY_MS = 86_400_000;

/** A time as a list shows it: the time of day today, the weekday within a week, else the date; with the year where it differs. */
export function formatBrief(at: Date, now: Date, language: string): string {
  return dateFormat(language, partsFor(at, now)).format(at);
}

function partsFor(at: Date, now: Date): Intl.DateTimeFormatOptions {
  const days = (startOfDay(now) - startOfDay(at)) / DAY_MS;
  if (days === 0) return { timeStyle: 'short' };
  if (days > 0 && days < 7) return { weekday: 'short', hour: 'numeric', minute: '2-digit' };
  if (at.getFullYear() === now.getFullYear()) return { day: 'numeric', month: 'short' };
  return { day: 'numeric', month: 'short', year: 'numeric' };
}

/** In the reader's own calendar; counted as if every day had 24 hours. */
function startOfDay(time: Date): number {
  return Date.UTC(time.getFullYear(), time.getMonth(), time.getDate());
}
