import type { DomainStatement } from '@readback/core';
import { useQuery } from '@tanstack/react-query';
import { usePane } from '../pane-context.ts';

/** What is known changes with many mails only. */
const FRESH_MS = 5 * 60_000;

/** The domain of an address (in lower case), and what the own mails show of it: nothing while it isn't known yet. */
export function useDomain(address: string): { domain: string; statements: readonly DomainStatement[] } {
  const { api } = usePane();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const { data } = useQuery({
    queryKey: ['domains'],
    queryFn: ({ signal }) => api.readDomains(signal),
    staleTime: FRESH_MS,
  });
  return { domain, statements: data?.items.find((each) => each.domain === domain)?.statements ?? [] };
}
