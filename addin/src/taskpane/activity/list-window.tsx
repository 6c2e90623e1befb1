import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, startTransition, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { PlaceKeeper } from './kept-place.ts';
import { LIKELY_HEIGHT } from './list-rows.ts';
import type { ListRows } from './list-rows.ts';
import type { MailLine } from './mail-line.ts';

interface ListWindowProps {
  list: RefObject<HTMLElement | null>;
  lines: readonly MailLine[];
  place: PlaceKeeper;
  /** Told which rows belong on the page, each time that it changes. */
  onRows: (rows: ListRows) => void;
}

/**
 * Follows the window over a list of any length. It draws nothing itself: so the rows that stood there before this was loaded
 * stay the same elements, with the focus and the selection in them.
 */
export const ListWindow = memo(function ListWindow({ list, lines, place: { kept, keep }, onRows }: ListWindowProps) {
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), [list]);
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 8,
    scrollMargin,
    initialOffset: () => kept?.offset ?? window.scrollY,
    initialMeasurementsCache: kept?.measured ?? [],
    getItemKey: (index) => lines[index]?.messageId ?? index,
  });
  const items = rows.getVirtualItems();
  const height = rows.getTotalSize();
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const shown = items.map(({ index, start }) => ({ index, top: start - scrollMargin }));
    const tell = (): void => onRows({ shown, height, measure: rows.measureElement });
    // What can be seen stands there already; only who comes back to a place further down waits for it.
    if (isFirst.current && kept === undefined) startTransition(tell);
    else tell();
    isFirst.current &&= items.length === 0;
  }, [items, height, scrollMargin, rows, kept, onRows]);
  useLayoutEffect(() => () => keep({ offset: window.scrollY, measured: rows.measurementsCache }), [keep, rows]);
  return null;
});
