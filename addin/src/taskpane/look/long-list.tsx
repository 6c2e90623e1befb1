import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useSurfaces } from './surfaces.ts';

const useStyles = makeStyles({
  list: { position: 'relative', marginInline: '-8px' },
  item: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '8px',
      bottom: 0,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
});

interface LongListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Height of a row until it was measured, in pixels. */
  likelyHeight: number;
  /** What a row holds; it keeps 8 px at both sides. */
  children: (item: T) => ReactNode;
}

/** A list of any length: only the rows near the visible part are on the page. */
export function LongList<T>({ items, keyOf, likelyHeight, children }: LongListProps<T>) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const list = useRef<HTMLUListElement>(null);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => likelyHeight,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
  });
  return (
    <ul ref={list} className={mergeClasses(surfaces.list, styles.list)} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ key, index, start }) => {
        const item = items[index];
        return (
          item && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
              aria-setsize={items.length}
              aria-posinset={index + 1}
            >
              {children(item)}
            </li>
          )
        );
      })}
    </ul>
  );
}
