import { POLL_MS } from '../activity/poll-pace.ts';

/**
 * How long to rest, in milliseconds, before a digest of so many pages is fetched again; `updatedAt` and `now` likewise since
 * 1970. On average no more than a page is fetched for each time that the mailbox is asked whether it has moved on.
 */
export function refreshRest(pages: number, updatedAt: number, now: number): number {
  return pages < 2 ? 0 : Math.max(0, updatedAt + pages * POLL_MS - now);
}
