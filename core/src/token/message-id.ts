import { requireInteger, requireLength } from './field-checks.ts';
import { hmacSha256 } from './hmac.ts';
import { encodeUtf8 } from './utf8.ts';

/** Bytes of a message id. */
export const MESSAGE_ID_LENGTH = 12;

const TIME_LENGTH = 6;
const LATEST_TIME = 2 ** 48 - 1;
const LABEL = encodeUtf8('readback/message');

/**
 * Makes a message id of 12 bytes: the time counted backwards, so that ascending order is newest first, then 6 bytes that
 * nobody else has. `entropy` is whatever the runtime can give (classic Outlook has no `crypto`): the mailbox's key, random
 * numbers, the item's id, a counter; more is better, none at all is a RangeError, as is a time outside of 0..2^48-1
 * (milliseconds since 1970).
 */
export function createMessageId(nowMs: number, entropy: readonly Uint8Array[]): Uint8Array {
  requireInteger(nowMs, LATEST_TIME, 'nowMs');
  if (entropy.every((piece) => piece.length === 0)) throw new RangeError('entropy must hold at least one byte');
  const time = reversedTime(nowMs);
  const parts = [time];
  // With their lengths before them, ["ab", "c"] and ["a", "bc"] differ.
  for (const piece of entropy) parts.push(encodeUtf8(`${piece.length}:`), piece);
  const messageId = new Uint8Array(MESSAGE_ID_LENGTH);
  messageId.set(time);
  messageId.set(hmacSha256(LABEL, parts).subarray(0, MESSAGE_ID_LENGTH - TIME_LENGTH), TIME_LENGTH);
  return messageId;
}

/** When a message id was made, in milliseconds since 1970 by the clock of whoever made it. RangeError unless 12 bytes. */
export function messageTime(messageId: Uint8Array): number {
  requireLength(messageId, MESSAGE_ID_LENGTH, 'messageId');
  return LATEST_TIME - messageId.subarray(0, TIME_LENGTH).reduce((sum, byte) => sum * 256 + byte, 0);
}

function reversedTime(ms: number): Uint8Array {
  const bytes = new Uint8Array(TIME_LENGTH);
  let rest = LATEST_TIME - ms;
  for (let at = TIME_LENGTH - 1; at >= 0; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}
