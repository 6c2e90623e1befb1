import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { requireInteger, requireLength } from './field-checks.ts';
import { createHmac, hmacSha256, isEqualInConstantTime } from './hmac.ts';
import { MAILBOX_ID_LENGTH } from './mailbox-id.ts';
import { KEY_LENGTH } from './mailbox-key.ts';
import { MESSAGE_ID_LENGTH } from './message-id.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** What a token is for; it must agree with the route on which it comes. */
export type TokenKind = 'open' | 'click' | 'register';

/** Who signs: one generation of one mailbox's key. */
export interface SigningKey {
  /** 8 bytes. */
  mailboxId: Uint8Array;
  /** 32 bytes, secret. */
  key: Uint8Array;
  /** Number of the master from which the key was derived, 0..255. */
  epoch: number;
  /** 0..255. */
  generation: number;
}

/** A tracked link. */
export interface TokenLink {
  /** Which link of the message, 0..65535. */
  position: number;
  /** Where it goes; not necessarily http(s). */
  destination: string;
}

/** What a token is made for. */
export interface TokenContent {
  kind: TokenKind;
  /** 12 bytes. */
  messageId: Uint8Array;
  /** Clicks only. */
  link?: TokenLink;
  /** Registrations only: the body of the request, which the MAC covers too. */
  body?: Uint8Array;
}

/** A token as it was read; nothing in it is believed before `isAuthentic` says so. */
export interface Token {
  kind: TokenKind;
  epoch: number;
  generation: number;
  /** 8 bytes. */
  mailboxId: Uint8Array;
  /** 12 bytes. */
  messageId: Uint8Array;
  /** Null unless a click. */
  link: TokenLink | null;
  /** The bytes of the token that are under the MAC, in its order. */
  signed: readonly Uint8Array[];
  /** 16 bytes. */
  mac: Uint8Array;
}

const VERSION = 1;
const KIND_NUMBERS: Readonly<Record<TokenKind, number>> = { open: 1, click: 2, register: 3 };
const KINDS: readonly (TokenKind | undefined)[] = [undefined, 'open', 'click', 'register'];

const MAILBOX_ID_AT = 3;
const MESSAGE_ID_AT = MAILBOX_ID_AT + MAILBOX_ID_LENGTH;
const POSITION_AT = MESSAGE_ID_AT + MESSAGE_ID_LENGTH;
const POSITION_LENGTH = 2;
const MAC_LENGTH = 16;
const NOTHING = new Uint8Array(0);

/**
 * Makes a token, base64url. `hmac` is that of the signer's key, for whoever makes many. RangeError for a field that has not the
 * length or range of the wire format.
 */
export function signToken(signer: SigningKey, content: TokenContent, hmac = createHmac(signer.key)): string {
  requireSigningKey(signer);
  requireLength(content.messageId, MESSAGE_ID_LENGTH, 'messageId');
  const start = Uint8Array.of((VERSION << 4) | KIND_NUMBERS[content.kind], signer.epoch, signer.generation);
  const position = content.link === undefined ? NOTHING : positionBytes(content.link.position);
  const destination = content.link === undefined ? NOTHING : encodeUtf8(content.link.destination);
  const beforeMac = concat([start, signer.mailboxId, content.messageId, position]);
  const mac = hmac([beforeMac, destination, content.body ?? NOTHING]).subarray(0, MAC_LENGTH);
  return encodeBase64url(concat([beforeMac, mac, destination]));
}

/** Throws a RangeError unless every field of a signing key has the length or range that the wire format gives it. */
export function requireSigningKey(signer: SigningKey): void {
  requireLength(signer.mailboxId, MAILBOX_ID_LENGTH, 'mailboxId');
  requireLength(signer.key, KEY_LENGTH, 'key');
  requireInteger(signer.epoch, 0xff, 'epoch');
  requireInteger(signer.generation, 0xff, 'generation');
}

/** Reads a token; null unless it has our version, a known kind and that kind's length. The MAC isn't checked. */
export function parseToken(text: string): Token | null {
  const bytes = decodeBase64url(text);
  const kind = bytes && kindOf(bytes);
  if (!bytes || !kind) return null;
  const macAt = kind === 'click' ? POSITION_AT + POSITION_LENGTH : POSITION_AT;
  const restAt = macAt + MAC_LENGTH;
  if (bytes.length < restAt || (kind !== 'click' && bytes.length > restAt)) return null;
  const destination = decodeUtf8(bytes.subarray(restAt));
  if (destination === null) return null;
  return {
    kind,
    epoch: byteAt(bytes, 1),
    generation: byteAt(bytes, 2),
    mailboxId: bytes.slice(MAILBOX_ID_AT, MESSAGE_ID_AT),
    messageId: bytes.slice(MESSAGE_ID_AT, POSITION_AT),
    link: kind === 'click' ? { position: positionOf(bytes), destination } : null,
    signed: [bytes.subarray(0, macAt), bytes.subarray(restAt)],
    mac: bytes.subarray(macAt, restAt),
  };
}

/** Whether a token was signed with this key, for a registration over this body. Compares in constant time. */
export function isAuthentic(token: Token, key: Uint8Array, body: Uint8Array = NOTHING): boolean {
  const mac = hmacSha256(key, [...token.signed, body]).subarray(0, MAC_LENGTH);
  return isEqualInConstantTime(mac, token.mac);
}

function kindOf(bytes: Uint8Array): TokenKind | null {
  const first = byteAt(bytes, 0);
  return first >> 4 === VERSION ? (KINDS[first & 15] ?? null) : null;
}

function positionBytes(position: number): Uint8Array {
  requireInteger(position, 0xffff, 'position');
  return Uint8Array.of(position >> 8, position & 0xff);
}

function positionOf(bytes: Uint8Array): number {
  return (byteAt(bytes, POSITION_AT) << 8) | byteAt(bytes, POSITION_AT + 1);
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
