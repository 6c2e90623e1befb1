import type { Overview } from '@readback/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';
import { createOverviewShelf } from './kept-overview.ts';
import { OVERVIEW_KEY } from './overview-key.ts';
import { useRefetchOnNews } from './use-version.ts';

/** Showing goes first; in milliseconds. */
const KEPT_AFTER_MS = 1_000;

/** Where the activity and the messages begin; all who look share what was read. */
export interface OverviewSight {
  overview: Overview | undefined;
  /** Whether it was read, or known to hold still, since this was opened. */
  isCurrent: boolean;
  /** Why nothing (newer) comes at the moment; null while it does. */
  problem: Error | null;
  /** When `overview` was true, milliseconds since 1970. */
  since: number;
  retry: () => void;
}

/** Follows the beginning of the activity. `inBackground`: also while the page can't be seen. */
export function useOverview(inBackground = false): OverviewSight {
  const { api, mailbox, patience } = usePane();
  const [shelf] = useState(() => createOverviewShelf(tabStorage(), mailbox.address));
  const [kept] = useState(shelf.read);
  const [openedAt] = useState(() => patience.timers.now());
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: OVERVIEW_KEY,
    queryFn: ({ signal }) => api.readOverview({}, signal),
    // It is the mailbox's version that tells when this has aged.
    staleTime: Infinity,
    gcTime: Infinity,
    ...(kept === null ? {} : { initialData: kept.overview, initialDataUpdatedAt: kept.readAt }),
  });
  const refetchOnce = useCallback(() => refetch({ cancelRefetch: false }), [refetch]);
  const { version, failure } = useRefetchOnNews({ shown: data?.version, refetch: refetchOnce, inBackground });
  const { timers } = patience;
  useEffect(() => {
    if (data === undefined) return undefined;
    return timers.after(KEPT_AFTER_MS, () => shelf.keep({ overview: data, readAt: dataUpdatedAt }));
  }, [data, dataUpdatedAt, shelf, timers]);
  return {
    overview: data,
    isCurrent: data !== undefined && (data.version === version || dataUpdatedAt >= openedAt),
    problem: error ?? failure,
    since: dataUpdatedAt,
    retry: useCallback(() => letRun(refetchOnce()), [refetchOnce]),
  };
}

/** Null where the browser forbids it, as it may in a frame. */
function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    // SecurityError: the person blocked site data.
    return null;
  }
}
