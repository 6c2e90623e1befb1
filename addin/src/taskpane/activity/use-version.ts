import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';
import { isPassing, pauseAfterFailure, POLL_MS } from './poll-pace.ts';

const KEY = ['version'];

/** Which state of the mailbox the server is at; asked again and again while the pane can be seen. */
export interface VersionSight {
  /** Another one means that something happened; undefined until the first answer. */
  version: string | undefined;
  /** Why the server doesn't answer at the moment; null while it does. */
  failure: Error | null;
}

/** Follows the mailbox. While nothing happens, asking costs the server one point read. */
export function useVersion(): VersionSight {
  const { api } = usePane();
  const queries = useQueryClient();
  const { data, failureReason } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<string>(KEY);
      const page = await api.listMessages({ limit: '1', ...(known === undefined ? {} : { version: known }) }, signal);
      return page.version;
    },
    refetchInterval: (query) => (query.state.status === 'error' ? false : POLL_MS),
    retry: (_, error) => isPassing(error),
    retryDelay: pauseAfterFailure,
  });
  return { version: data, failure: failureReason };
}

/** Fetches again whenever the mailbox has moved on since the view was opened. */
export function useRefetchOnNews(refetch: () => Promise<unknown>): VersionSight {
  const sight = useVersion();
  const seen = useRef(sight.version);
  useEffect(() => {
    if (seen.current === sight.version) return;
    seen.current = sight.version;
    letRun(refetch());
  }, [sight.version, refetch]);
  return sight;
}
