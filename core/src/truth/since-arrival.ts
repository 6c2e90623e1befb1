import type { MessageContext } from './observe-hit.ts';

/** When a mail leaves that waits in an outbox, the sender's own clock says, which may be off by as much. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Hits overtake each other on their way into the ledger by as much. */
const OVERTAKEN_MS = 60_000;

/**
 * Milliseconds from a mail's arrival to a hit, by the server's clock; negative: it hadn't left yet; null: unknown. What
 * arrived is what was sent, or delivered as planned, or what a filter's first burst showed to be there (`shownAt`).
 */
export function timeSinceArrival(
  at: number,
  shownAt: number | null,
  { sentAt, deliverAfter }: Pick<MessageContext, 'sentAt' | 'deliverAfter'>,
): number | null {
  const isDelayed = deliverAfter !== null && (sentAt === null || deliverAfter > sentAt);
  const left = isDelayed ? deliverAfter : sentAt;
  if (left !== null && at < left) return isDelayed && at >= left - CLOCK_SLACK_MS ? null : at - left;
  const arrived = shownAt ?? left;
  if (arrived === null) return null;
  if (at >= arrived) return at - arrived;
  return arrived - at <= OVERTAKEN_MS ? 0 : null;
}
