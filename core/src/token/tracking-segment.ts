import { isHttpUrl } from './http-url.ts';
import { isAuthentic, parseToken } from './token.ts';
import type { Token } from './token.ts';

/** Finds the key of a mailbox: null where there is no master of that epoch. */
export type KeyOf = (epoch: number, generation: number, mailboxId: Uint8Array) => Uint8Array | null;

/** What a verified tracking URL says. */
export interface TrackingRef {
  kind: 'open' | 'click';
  /** Number of the master that signed, 0..255. */
  epoch: number;
  /** Of the mailbox's key, 0..255; whether it was revoked is the caller's to know. */
  generation: number;
  /** 8 bytes. */
  mailboxId: Uint8Array;
  /** 12 bytes. */
  messageId: Uint8Array;
  /** Which link, 0..65535; null for an open. */
  position: number | null;
  /** Where the link goes; null for an open. Signed, but not necessarily http(s): ask `isHttpUrl` before going there. */
  destination: string | null;
  /** A `+` after the token: the recipient asks to see the destination instead of going there. */
  show: boolean;
}

/**
 * Why a token isn't believed. `malformed`: not a token of ours. `case-lost`: the same, and it looks as if something on the
 * way wrote it in lower case. `wrong-kind`: belongs to another route. `unknown-key`: no master of its epoch. `bad-mac`: changed
 * or forged.
 */
export type TokenRefusal = 'malformed' | 'case-lost' | 'wrong-kind' | 'unknown-key' | 'bad-mac';

/** What `readTrackingSegment` found. */
export type SegmentReading =
  | { ok: true; ref: TrackingRef }
  | {
      ok: false;
      reason: TokenRefusal;
      /** What the token claims as destination if that is http(s): to be named as text, never to be linked or gone to. */
      claimedDestination: string | null;
    };

/**
 * Reads and verifies the path segment after `/o/` or `/c/`, as it stands in `new URL(request.url).pathname`: percent forms
 * are kept as the host writes them. After the token it accepts a `+` and the punctuation that mail programs leave there.
 */
export function readTrackingSegment(segment: string, kind: TrackingRef['kind'], keyOf: KeyOf): SegmentReading {
  const { text, show, hasRubbish } = cutSegment(segment);
  const token = parseToken(text);
  if (token === null) return refuse(hasLostCase(segment) ? 'case-lost' : 'malformed', null);
  if (hasRubbish) return refuse('malformed', token);
  if (token.kind !== kind) return refuse('wrong-kind', token);
  const { epoch, generation, mailboxId, messageId, link } = token;
  const key = keyOf(epoch, generation, mailboxId);
  if (key === null) return refuse('unknown-key', token);
  if (!isAuthentic(token, key)) return refuse('bad-mac', token);
  const position = link && link.position;
  const destination = link && link.destination;
  return { ok: true, ref: { kind, epoch, generation, mailboxId, messageId, position, destination, show } };
}

/** Reads a path segment without verifying; null unless it is a token of ours and nothing but junk follows. */
export function parseTrackingSegment(segment: string): Token | null {
  const { text, hasRubbish } = cutSegment(segment);
  return hasRubbish ? null : parseToken(text);
}

function refuse(reason: TokenRefusal, token: Token | null): SegmentReading {
  const claimed = token?.link?.destination ?? null;
  return { ok: false, reason, claimedDestination: claimed !== null && isHttpUrl(claimed) ? claimed : null };
}

/** The token (`\w` and `-` are the alphabet of base64url), the plus that asks to be shown, what is left. */
const SEGMENT = /^([\w-]*)(\+|%2b)?([\s\S]*)$/i;

/** What mail programs and people leave behind a URL in running text: . , ; : ! ) ] > ' " or their percent forms. */
const JUNK = /[.,;:!)\]>'"]|%(?:2[1279ce]|3[abe]|5d)/gi;

/** `hasRubbish`: what follows the token isn't the punctuation that gets there by accident. */
function cutSegment(segment: string): { text: string; show: boolean; hasRubbish: boolean } {
  const [, text = '', plus = '', rest = ''] = SEGMENT.exec(segment) ?? [];
  return { text, show: plus !== '', hasRubbish: rest.replace(JUNK, '') !== '' };
}

/** Characters of a token for an open. */
const SHORTEST_TOKEN = 52;

/**
 * Whether a segment looks like a token that was written in lower case: the first byte of each of ours is 0x11, 0x12 or 0x13,
 * so it starts with a capital E, and 51 more characters without any capital don't come by chance.
 */
function hasLostCase(segment: string): boolean {
  return segment.startsWith('e') && segment.length >= SHORTEST_TOKEN && segment === segment.toLowerCase();
}
