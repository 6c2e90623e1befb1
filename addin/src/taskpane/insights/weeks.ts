/** Monday, as in `Intl.Locale`'s week information. */
const MONDAY = 1;

/** The first day of a week where people speak so: 1 (Monday) to 7 (Sunday). */
export function firstDayOf(locale: string): number {
  const place: Intl.Locale & WeekTeller = new Intl.Locale(locale).maximize();
  // Browsers up to 2024 have the one or the other; Firefox of that time neither.
  const week = place.getWeekInfo?.() ?? place.weekInfo;
  return week?.firstDay ?? MONDAY;
}

/** https://tc39.es/proposal-intl-locale-info/, not yet in the compiler's library. */
interface WeekTeller {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/**
 * Where the last `count` weeks begin, the current one among them, and where it ends: `count` + 1 midnights in the reader's
 * time zone, in milliseconds since 1970, ascending. `firstDay` is 1 (Monday) to 7 (Sunday).
 */
export function weekEdges(now: Date, count: number, firstDay: number): number[] {
  const daysIntoWeek = (now.getDay() - (firstDay % 7) + 7) % 7;
  return Array.from({ length: count + 1 }, (_, week) => {
    const day = now.getDate() - daysIntoWeek + 7 * (week + 1 - count);
    // Counted in days of the calendar: not all of them have 24 hours.
    return new Date(now.getFullYear(), now.getMonth(), day).getTime();
  });
}
