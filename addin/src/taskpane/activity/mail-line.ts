import type { DigestRow, Reason, Recipient } from '@readback/core';
import { timeOfId } from './feed.ts';
import type { FeedLine } from './feed.ts';

/** A mail as a row of the activity shows it. */
export interface MailLine {
  messageId: string;
  subject: string | null;
  /** May be the first of `recipientCount`. */
  recipients: readonly Recipient[];
  recipientCount: number;
  /** When it last had anything to say, in milliseconds since 1970: by this it is ordered, too. */
  at: number;
  sent: boolean;
  tracked: boolean;
  /** Null: nothing is known yet. */
  headline: Reason | null;
  /** The newest entry in the activity; null: none is known. */
  entryId: string | null;
}

/** What persons did with a mail, as its headline counts it. `isLikely`: most likely persons. */
export interface PersonCount {
  what: 'opens' | 'clicks';
  times: number;
  isLikely: boolean;
}

/** A row of a message that came with the feed. */
export function lineOfFeed({ messageId, at, entry, message }: FeedLine): MailLine {
  const line = { messageId, at, entryId: entry?.id ?? null };
  if (message === null) {
    const headline = entry?.verdict?.reason ?? null;
    return {
      ...line,
      subject: entry?.subject ?? null,
      recipients: [],
      recipientCount: 0,
      sent: true,
      tracked: true,
      headline,
    };
  }
  const { subject, recipients, sent, tracked, headline } = message;
  return { ...line, subject, recipients, recipientCount: recipients.length, sent, tracked, headline };
}

/** A row of a mail that was searched for. `known`: what the feed knows of it. */
export function lineOfDigest(row: DigestRow, known: FeedLine | undefined): MailLine {
  const { id, subject, recipients, recipientCount, sent, headline } = row;
  const tracked = row.opensReason === null || row.linksReason === null;
  const entryId = known?.entry?.id ?? null;
  const at = timeOfDigest(row, known);
  return { messageId: id, subject, recipients, recipientCount, at, sent, tracked, headline, entryId };
}

/**
 * When a mail last had anything to say, as in the feed: the latest of its sending, the last look or click of a person and, where
 * the feed was read so far, its newest entry.
 */
export function timeOfDigest({ sentAt, lastPersonAt }: DigestRow, known: FeedLine | undefined): number {
  const told = known?.entry ? timeOfId(known.entry.id) : 0;
  return Math.max(told, Date.parse(lastPersonAt ?? '') || 0, Date.parse(sentAt ?? '') || 0);
}

const COUNTED: Readonly<Record<string, Omit<PersonCount, 'times'>>> = {
  'headline-clicked': { what: 'clicks', isLikely: false },
  'headline-clicked-likely': { what: 'clicks', isLikely: true },
  'headline-opened': { what: 'opens', isLikely: false },
  'headline-opened-likely': { what: 'opens', isLikely: true },
};

/** The persons of whom a headline tells; null where it tells of none. */
export function personsIn({ code, values }: Reason): PersonCount | null {
  const counted = Object.hasOwn(COUNTED, code) ? COUNTED[code] : undefined;
  const times = values['times'];
  return counted === undefined || typeof times !== 'number' ? null : { ...counted, times };
}
