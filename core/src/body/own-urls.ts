import { splitUrl } from '../token/origin.ts';
import { parseTrackingSegment } from '../token/tracking-segment.ts';
import { findTrackingPath, peekDestination } from '../token/tracking-url.ts';

/** Recognises addresses that tracking made, on whichever origins it ran. */
export interface OwnUrls {
  /** Whether a picture's address is one of ours, also behind the `#` of Google's picture proxy. */
  isPixel(source: string): boolean;
  /** Where a link leads once everything of ours is taken off, and whether what is left is a link of ours that can't be read. */
  unwrap(url: string): { destination: string; isUnreadable: boolean };
}

/** Recognises own addresses by origin and token; what is signed isn't checked. */
export function recogniseOwnUrls(ownOrigins: readonly string[]): OwnUrls {
  const origins = new Set<string>();
  for (const origin of ownOrigins) {
    const parts = splitUrl(origin);
    if (parts) origins.add(parts.origin);
  }
  const isOwnLink = (url: string): boolean => {
    const parts = url.includes('/c/') ? splitUrl(url) : null;
    return parts !== null && origins.has(parts.origin) && parts.path.startsWith('/c/');
  };
  const known = Array.from(origins);
  return {
    isPixel: (source) => {
      const found = source.includes('/o/') ? findTrackingPath(cleanUrl(source), known) : null;
      return found?.kind === 'open' && parseTrackingSegment(found.segment)?.kind === 'open';
    },
    unwrap: (url) => {
      let destination = url;
      while (isOwnLink(destination)) {
        const inner = peekDestination(destination);
        if (inner === null) return { destination, isUnreadable: true };
        destination = cleanUrl(inner);
      }
      return { destination, isUnreadable: false };
    },
  };
}

/**
 * What a browser does to an address before it looks at it (WHATWG URL §4.4): no tabs and newlines, no controls or blanks at
 * the ends.
 */
export function cleanUrl(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && value.charCodeAt(start) <= 0x20) start++;
  while (end > start && value.charCodeAt(end - 1) <= 0x20) end--;
  const text = value.slice(start, end);
  return hasBreak(text) ? text.split('\t').join('').split('\n').join('').split('\r').join('') : text;
}

function hasBreak(text: string): boolean {
  return text.includes('\t') || text.includes('\n') || text.includes('\r');
}
