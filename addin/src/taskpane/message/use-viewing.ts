import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePane } from '../pane-context.ts';

/** The server takes a sign of the sender's own eyes for 20 s. */
const EVERY_MS = 15_000;

/**
 * Tells the server, for as long as the pane can be seen, that the sender is looking at this sent message: then it surely
 * left, and the picture that Outlook loads is the sender's own doing.
 */
export function useViewing(id: string): void {
  const { api, patience } = usePane();
  const [shownAt] = useState(patience.timers.now);
  useQuery({
    queryKey: ['viewing', id],
    queryFn: async ({ signal }) => {
      await api.reportViewing(id, patience.timers.now() - shownAt, signal);
      return true;
    },
    refetchInterval: EVERY_MS,
    // The next sign follows soon anyway.
    retry: false,
    gcTime: 0,
  });
}
