import { domainOf, fitRegistration } from '@readback/core/records';
import type { Recipient, Registration } from '@readback/core';
import type { SendNote } from './identify.ts';
import type { OwnTrace } from './own-traces.ts';

/** What Outlook tells of a sent message. */
export interface SentItem {
  /** Null: nobody yet. */
  from: string | null;
  /** The mail's own id, as it travels with it; null where Outlook doesn't tell. */
  internetMessageId: string | null;
  subject: string;
  recipients: readonly Recipient[];
  /** Milliseconds since 1970; null where Outlook doesn't tell. */
  createdAt: number | null;
}

/** What is known beside the item. */
export interface CatchUpPlace {
  /** Milliseconds since 1970. */
  now: number;
  /** The mailbox's own address; null where Outlook keeps it to itself. */
  address: string | null;
}

/** What proves that a message was sent with Readback at work: at least one of the two. */
export interface SendProof {
  /** Hex. */
  messageId: string;
  trace: OwnTrace | null;
  note: SendNote | null;
  /** Hex ids of older own messages that the mail quotes, the newest first. */
  quotes: readonly string[];
}

/** Stands as the reason where nobody noted one. */
const UNKNOWN_REASON = 'unknown';

/** What the send handler would have said, put together from the Sent item. */
export function registrationOf(item: SentItem, proof: SendProof, { now, address }: CatchUpPlace): Registration {
  const { trace, note, quotes } = proof;
  const sentAt = note === null ? item.createdAt : note.at;
  const { opens, links, opensReason, linksReason, pixelPlace } = note ?? whatWasSeen(trace);
  return fitRegistration({
    opens,
    links,
    ageMs: Math.max(0, now - (sentAt ?? now)),
    deliverAfter: null,
    subject: item.subject,
    recipients: item.recipients,
    trackedLinks: trace?.links ?? [],
    opensReason,
    linksReason,
    pixelPlace,
    quotes,
    senderDomain: domainOf(address),
  });
}

type SendWords = Pick<Registration, 'opens' | 'links' | 'opensReason' | 'linksReason' | 'pixelPlace'>;

/** Without a note the body tells what is tracked, and nobody why the rest isn't. */
function whatWasSeen(trace: OwnTrace | null): SendWords {
  const opens = trace?.picture === true;
  const links = trace !== null && trace.links.length > 0;
  return {
    opens,
    links,
    opensReason: opens ? null : UNKNOWN_REASON,
    linksReason: links ? null : UNKNOWN_REASON,
    pixelPlace: null,
  };
}
