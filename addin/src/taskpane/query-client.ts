import { QueryClient } from '@tanstack/react-query';
import { isPassing, pauseAfterFailure } from './activity/poll-pace.ts';

const MOST_RETRIES = 2;

/** How the pane asks: whatever the browser believes about the network, and again only where that may help. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => isPassing(error) && failures < MOST_RETRIES,
        retryDelay: pauseAfterFailure,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
