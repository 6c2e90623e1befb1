import { requireInteger, requireLength } from './field-checks.ts';
import { hmacSha256 } from './hmac.ts';
import { MAILBOX_ID_LENGTH } from './mailbox-id.ts';
import { encodeUtf8 } from './utf8.ts';

/** Bytes of a mailbox key and of a master. */
export const KEY_LENGTH = 32;

const LABEL = encodeUtf8('readback/key');

/**
 * The key (32 bytes) that signs the URLs of one mailbox, derived from the master of an epoch. `generation` (0..255) is
 * raised when a key may have leaked. RangeError for wrong lengths.
 */
export function mailboxKeyOf(master: Uint8Array, mailboxId: Uint8Array, generation: number): Uint8Array {
  requireLength(master, KEY_LENGTH, 'master');
  requireLength(mailboxId, MAILBOX_ID_LENGTH, 'mailboxId');
  requireInteger(generation, 0xff, 'generation');
  return hmacSha256(master, [LABEL, mailboxId, Uint8Array.of(generation)]);
}
