import type { MessageDetail, MessageHit } from '@readback/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useKnownVersion, useRefetchOnNews } from '../activity/use-version.ts';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';

/** A message as far as its hits are loaded. */
export interface LoadedMessage {
  message: MessageDetail;
  /** Newest first, of all pages that were loaded. */
  hits: readonly MessageHit[];
  /** Loads earlier ones; null: these are all. */
  loadMore: (() => void) | null;
}

/** A message that follows what happens to it. */
export interface FollowedMessage {
  /** Undefined until it is there; null: the server knows none. */
  loaded: LoadedMessage | null | undefined;
  /** Why it can't be fetched, or not now. */
  error: Error | null;
  /** When `loaded` was true, milliseconds since 1970. */
  since: number;
  retry: () => void;
}

/** What was already read of a message. */
export interface KnownMessage {
  message: MessageDetail;
  /** Version of the mailbox before it was read; empty where nobody knew it. */
  version: string;
}

/** Follows one message. */
export function useMessage(id: string, known?: KnownMessage): FollowedMessage {
  const { api } = usePane();
  const readVersion = useKnownVersion();
  const [shown] = useState(() => known?.version ?? readVersion() ?? '');
  const query = useInfiniteQuery({
    queryKey: ['message', id],
    queryFn: ({ pageParam, signal }) => api.readMessage(id, pageParam === '' ? null : pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page?.next,
    ...(known === undefined ? {} : { initialData: { pages: [known.message], pageParams: [''] }, staleTime: Infinity }),
  });
  const { failure } = useRefetchOnNews({ shown: query.data && shown, refetch: query.refetch });
  const { hasNextPage, fetchNextPage } = query;
  const loadMore = hasNextPage ? () => letRun(fetchNextPage()) : null;
  const pages = query.data?.pages;
  const joined = useMemo(() => pages && join(pages), [pages]);
  return {
    loaded: joined && { ...joined, loadMore },
    error: query.error ?? failure,
    since: query.dataUpdatedAt,
    retry: () => letRun(query.refetch()),
  };
}

function join(pages: readonly (MessageDetail | null)[]): Omit<LoadedMessage, 'loadMore'> | null {
  const message = pages[0] ?? null;
  if (message === null) return null;
  // A hit that came between two pages stands in both.
  const hits = new Map(pages.flatMap((page) => page?.hits ?? []).map((hit) => [hit.id, hit]));
  return { message, hits: [...hits.values()] };
}
