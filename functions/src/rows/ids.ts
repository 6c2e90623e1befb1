declare const brand: unique symbol;

/** A mailbox: 8 bytes as 16 lower-case hex digits; the partition of everything its owner can see. */
export type MailboxId = string & { readonly [brand]: 'mailbox' };

/** A message of a mailbox: 12 bytes as 24 lower-case hex digits; ascending order is newest first (design §3). */
export type MessageId = string & { readonly [brand]: 'message' };

/** One message of one mailbox. */
export interface MessageRef {
  mailboxId: MailboxId;
  messageId: MessageId;
}

/** A stored hit of a message: its reversed time and entropy, 28 lower-case hex digits; ascending order is newest first. */
export type HitId = string & { readonly [brand]: 'hit' };

/** An entry of a mailbox's activity: reversed commit time and entropy, 28 lower-case hex digits; newest first. */
export type ActivityId = string & { readonly [brand]: 'activity' };

/** `text` as a mailbox's id in lower case; null when it isn't 16 hex digits. */
export function parseMailboxId(text: string): MailboxId | null {
  return isHex(text, 16) ? (text.toLowerCase() as MailboxId) : null;
}

/** `text` as a message's id in lower case; null when it isn't 24 hex digits. */
export function parseMessageId(text: string): MessageId | null {
  return isHex(text, 24) ? (text.toLowerCase() as MessageId) : null;
}

/** `text` as a hit's id in lower case; null when it isn't 28 hex digits. */
export function parseHitId(text: string): HitId | null {
  return isHex(text, 28) ? (text.toLowerCase() as HitId) : null;
}

/** `text` as an activity entry's id in lower case; null when it isn't 28 hex digits. */
export function parseActivityId(text: string): ActivityId | null {
  return isHex(text, 28) ? (text.toLowerCase() as ActivityId) : null;
}

/** The id of a mailbox in a token. Throws a RangeError unless there are 8 bytes. */
export function mailboxIdFromBytes(bytes: Uint8Array): MailboxId {
  return parseMailboxId(hexOf(bytes)) ?? wrongLength('mailbox', 8, bytes);
}

/** The id of a message in a token. Throws a RangeError unless there are 12 bytes. */
export function messageIdFromBytes(bytes: Uint8Array): MessageId {
  return parseMessageId(hexOf(bytes)) ?? wrongLength('message', 12, bytes);
}

function isHex(text: string, digits: number): boolean {
  return text.length === digits && /^[0-9a-f]+$/i.test(text);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function wrongLength(what: string, expected: number, bytes: Uint8Array): never {
  throw new RangeError(`A ${what} id has ${expected} bytes, not ${bytes.length}`);
}
