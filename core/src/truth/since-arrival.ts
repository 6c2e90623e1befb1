import type { MessageContext } from './observe-hit.ts';

/** A delayed mail leaves by the sender's own clock, which may be off by this much. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** By how much hits overtake each other on their way into the ledger. */
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
