import { base64urlValue } from './base64url.ts';
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

/** The path segment after `/o/` or `/c/`, cut into token and what follows. */
interface CutSegment {
  token: string;
  show: boolean;
}

/**
 * Reads and verifies the path segment after `/o/` or `/c/`, as it stands in `new URL(request.url).pathname`: percent forms
 * are kept as the host writes them. After the token it accepts a `+` and the punctuation that mail programs leave there.
 */
export function readTrackingSegment(segment: string, kind: TrackingRef['kind'], keyOf: KeyOf): SegmentReading {
  const cut = cutSegment(segment);
  const token = cut && parseToken(cut.token);
  if (cut === null || token === null) return refuse(hasLostCase(segment) ? 'case-lost' : 'malformed', null);
  if (token.kind !== kind) return refuse('wrong-kind', token);
  const { epoch, generation, mailboxId, messageId, position, destination } = token;
  const key = keyOf(epoch, generation, mailboxId);
  if (key === null) return refuse('unknown-key', token);
  if (!isAuthentic(token, key)) return refuse('bad-mac', token);
  return {
    ok: true,
    ref: { kind, epoch, generation, mailboxId, messageId, position, destination, show: cut.show },
  };
}

/** Reads a path segment without verifying; null unless it is a token of ours and nothing but junk follows. */
export function parseTrackingSegment(segment: string): Token | null {
  const cut = cutSegment(segment);
  return cut && parseToken(cut.token);
}

function refuse(reason: TokenRefusal, token: Token | null): SegmentReading {
  const claimed = token?.destination ?? null;
  return { ok: false, reason, claimedDestination: claimed !== null && isHttpUrl(claimed) ? claimed : null };
}

/** What mail programs and people leave behind a URL in running text. */
const JUNK = '.,;:!)]>\'"';

function cutSegment(segment: string): CutSegment | null {
  let at = 0;
  while (base64urlValue(segment.charCodeAt(at)) >= 0) at++;
  const token = segment.slice(0, at);
  const rest = characters(segment, at);
  const show = rest[0] === '+';
  const junk = show ? rest.slice(1) : rest;
  return junk.every((character) => JUNK.includes(character)) ? { token, show } : null;
}

/** The characters from `start` on, with percent forms of two digits decoded to the character they stand for. */
function characters(segment: string, start: number): string[] {
  const found: string[] = [];
  let at = start;
  while (at < segment.length) {
    const percentForm = /^%[\da-f]{2}/i.test(segment.slice(at, at + 3));
    found.push(percentForm ? String.fromCharCode(parseInt(segment.slice(at + 1, at + 3), 16)) : segment.charAt(at));
    at += percentForm ? 3 : 1;
  }
  return found;
}

/**
 * Whether a segment looks like a token that was written in lower case: the first byte of each of ours is 0x11, 0x12 or 0x13,
 * so it starts with a capital E, and 51 more characters without any capital don't come by chance.
 */
function hasLostCase(segment: string): boolean {
  return segment.startsWith('e') && segment.length >= SHORTEST_TOKEN && segment === segment.toLowerCase();
}

/** Characters of a token for an open. */
const SHORTEST_TOKEN = 52;
