import type { KeyRange } from '../store/row-store.ts';
import {
  parseActivityId,
  parseHitId,
  parseMessageId,
  type ActivityId,
  type HitId,
  type MailboxId,
  type MessageId,
} from './ids.ts';

/** The mailbox itself. */
export const HEAD_KEY = 'head';

/** Partition of what belongs to no mailbox; no mailbox id looks like it. */
export const SERVICE_PARTITION = 'service';

/** Entropy of one row, 16 lower-case hex digits. */
export type RowEntropy = string;

const LAST_MOMENT = 2 ** 48 - 1;

export function messageKey(messageId: MessageId): string {
  return `m!${messageId}`;
}

export function messageIdOfKey(key: string): MessageId | null {
  return key.startsWith('m!') ? parseMessageId(key.slice(2)) : null;
}

/** Newest first, so that one request gets the newest page of however many hits (decision 0020). */
export function hitIdAt(at: number, entropy: RowEntropy): HitId {
  return parseHitId(reversed(at) + entropy) ?? notAnId('hit', entropy);
}

export function hitKey(messageId: MessageId, hitId: HitId): string {
  return `e!${messageId}!${hitId.slice(0, 12)}!${hitId.slice(12)}`;
}

export function hitIdOfKey(key: string): HitId | null {
  return key.startsWith('e!') ? parseHitId(key.slice(27, 39) + key.slice(40)) : null;
}

/** By the time of the commit: hits may come late, and a reader who has seen the newest entry must not miss them. */
export function activityIdAt(at: number, entropy: RowEntropy): ActivityId {
  return parseActivityId(reversed(at) + entropy) ?? notAnId('activity', entropy);
}

export function activityKey(id: ActivityId): string {
  return `a!${id.slice(0, 12)}!${id.slice(12)}`;
}

export function activityIdOfKey(key: string): ActivityId | null {
  return key.startsWith('a!') ? parseActivityId(key.slice(2, 14) + key.slice(15)) : null;
}

export function receiptKey(entropy: RowEntropy): string {
  return `r!${entropy}`;
}

export function isReceiptKey(key: string): boolean {
  return key.startsWith('r!');
}

export function revocationKey(mailboxId: MailboxId): string {
  return `revoked!${mailboxId}`;
}

export function secretKey(name: string): string {
  return `secret!${name}`;
}

/** A message's hits, newest first; `after` leaves out everything up to that hit. */
export function hitsOf(messageId: MessageId, after: HitId | null = null): KeyRange {
  return keysUnder(`e!${messageId}!`, after === null ? null : hitKey(messageId, after));
}

/** `head` and all messages, which nothing lies between. */
export const HEAD_AND_MESSAGES: KeyRange = { after: 'h', before: 'm"' };

/** All keys that begin with `prefix`, which ends in `!`; `after` leaves out everything up to that key. */
export function keysUnder(prefix: string, after: string | null = null): KeyRange {
  return { after: after ?? prefix, before: `${prefix.slice(0, -1)}"` };
}

/** A mailbox's activity from `since` on, the newest first. */
export function activitySince(since: number): KeyRange {
  return { after: 'a!', before: `a!${reversed(since)}"` };
}

/** 12 hex digits that sort the newest first. */
function reversed(at: number): string {
  const moment = Math.min(Math.max(Math.trunc(at), 0), LAST_MOMENT);
  return (LAST_MOMENT - moment).toString(16).padStart(12, '0');
}

function notAnId(what: string, entropy: RowEntropy): never {
  throw new RangeError(`The entropy of a ${what} row is 16 hex digits, not "${entropy}"`);
}
