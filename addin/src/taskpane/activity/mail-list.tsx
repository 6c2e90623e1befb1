import { mergeClasses } from '@griffel/react';
import { Suspense, useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { lazyView } from '../loading/lazy-view.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useWayBack } from '../look/use-way-back.ts';
import { useKeptPlace } from './kept-place.ts';
import { howManyShow, LIKELY_HEIGHT } from './list-rows.ts';
import type { ListRows } from './list-rows.ts';
import type { MailLine } from './mail-line.ts';
import { useMailListStyles } from './mail-list-styles.ts';
import { MailRow } from './mail-row.tsx';

// What keeps a long list quick is heavier than the rest of the view; its first rows stand there before it.
const ListWindow = lazyView(async () => (await import('./list-window.tsx')).ListWindow);

/** So many rows are drawn in one go when the list appears. */
const AT_ONCE = 4;
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
  const place = useKeptPlace(name);
  const { open, refOf } = useOpening(name, onOpen);
  const [rows, setRows] = useState<ListRows | null>(null);
  const isMeasured = rows !== null;
  useLayoutEffect(() => {
    // The list has its height from now on.
    if (isMeasured && place.kept !== undefined) window.scrollTo({ top: place.kept.offset });
  }, [isMeasured, place]);
  const arriving = useArriving(lines);
  const last = rows?.shown.at(-1)?.index;
  useEffect(() => {
    if (last !== undefined && last >= lines.length - MARGIN_ROWS) onNearEnd?.();
  }, [last, lines.length, onNearEnd]);
  const { shown, isPlaced, style } = useShown(lines.length, rows);
  const look = mergeClasses(styles.item, isPlaced && styles.placed);
  return (
    <>
      <ul ref={list} className={mergeClasses(surfaces.list, styles.list)} style={style}>
        {shown.map(({ index, top }) => {
          const line = lines[index];
          return (
            line && (
              <li
                key={line.messageId}
                ref={rows?.measure}
                data-index={index}
                className={mergeClasses(look, arriving.has(line.messageId) && styles.arriving)}
                style={isPlaced ? { transform: `translateY(${top}px)` } : undefined}
                aria-setsize={onNearEnd ? -1 : lines.length}
                aria-posinset={index + 1}
              >
                <MailRow ref={refOf(line.messageId)} line={line} isNew={isNew(line)} onOpen={open} />
              </li>
            )
          );
        })}
      </ul>
      <Suspense>
        <ListWindow list={list} lines={lines} place={place} onRows={setRows} />
      </Suspense>
    </>
  );
}

/** Opens mails, and finds the way back from them. */
function useOpening(name: string, onOpen: MailListProps['onOpen']) {
  const { leaveBy, refOf } = useWayBack(name);
  const open = useCallback(
    (line: MailLine) => {
      leaveBy(line.messageId);
      onOpen(line);
    },
    [leaveBy, onOpen],
  );
  return { open, refOf };
}

/** Which rows are on the page, each at its place or, before any was measured, one below the other; and the room of the list. */
function useShown(count: number, rows: ListRows | null) {
  const [fitting] = useState(() => howManyShow(window.innerHeight));
  // The first can be used while the others are drawn, in pieces that let a click through.
  const first = useDeferredValue(fitting, Math.min(fitting, AT_ONCE));
  const isPlaced = rows !== null && rows.shown.length > 0;
  const shown = isPlaced
    ? rows.shown
    : Array.from({ length: Math.min(first, count) }, (_, index) => ({ index, top: 0 }));
  const style = rows === null ? { minHeight: Math.min(fitting, count) * LIKELY_HEIGHT } : { height: rows.height };
  return { shown, isPlaced, style };
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
