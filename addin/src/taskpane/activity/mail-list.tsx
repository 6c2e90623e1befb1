import { mergeClasses } from '@griffel/react';
import { useQueryClient } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import type { MailLine } from './mail-line.ts';
import { useMailListStyles } from './mail-list-styles.ts';
import { MailRow } from './mail-row.tsx';

/** Height of a row until it was measured, in pixels. */
const LIKELY_HEIGHT = 77;
/** So many rows before the end, what follows is asked for. */
const MARGIN_ROWS = 12;

interface MailListProps {
  /** Under this name the place is kept at which the reader was. */
  name: string;
  lines: readonly MailLine[];
  isNew: (line: MailLine) => boolean;
  onOpen: (line: MailLine) => void;
  /** Called when the reader comes near the end. */
  onNearEnd?: (() => void) | undefined;
}

/** A list of any length: only the rows near the visible part are on the page. */
export function MailList({ name, lines, isNew, onOpen, onNearEnd }: MailListProps) {
  const styles = useMailListStyles();
  const surfaces = useSurfaces();
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), []);
  const place = useKeptPlace(name);
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 8,
    scrollMargin,
    initialMeasurementsCache: place.measured,
    getItemKey: (index) => lines[index]?.messageId ?? index,
  });
  place.follow(rows);
  const arriving = useArriving(lines);
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - MARGIN_ROWS) onNearEnd?.();
  }, [last, lines.length, onNearEnd]);
  return (
    <ul ref={list} className={mergeClasses(surfaces.list, styles.list)} style={{ height: rows.getTotalSize() }}>
      {items.map(({ key, index, start }) => {
        const line = lines[index];
        return (
          line && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={mergeClasses(styles.item, styles.placed, arriving.has(line.messageId) && styles.arriving)}
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
              aria-setsize={onNearEnd ? -1 : lines.length}
              aria-posinset={index + 1}
            >
              <MailRow line={line} isNew={isNew(line)} onOpen={onOpen} />
            </li>
          )
        );
      })}
    </ul>
  );
}

type WindowRows = Virtualizer<Window, Element>;

/** Where the reader was in a list. */
interface KeptPlace {
  offset: number;
  measured: VirtualItem[];
}

/** Finds the place again when a list is shown anew, and keeps it when it goes. */
function useKeptPlace(name: string) {
  const queries = useQueryClient();
  const [kept] = useState(() => queries.getQueryData<KeptPlace>(['place', name]));
  const rows = useRef<WindowRows>(null);
  useLayoutEffect(() => {
    if (kept !== undefined) window.scrollTo({ top: kept.offset });
    return () => {
      const measured = rows.current?.measurementsCache ?? [];
      queries.setQueryData<KeptPlace>(['place', name], { offset: window.scrollY, measured });
    };
  }, [kept, name, queries]);
  return {
    measured: kept?.measured ?? [],
    follow: (current: WindowRows): void => {
      rows.current = current;
    },
  };
}

/** The mails that weren't there when the list was last drawn, once it was. */
function useArriving(lines: readonly MailLine[]): ReadonlySet<string> {
  const [seen, setSeen] = useState(lines);
  const [arriving, setArriving] = useState<ReadonlySet<string>>(new Set());
  if (seen !== lines) {
    const before = new Map(seen.map((line) => [line.messageId, line.entryId]));
    const top = seen[0]?.messageId;
    const end = lines.findIndex((line) => line.messageId === top && line.entryId === before.get(top));
    setSeen(lines);
    setArriving(new Set(lines.slice(0, Math.max(0, end)).map((line) => line.messageId)));
  }
  return arriving;
}
