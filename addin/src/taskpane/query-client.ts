import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './api/api-error.ts';

/** A passing trouble is told after these, and goes on being tried. */
const MOST_RETRIES = 2;
const FIRST_RETRY_MS = 500;
const LATER_RETRY_MS = 10_000;

/** How the pane asks: whatever the browser believes about the network, and again only where that may help. */
export function createQueryClient(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => isPassing(error) && failures < MOST_RETRIES,
        retryDelay: (failures) => FIRST_RETRY_MS * 2 ** failures,
        refetchInterval: ({ state }) => (isPassing(state.error) ? LATER_RETRY_MS : false),
      },
      mutations: { networkMode: 'always' },
    },
  });
  // Where the reader was in a list is nobody's to fetch again.
  queries.setQueryDefaults(['place'], { gcTime: Infinity });
  return queries;
}
