import type { ActivityItem, Fact, MessageSummary } from '@readback/core';
import * as z from 'zod';
import type { Row, RowValues, Write } from '../store/row-store.ts';
import { readText, writeText } from './chunked-text.ts';
import { DamagedRow } from './damaged-row.ts';
import { verdictShape } from './hit-row.ts';
import type { MessageId } from './ids.ts';
import { isoOf } from './iso-of.ts';
import { reasonShape } from './listed-message.ts';
import { summaryOf } from './message-view.ts';
import { plainText } from './plain-text.ts';
import { activityIdAt, activityIdOfKey, activityKey, type RowEntropy } from './row-keys.ts';
import { readWith } from './row-reading.ts';
import { shortRecipients } from './short-recipients.ts';
import { lastSignOf, shownCounts, summaryOfHits, type StoredMessage } from './stored-message.ts';

/** Something worth telling, before it has its place in the mailbox's activity. */
interface ActivityEntry extends Fact {
  messageId: MessageId;
  subject: string;
  /** When the message was sent; null where nobody registered it. */
  sentAt: number | null;
  /** The message with what the entry tells of; null where nobody registered it. */
  message: MessageSummary | null;
}

/** Long enough to recognise a mail by; a mailbox's activity is read a hundred entries at a time. */
const MAX_SUBJECT = 256;
const MAX_RECIPIENTS = 20;

/** Writes an entry about a hit of the message, which is given as it stands with it; told from the moment of the commit on. */
export function tellFact(
  { messageId, message }: { messageId: MessageId; message: StoredMessage },
  fact: Fact,
  { now, entropy }: { now: number; entropy: RowEntropy },
): Write {
  const { registration } = message;
  const entry = {
    ...fact,
    messageId,
    subject: registration?.subject ?? '',
    sentAt: registration?.sentAt ?? null,
    message: snapshotOf(messageId, message),
  };
  return { kind: 'insert', key: activityKey(activityIdAt(now, entropy)), values: valuesOf(entry) };
}

/** Shows the message as it stands now in an entry that was told at `committedAt`. */
export function showAgain(
  { messageId, message }: { messageId: MessageId; message: StoredMessage },
  { committedAt, entropy }: { committedAt: number; entropy: RowEntropy },
): Write {
  const key = activityKey(activityIdAt(committedAt, entropy));
  return { kind: 'merge', key, values: { messageId, ...snapshotValues(snapshotOf(messageId, message)) } };
}

/** Takes an entry back that was told at `committedAt`. */
export function untellActivity(messageId: MessageId, committedAt: number, entropy: RowEntropy): Write {
  const key = activityKey(activityIdAt(committedAt, entropy));
  return { kind: 'merge', key, values: { messageId, told: false } };
}

export function readActivity(row: Row): ActivityItem {
  const id = activityIdOfKey(row.key);
  const parsed = activityShape.safeParse(row.values);
  if (!parsed.success || id === null) throw new DamagedRow(row, parsed.error);
  const { verdict, ...item } = parsed.data;
  const snapshot = readText(row.values, 'message');
  return {
    id,
    ...item,
    message: snapshot === '' ? null : readWith(row, () => snapshotShape.parse(JSON.parse(snapshot))),
    verdict: verdict === null ? null : readWith(row, () => verdictShape.parse(JSON.parse(verdict))),
  };
}

/** A list of what happened shows each message beside it, and needs no further request for that. */
function snapshotOf(messageId: MessageId, message: StoredMessage): MessageSummary | null {
  const { registration, seen } = message;
  if (registration === null) return null;
  const summary = summaryOfHits(message);
  const lastPersonAt = lastSignOf(message, summary)?.at ?? null;
  const { headline } = summary;
  return {
    ...summaryOf(messageId, { registration, seen, ...shownCounts(message), lastPersonAt, headline }),
    subject: plainText(registration.subject, MAX_SUBJECT),
    recipients: shortRecipients(registration.recipients, MAX_RECIPIENTS),
  };
}

function valuesOf({ position, at, subject, verdict, sentAt, message, ...rest }: ActivityEntry): RowValues {
  return {
    ...rest,
    at: isoOf(at),
    subject: plainText(subject, MAX_SUBJECT),
    verdict: JSON.stringify(verdict),
    told: true,
    ...(sentAt === null ? {} : { sentAt: isoOf(sentAt) }),
    ...(position === null ? {} : { position }),
    ...snapshotValues(message),
  };
}

function snapshotValues(message: MessageSummary | null): RowValues {
  return message === null ? {} : writeText('message', JSON.stringify(message));
}

const activityShape = z.object({
  messageId: z.string(),
  subject: z.string(),
  what: z.enum(['first-open', 'return', 'click', 'correction']),
  at: z.iso.datetime(),
  position: z.int().nullable().default(null),
  verdict: z.string().nullable().default(null),
  sentAt: z.iso.datetime().nullable().default(null),
});

const moment = z.string().nullable();

const snapshotShape: z.ZodType<MessageSummary> = z.object({
  id: z.string(),
  subject: z.string().nullable(),
  recipients: z.array(z.object({ address: z.string(), name: z.string().nullable() })),
  sentAt: moment,
  deliverAfter: moment,
  registered: z.boolean(),
  opens: z.int(),
  clicks: z.int(),
  lastHitAt: moment,
  // Rows of before don't say it; the entry itself is about a person.
  lastPersonAt: moment.default(null),
  headline: reasonShape,
  sent: z.boolean(),
  // Rows of before don't say it; nothing happens to a mail that isn't tracked.
  tracked: z.boolean().default(true),
});
