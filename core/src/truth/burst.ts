import { CORRECTION_MS } from './judge-memory.ts';
import type { RecentHit, Requester } from './judge-memory.ts';

/** Enough different links within this time, and nobody read what stands behind them. */
const MANY_LINKS = 3;
const MANY_LINKS_WITHIN_MS = 2_000;

/** All links of a mail within this time. */
const ALL_LINKS_WITHIN_MS = 10_000;

/** Picture and link together, soon after the mail came. */
const TOGETHER_WITHIN_MS = 1_000;
const SOON_MS = 60_000;

/** What a burst is looked for in. */
export interface BurstContext {
  /** Links of the mail that are tracked; 0: unknown. */
  trackedLinks: number;
  /** Milliseconds since the mail arrived; null: unknown. */
  sinceArrival: number | null;
}

/**
 * Whether a hit belongs to requests that only programs make: three links within 2 s, all (at least two) within 10 s, or
 * picture and link within 1 s in the first minute; by one requester. The same link again and again is no burst: double
 * clicks and restored tabs do that.
 */
export function isBurst(hit: RecentHit, others: readonly RecentHit[], context: BurstContext): boolean {
  const group = others.filter((other) => isSameRequester(other.requester, hit.requester));
  if (isTogether(hit, group, context)) return true;
  if (hit.kind !== 'click') return false;
  if (linksWithin(hit, group, MANY_LINKS_WITHIN_MS) >= MANY_LINKS) return true;
  return context.trackedLinks >= 2 && linksWithin(hit, group, ALL_LINKS_WITHIN_MS) >= context.trackedLinks;
}

/** The hits of the last 15 minutes that share the fate of a burst: same requester, nobody else. */
export function sameGroup(hit: RecentHit, others: readonly RecentHit[]): readonly RecentHit[] {
  return others.filter(
    (other) => isSameRequester(other.requester, hit.requester) && Math.abs(other.at - hit.at) <= CORRECTION_MS,
  );
}

/**
 * One program on one address; or, where machines stand in rows, one network and neighbourhood: detonation comes from several
 * neighbouring addresses (gophish#2646). Two people behind one office address differ in their programs.
 */
function isSameRequester(a: Requester, b: Requester): boolean {
  if (a.client === b.client && a.family === b.family) return true;
  return a.machinePark && b.machinePark && a.asn === b.asn && a.neighbourhood === b.neighbourhood;
}

function isTogether(hit: RecentHit, group: readonly RecentHit[], { sinceArrival }: BurstContext): boolean {
  if (sinceArrival === null || sinceArrival >= SOON_MS) return false;
  return group.some((other) => other.kind !== hit.kind && Math.abs(other.at - hit.at) <= TOGETHER_WITHIN_MS);
}

/** Different links in the window that ends, or in the one that starts, with this hit: hits may overtake each other. */
function linksWithin(hit: RecentHit, group: readonly RecentHit[], windowMs: number): number {
  const count = (from: number, to: number): number => {
    const clicks = [hit, ...group].filter((other) => other.kind === 'click' && other.at >= from && other.at <= to);
    return new Set(clicks.map((click) => click.position)).size;
  };
  return Math.max(count(hit.at - windowMs, hit.at), count(hit.at, hit.at + windowMs));
}
