import { useCallback, useSyncExternalStore } from 'react';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';
import { formatExact, formatRelative, formatSpan, parseTime } from './format-time.ts';

/** A time in words. */
export interface When {
  /** "5 minutes ago". */
  relative: string;
  /** Date and time of day, in the reader's time zone. */
  exact: string;
  iso: string;
}

/** Turns the server's times into words that keep up with the clock; null where there is no time. */
export function useWhen(): (iso: string | null) => When | null {
  const { clock } = usePane();
  const { t, locale } = useTexts();
  const now = useSyncExternalStore(clock.subscribe, clock.current);
  return useCallback(
    (iso) => {
      const at = parseTime(iso);
      if (at === null) return null;
      const relative = formatRelative(at, now, locale) ?? t('nav.now');
      return { relative, exact: formatExact(at, locale), iso: at.toISOString() };
    },
    [now, locale, t],
  );
}

/** Turns a first and a last time into words: how long ago the last was, and exactly from when to when. Null without times. */
export function useSpan(): (from: string, to: string) => When | null {
  const { locale } = useTexts();
  const when = useWhen();
  return useCallback(
    (from, to) => {
      const [first, last, end] = [parseTime(from), parseTime(to), when(to)];
      return first && last && end && { ...end, exact: formatSpan(first, last, locale) };
    },
    [when, locale],
  );
}
