import { isHttpUrl } from './http-url.ts';
import { splitUrl } from './origin.ts';
import { parseTrackingSegment, readTrackingSegment } from './tracking-segment.ts';
import type { KeyOf, TrackingRef } from './tracking-segment.ts';

/** An address on a tracking origin, cut but not verified. */
export interface TrackingPath {
  kind: TrackingRef['kind'];
  /** What follows `/o/` or `/c/`. */
  segment: string;
}

/**
 * Reads and verifies a URL of ours: on one of the origins (host in any case; query and fragment ignored), or standing behind
 * the `#` of another URL, as Google's picture proxy writes it. Null for another origin, a bad MAC, no key, or a kind that
 * isn't the path's.
 */
export function readTrackingUrl(url: string, origins: readonly string[], keyOf: KeyOf): TrackingRef | null {
  const found = findTrackingPath(url, origins);
  if (found === null) return null;
  const reading = readTrackingSegment(found.segment, found.kind, keyOf);
  return reading.ok ? reading.ref : null;
}

/**
 * Where a link of ours goes, without verifying it: for unwrapping, and for pages that show and don't go. Any origin is
 * taken for ours. Null unless the path is `/c/` and a token whose destination is http(s).
 */
export function peekDestination(url: string): string | null {
  const found = trackingPath(splitUrl(url)?.path ?? '');
  if (found === null || found.kind !== 'click') return null;
  const token = parseTrackingSegment(found.segment);
  const destination = token?.link?.destination ?? null;
  return destination !== null && isHttpUrl(destination) ? destination : null;
}

/**
 * Finds `/o/…` or `/c/…` of one of the origins in a URL, or in what stands behind its `#`
 * (`https://ci3.googleusercontent.com/meips/…#https://track.contoso.com/o/…`). Null where there is none.
 */
export function findTrackingPath(url: string, origins: readonly string[]): TrackingPath | null {
  const hash = url.indexOf('#');
  return ownPath(url, origins) ?? (hash < 0 ? null : ownPath(url.slice(hash + 1), origins));
}

function ownPath(url: string, origins: readonly string[]): TrackingPath | null {
  const parts = splitUrl(url);
  if (parts === null || !origins.some((origin) => splitUrl(origin)?.origin === parts.origin)) return null;
  return trackingPath(parts.path);
}

function trackingPath(path: string): TrackingPath | null {
  const segment = path.slice(3);
  if (segment.includes('/')) return null;
  if (path.startsWith('/o/')) return { kind: 'open', segment };
  return path.startsWith('/c/') ? { kind: 'click', segment } : null;
}
