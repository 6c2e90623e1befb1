import { createHash } from 'node:crypto';
import type { MessageId } from './ids.ts';

/** 72 bits: enough to tell the requesters of one message apart. */
const LENGTH = 12;

/**
 * What a hit's requester is called towards the message's sender. The stored hash is equal in all mails of a mailbox on one
 * day; bound to the message, it no longer tells that the same person read two of them.
 */
export function visitorMark(messageId: MessageId, client: string): string {
  return createHash('sha256').update(`readback/visitor-of ${messageId} ${client}`).digest('base64url').slice(0, LENGTH);
}
