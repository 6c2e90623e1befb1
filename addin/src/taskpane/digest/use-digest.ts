import type { DigestRow } from '@readback/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useRefetchOnNews } from '../activity/use-version.ts';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';
import { DIGEST_KEY } from './digest-key.ts';
import { refreshRest } from './refresh-rest.ts';

/** All own mails in short, as far as they are here. */
export interface DigestSight {
  /** Newest first; null: nothing has come yet. */
  rows: readonly DigestRow[] | null;
  /** Whether `rows` are all there are. */
  isComplete: boolean;
  /** Why nothing (newer) comes at the moment; null while it does. */
  problem: Error | null;
  /** When `rows` were last fetched, in milliseconds since 1970. */
  updatedAt: number;
  retry: () => void;
}

/** Reads all own mails in short, page after page, and again whenever the mailbox has moved on; all views share them. */
export function useDigest(): DigestSight {
  const { api } = usePane();
  const list = useInfiniteQuery({
    queryKey: DIGEST_KEY,
    queryFn: ({ pageParam, signal }) => api.readDigest(pageParam, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.next,
    // Comparing all rows one by one keeps nothing: one that differs makes what is derived of them anew.
    structuralSharing: false,
    // It is the mailbox's version that tells when these rows have aged.
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage, refetch, data, dataUpdatedAt } = list;
  useEffect(() => {
    // Several views may ask at once.
    if (hasNextPage && !isFetching && !isError) letRun(fetchNextPage({ cancelRefetch: false }));
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const refetchOnce = useCallback(() => refetch({ cancelRefetch: false }), [refetch]);
  const isComplete = data !== undefined && !hasNextPage;
  const refresh = useRested(refetchOnce, data?.pages.length ?? 0, dataUpdatedAt);
  const { failure } = useRefetchOnNews({ shown: isComplete ? data.pages[0]?.version : undefined, refetch: refresh });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? null, [data]);
  const retry = useCallback((): void => letRun(refetchOnce()), [refetchOnce]);
  return { rows, isComplete, problem: list.error ?? failure, updatedAt: dataUpdatedAt, retry };
}

/** Fetches when the rest after the last time is over; once, however often it is asked meanwhile. */
function useRested(refetch: () => Promise<unknown>, pages: number, updatedAt: number): () => Promise<void> {
  const { timers } = usePane().patience;
  const waiting = useRef<(() => void) | null>(null);
  useEffect(
    () => () => {
      waiting.current?.();
      waiting.current = null;
    },
    [],
  );
  return useCallback(() => {
    waiting.current ??= timers.after(refreshRest(pages, updatedAt, timers.now()), () => {
      waiting.current = null;
      letRun(refetch());
    });
    return Promise.resolve();
  }, [timers, pages, updatedAt, refetch]);
}

function firstPage(): string | null {
  return null;
}
