import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { requireInteger, requireLength } from './field-checks.ts';
import { hmacSha256, isEqualInConstantTime } from './hmac.ts';
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

/** A token as it was read; nothing in it is believed before `isAuthentic` says so. */
export interface Token {
  kind: TokenKind;
  epoch: number;
  generation: number;
  /** 8 bytes. */
  mailboxId: Uint8Array;
  /** 12 bytes. */
  messageId: Uint8Array;
  /** Which link of the message, 0..65535; null unless a click. */
  position: number | null;
  /** Where the link goes, not necessarily http(s); null unless a click. */
  destination: string | null;
  /** The bytes under the MAC: header, position, destination. */
  signed: readonly Uint8Array[];
  /** 16 bytes. */
  mac: Uint8Array;
}

/** What a token is made for. */
export interface TokenContent {
  kind: TokenKind;
  messageId: Uint8Array;
  /** Clicks only. */
  link?: { position: number; destination: string };
  /** Registrations only: the request's body, which the MAC covers too. */
  body?: Uint8Array;
}

const VERSION = 1;
const KIND_NUMBERS: Readonly<Record<TokenKind, number>> = { open: 1, click: 2, register: 3 };
const KINDS: readonly (TokenKind | undefined)[] = [undefined, 'open', 'click', 'register'];

const MAILBOX_ID_AT = 3;
const MESSAGE_ID_AT = MAILBOX_ID_AT + MAILBOX_ID_LENGTH;
const HEADER_LENGTH = MESSAGE_ID_AT + MESSAGE_ID_LENGTH;
const POSITION_LENGTH = 2;
const MAC_LENGTH = 16;
const NOTHING = new Uint8Array(0);

/** Makes a token, base64url. RangeError for a wrong length or a number that doesn't fit its bytes. */
export function signToken(signer: SigningKey, content: TokenContent): string {
  requireLength(signer.key, KEY_LENGTH, 'key');
  const header = headerBytes(signer, content);
  const position = content.link ? positionBytes(content.link.position) : NOTHING;
  const destination = content.link ? encodeUtf8(content.link.destination) : NOTHING;
  const mac = macOf(signer.key, [header, position, destination, content.body ?? NOTHING]);
  return encodeBase64url(concat([header, position, mac, destination]));
}

/** Reads a token; null unless it has our version, a known kind and that kind's length. The MAC isn't checked. */
export function parseToken(text: string): Token | null {
  const bytes = decodeBase64url(text);
  if (bytes === null) return null;
  const first = bytes[0] ?? 0;
  const kind = KINDS[first & 15];
  if (first >> 4 !== VERSION || kind === undefined) return null;
  return kind === 'click' ? parseClick(bytes) : parseFixed(bytes, kind);
}

/** Whether a token was signed with this key, over this body for a registration. Compares in constant time. */
export function isAuthentic(token: Token, key: Uint8Array, body: Uint8Array = NOTHING): boolean {
  return isEqualInConstantTime(macOf(key, [...token.signed, body]), token.mac);
}

function parseFixed(bytes: Uint8Array, kind: TokenKind): Token | null {
  if (bytes.length !== HEADER_LENGTH + MAC_LENGTH) return null;
  return {
    ...parseHeader(bytes, kind),
    position: null,
    destination: null,
    signed: [bytes.subarray(0, HEADER_LENGTH)],
    mac: bytes.subarray(HEADER_LENGTH),
  };
}

function parseClick(bytes: Uint8Array): Token | null {
  const macAt = HEADER_LENGTH + POSITION_LENGTH;
  const destinationAt = macAt + MAC_LENGTH;
  if (bytes.length < destinationAt) return null;
  const destination = decodeUtf8(bytes.subarray(destinationAt));
  if (destination === null) return null;
  return {
    ...parseHeader(bytes, 'click'),
    position: (bytes[HEADER_LENGTH] ?? 0) * 256 + (bytes[HEADER_LENGTH + 1] ?? 0),
    destination,
    signed: [bytes.subarray(0, macAt), bytes.subarray(destinationAt)],
    mac: bytes.subarray(macAt, destinationAt),
  };
}

function parseHeader(bytes: Uint8Array, kind: TokenKind) {
  return {
    kind,
    epoch: bytes[1] ?? 0,
    generation: bytes[2] ?? 0,
    mailboxId: bytes.slice(MAILBOX_ID_AT, MESSAGE_ID_AT),
    messageId: bytes.slice(MESSAGE_ID_AT, HEADER_LENGTH),
  };
}

function headerBytes(signer: SigningKey, content: TokenContent): Uint8Array {
  requireLength(signer.mailboxId, MAILBOX_ID_LENGTH, 'mailboxId');
  requireLength(content.messageId, MESSAGE_ID_LENGTH, 'messageId');
  requireInteger(signer.epoch, 0xff, 'epoch');
  requireInteger(signer.generation, 0xff, 'generation');
  const start = Uint8Array.of((VERSION << 4) | KIND_NUMBERS[content.kind], signer.epoch, signer.generation);
  return concat([start, signer.mailboxId, content.messageId]);
}

function positionBytes(position: number): Uint8Array {
  requireInteger(position, 0xffff, 'position');
  return Uint8Array.of(position >> 8, position & 0xff);
}

function macOf(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  return hmacSha256(key, parts).subarray(0, MAC_LENGTH);
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
