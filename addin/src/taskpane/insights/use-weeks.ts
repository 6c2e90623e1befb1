import { useMemo, useSyncExternalStore } from 'react';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';
import { firstDayOf, weekEdges } from './weeks.ts';

/** The edges of the last weeks, see `weekEdges`; they stay the same list for as long as the week lasts. */
export function useWeeks(count: number): readonly number[] {
  const { clock } = usePane();
  const { locale } = useTexts();
  const now = useSyncExternalStore(clock.subscribe, clock.current);
  const edges = weekEdges(now, count, firstDayOf(locale));
  const last = edges.at(-1);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the last edge stands for all of them.
  return useMemo(() => edges, [last, count]);
}
