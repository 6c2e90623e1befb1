import { encodeHex, findTrackingPath, parseTrackingSegment, readTrackingSegment } from '@readback/core/records';
import type { SigningKey } from '@readback/core';

/** What a body holds of one message of this mailbox. */
export interface OwnTrace {
  /** Hex; ascending order is newest first. */
  messageId: string;
  /**
   * Whether the mailbox's present key vouches for it. False: signed with an earlier key, which only the server has, so the
   * server has to know the message before anything is shown of it.
   */
  verified: boolean;
  /** Whether its picture stands in the body, as far as verified. */
  picture: boolean;
  /** Its tracked links as far as verified, by position. */
  links: readonly { position: number; destination: string }[];
}

/** What a body says about tracking. */
export interface Traces {
  /** Newest first. */
  own: readonly OwnTrace[];
  /** Whether it holds URLs of somebody else who uses the same Readback. */
  foreign: boolean;
}

/** Reads all tracking URLs out of a body, however it came: as they are, behind a picture proxy's `#`, or wrapped by a filter. */
export function findTraces(html: string, trackingOrigin: string, signing: SigningKey): Traces {
  const mailboxId = encodeHex(signing.mailboxId);
  const own = new Map<string, OwnTrace>();
  let foreign = false;
  for (const url of urlsOn(html, trackingOrigin)) {
    const path = findTrackingPath(url, [trackingOrigin]);
    const token = path && parseTrackingSegment(path.segment);
    if (path === null || token === null || token.kind !== path.kind) continue;
    if (encodeHex(token.mailboxId) !== mailboxId) {
      foreign = true;
      continue;
    }
    const current = token.epoch === signing.epoch && token.generation === signing.generation;
    // A URL that claims the present key but isn't signed with it was made up by somebody.
    if (current && !readTrackingSegment(path.segment, path.kind, () => signing.key).ok) continue;
    const messageId = encodeHex(token.messageId);
    const trace = own.get(messageId) ?? { messageId, verified: false, picture: false, links: [] };
    own.set(messageId, current ? withProof(trace, token.link) : trace);
  }
  return { own: [...own.values()].sort((one, other) => (one.messageId < other.messageId ? -1 : 1)), foreign };
}

/** Adds a URL that the present key vouches for: a link, or with null the picture. */
function withProof(trace: OwnTrace, link: OwnTrace['links'][number] | null): OwnTrace {
  if (link === null) return { ...trace, verified: true, picture: true };
  const isKnown = trace.links.some(({ position }) => position === link.position);
  if (isKnown) return { ...trace, verified: true };
  const links = [...trace.links, link].sort((one, other) => one.position - other.position);
  return { ...trace, verified: true, links };
}

/** Whatever of the markup could be a URL and names the tracking host, plain or as a parameter of another URL. */
function urlsOn(html: string, trackingOrigin: string): string[] {
  const host = trackingOrigin.slice(trackingOrigin.indexOf('//') + 2).toLowerCase();
  const encodedHost = encodeURIComponent(host).toLowerCase();
  const found: string[] = [];
  for (const [piece] of html.matchAll(/[^\s"'<>]+/g)) {
    const lower = piece.toLowerCase();
    // Nothing after an ampersand is of ours: a further parameter, or the `&gt;` behind an address in the text.
    if (lower.includes(host)) found.push(piece.slice(Math.max(0, lower.indexOf('http'))).replace(/&.*/s, ''));
    if (lower.includes(`%2f%2f${encodedHost}`)) found.push(...urlsInParameters(piece));
  }
  return found;
}

/** Safe Links and the like carry the address as a parameter (`?url=https%3A%2F%2F…&amp;data=…`). */
function urlsInParameters(piece: string): string[] {
  return piece
    .split(/[?&;]/)
    .filter((part) => /=https?%3a%2f%2f/i.test(part))
    .map((part) => decodeLeniently(part.slice(part.indexOf('=') + 1)));
}

/** Text that isn't proper percent encoding stays as it is: then it is no URL of ours either. */
function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
