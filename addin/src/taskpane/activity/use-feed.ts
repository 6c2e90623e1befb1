import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Api } from '../api/api-client.ts';
import { usePane } from '../pane-context.ts';
import { nextSource, openFeed, showFresh, takeEntries, takeMessages, takeNews } from './feed.ts';
import type { Feed, FeedSource } from './feed.ts';
import { useOverview } from './use-overview.ts';
import type { OverviewSight } from './use-overview.ts';

/** The activity as far as it was read, and the ways to read on. */
export interface FeedSight extends Pick<OverviewSight, 'problem' | 'since' | 'retry'> {
  /** Undefined until its beginning is there. */
  feed: Feed | undefined;
  /** Shows what happened since at the top. */
  showFresh: () => void;
  /** Reads further; null: there is no more. */
  more: { read: () => void; isReading: boolean; failed: boolean } | null;
}

const KEY = ['feed'];

/** Enough for a screen; read in one go, so that rows don't drop in one by one. */
const ROWS_AT_ONCE = 20;
/** Pages that bring nothing to show are read on, but not without end. */
const MOST_PAGES = 6;

/** The activity; it outlives the view, so that coming back finds it as it was. */
export function useFeed(): FeedSight {
  const { api } = usePane();
  const queries = useQueryClient();
  const { overview, problem, since, retry } = useOverview();
  const { data: feed } = useQuery<Feed>({ queryKey: KEY, queryFn: skipToken, staleTime: Infinity, gcTime: Infinity });
  useEffect(() => {
    if (overview === undefined) return;
    update(queries, (before) => (before === undefined ? null : takeNews(before, overview)) ?? openFeed(overview));
  }, [overview, queries]);
  const { mutate, isPending, isError } = useMutation({ mutationFn: () => readOn(api, queries), retry: false });
  const hasMore = feed !== undefined && nextSource(feed) !== null;
  return {
    problem,
    since,
    retry,
    feed,
    showFresh: () => update(queries, (before) => before && showFresh(before)),
    more: hasMore ? { read: mutate, isReading: isPending, failed: isError } : null,
  };
}

function update(queries: QueryClient, change: (feed: Feed | undefined) => Feed | undefined): void {
  queries.setQueryData<Feed>(KEY, change);
}

async function readOn(api: Api, queries: QueryClient): Promise<void> {
  const shown = (): number => queries.getQueryData<Feed>(KEY)?.order.length ?? 0;
  const before = shown();
  for (let page = 0; page < MOST_PAGES && shown() < before + ROWS_AT_ONCE; page += 1) {
    const feed = queries.getQueryData<Feed>(KEY);
    const source = feed === undefined ? null : nextSource(feed);
    if (feed === undefined || source === null) return;
    await readPage(api, queries, source, feed[source].next);
  }
}

async function readPage(api: Api, queries: QueryClient, source: FeedSource, next: string | null): Promise<void> {
  const query = next === null ? {} : { after: next };
  // What was opened anew meanwhile begins elsewhere.
  const isStill = (feed: Feed): boolean => feed[source].next === next;
  if (source === 'activity') {
    const page = await api.listActivity(query);
    update(queries, (feed) => (feed && isStill(feed) ? takeEntries(feed, page) : feed));
  } else {
    const page = await api.listMessages(query);
    update(queries, (feed) => (feed && isStill(feed) ? takeMessages(feed, page) : feed));
  }
}
