import { tallyOf } from './judge-memory.ts';
import type { GatewaySigns, RecentHit } from './judge-memory.ts';

/** Filters check a mail while they let it in, and some once more shortly after. */
const DELIVERY_MS = 10 * 60_000;

/** The signs with what one more hit adds to them. */
export function addGatewaySigns(signs: GatewaySigns, hit: RecentHit, sinceArrival: number | null): GatewaySigns {
  const { kind, verdict, setAside } = hit;
  if (setAside || verdict.actor === 'sender') return signs;
  if (verdict.actor === 'scanner') {
    const isAtDelivery = sinceArrival !== null && sinceArrival <= DELIVERY_MS;
    return isAtDelivery ? { ...signs, scanned: true } : signs;
  }
  if (kind !== 'open') return signs;
  if (verdict.actor === 'image-proxy' || verdict.actor === 'prefetch') return { ...signs, relayed: true };
  return tallyOf(verdict) === 'unknown' ? { ...signs, unclear: true } : { ...signs, direct: true };
}
