import type { MessageDetail, MessageHit } from '@readback/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useKnownVersion, useRefetchOnNews } from '../activity/use-version.ts';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';
import { withNewest } from './with-newest.ts';

/** A message as far as its hits are loaded. */
export interface LoadedMessage {
  message: MessageDetail;
  /** Newest first, of all pages that were loaded. */
  hits: readonly MessageHit[];
  /** Loads earlier ones; null: these are all. */
  loadMore: (() => void) | null;
  isLoadingMore: boolean;
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

type MessageData = InfiniteData<MessageDetail | null>;

/** Of more pages than these only the first is asked for again when something happens: that is where it happens. */
const MOST_REFETCHED = 3;

/** Follows one message. */
export function useMessage(id: string, known?: KnownMessage): FollowedMessage {
  const { api } = usePane();
  const queries = useQueryClient();
  const queryKey = ['message', id];
  const readVersion = useKnownVersion();
  const [shown] = useState(() => known?.version ?? readVersion() ?? '');
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => api.readMessage(id, pageParam === '' ? null : pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page?.next,
    ...(known === undefined ? {} : { initialData: { pages: [known.message], pageParams: [''] }, staleTime: Infinity }),
  });
  const refetch = async (): Promise<unknown> => {
    if ((query.data?.pages.length ?? 0) <= MOST_REFETCHED) return query.refetch();
    const newest = await api.readMessage(id, null);
    return queries.setQueryData<MessageData>(queryKey, (data) => {
      const pages = data && withNewest(data.pages, newest);
      return pages && { pages: [...pages], pageParams: data.pageParams.slice(0, pages.length) };
    });
  };
  const { failure } = useRefetchOnNews({ shown: query.data && shown, refetch });
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const loadMore = hasNextPage ? () => letRun(fetchNextPage()) : null;
  const pages = query.data?.pages;
  const joined = useMemo(() => pages && join(pages), [pages]);
  return {
    loaded: joined && { ...joined, loadMore, isLoadingMore: isFetchingNextPage },
    error: query.error ?? failure,
    since: query.dataUpdatedAt,
    retry: () => letRun(query.refetch()),
  };
}

function join(pages: readonly (MessageDetail | null)[]): Pick<LoadedMessage, 'message' | 'hits'> | null {
  const message = pages[0] ?? null;
  if (message === null) return null;
  const hits = new Map<string, MessageHit>();
  // A hit that came between two pages stands in both; what the earlier page says of it is newer.
  for (const hit of pages.flatMap((page) => page?.hits ?? [])) {
    if (!hits.has(hit.id)) hits.set(hit.id, hit);
  }
  return { message, hits: [...hits.values()] };
}
