import { useSyncExternalStore } from 'react';
import { formatExact } from '../look/format-time.ts';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';
import { formatBrief } from './brief-time.ts';

/** A time at the end of a list's row; `at` in milliseconds since 1970. */
export function ListTime({ at, className }: { at: number; className: string }) {
  const { clock } = usePane();
  const { locale } = useTexts();
  const now = useSyncExternalStore(clock.subscribe, clock.current);
  const time = new Date(at);
  return (
    <time className={className} dateTime={time.toISOString()} title={formatExact(time, locale)}>
      {formatBrief(time, now, locale)}
    </time>
  );
}
