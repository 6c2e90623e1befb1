import type { Recipient, Registration } from '@readback/core';
import type { SendNote } from './identify.ts';
import type { OwnTrace } from './own-traces.ts';

/** What Outlook tells of a sent message. */
export interface SentItem {
  subject: string;
  recipients: readonly Recipient[];
  /** Milliseconds since 1970; null where Outlook doesn't tell. */
  createdAt: number | null;
}

/** What proves that a message was sent with Readback at work: at least one of the two. */
export interface SendProof {
  /** Hex. */
  messageId: string;
  trace: OwnTrace | null;
  note: SendNote | null;
}

/** Stands as the reason where nobody noted one. */
const UNKNOWN_REASON = 'unknown';

/** What the send handler would have said, put together from the Sent item. `now` in milliseconds since 1970. */
export function registrationOf(item: SentItem, { trace, note }: SendProof, now: number): Registration {
  const opens = note?.opens ?? trace?.picture === true;
  const links = note?.links ?? (trace !== null && trace.links.length > 0);
  return fitted({
    opens,
    links,
    ageMs: Math.max(0, now - (note?.at ?? item.createdAt ?? now)),
    deliverAfter: null,
    subject: item.subject,
    recipients: item.recipients,
    trackedLinks: trace?.links ?? [],
    opensReason: note?.opensReason ?? (opens ? null : UNKNOWN_REASON),
    linksReason: note?.linksReason ?? (links ? null : UNKNOWN_REASON),
    pixelPlace: note?.pixelPlace ?? null,
  });
}

/** The server takes 32 KB. */
const MOST_BYTES = 32_000;
const MOST_SUBJECT = 1_000;

/** Leaves out what doesn't fit: the end of the subject, the last links, the last recipients. */
function fitted(registration: Registration): Registration {
  const subject = registration.subject.slice(0, MOST_SUBJECT);
  const empty = { ...registration, subject, recipients: [], trackedLinks: [] };
  const recipients = firstThatFit(registration.recipients, MOST_BYTES - sizeOf(empty));
  const trackedLinks = firstThatFit(registration.trackedLinks, MOST_BYTES - sizeOf({ ...empty, recipients }));
  return { ...empty, recipients, trackedLinks };
}

function firstThatFit<T>(items: readonly T[], bytes: number): T[] {
  let free = bytes;
  return items.filter((item) => {
    free -= sizeOf(item) + 1;
    return free >= 0;
  });
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
