import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isPassing } from '../api/api-error.ts';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';
import { pauseAfterFailure, POLL_MS } from './poll-pace.ts';

const KEY = ['version'];

/** Which state of the mailbox the server is at; asked again and again while the pane can be seen. */
export interface VersionSight {
  /** Another one means that something happened; undefined until the first answer. */
  version: string | undefined;
  /** Why the server doesn't answer at the moment; null while it does. */
  failure: Error | null;
}

/** Follows the mailbox. While nothing happens, asking costs the server one point read. */
function useVersion(inBackground: boolean): VersionSight {
  const { api } = usePane();
  const readKnown = useKnownVersion();
  const { data, failureReason } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const known = readKnown();
      const page = await api.listMessages({ limit: '1', ...(known === undefined ? {} : { version: known }) }, signal);
      return page.version;
    },
    refetchInterval: (query) => (query.state.status === 'error' ? false : POLL_MS),
    refetchIntervalInBackground: inBackground,
    retry: (_, error) => isPassing(error),
    retryDelay: pauseAfterFailure,
  });
  return { version: data, failure: failureReason };
}

/** Reads the latest known version without asking for it. */
export function useKnownVersion(): () => string | undefined {
  const queries = useQueryClient();
  return () => queries.getQueryData<string>(KEY);
}

/** What a view shows, as far as following it needs to know. */
export interface Followed {
  /** A version that the shown data is at least as new as; empty: nobody knows; undefined: nothing is shown yet. */
  shown: string | undefined;
  refetch: () => Promise<unknown>;
  /** Whether to follow also while the page can't be seen. Absent: no. */
  inBackground?: boolean;
}

/** Fetches again whenever the mailbox has moved on from what is shown. */
export function useRefetchOnNews({ shown, refetch, inBackground = false }: Followed): VersionSight {
  const sight = useVersion(inBackground);
  const { version } = sight;
  const answered = useRef<string>(undefined);
  useEffect(() => {
    if (version === undefined || shown === undefined || version === shown || version === answered.current) return;
    answered.current = version;
    letRun(refetch());
  }, [version, shown, refetch]);
  return sight;
}
