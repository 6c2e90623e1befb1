import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MessageSummary } from '@readback/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { MessageRow } from './message-row.tsx';

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

/** Height of a row until it was measured, in pixels. */
const LIKELY_HEIGHT = 72;

interface MessageListProps {
  messages: readonly MessageSummary[];
  onOpen: (messageId: string) => void;
}

/** A list of any length: only the rows near the visible part are on the page. */
export function MessageList({ messages, onOpen }: MessageListProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const list = useRef<HTMLUListElement>(null);
  const rows = useWindowVirtualizer({
    count: messages.length,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => messages[index]?.id ?? index,
  });
  return (
    <ul ref={list} className={mergeClasses(surfaces.list, styles.list)} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ key, index, start }) => {
        const message = messages[index];
        return (
          message && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
              aria-setsize={messages.length}
              aria-posinset={index + 1}
            >
              <MessageRow message={message} onOpen={onOpen} />
            </li>
          )
        );
      })}
    </ul>
  );
}
