import type { ActivityItem, Fact } from '@readback/core';
import * as z from 'zod';
import { DamagedRow } from './damaged-row.ts';
import { verdictShape } from './hit-row.ts';
import type { MessageId } from './ids.ts';
import { plainText } from './plain-text.ts';
import { activityIdAt, activityIdOfKey, activityKey, type RowEntropy } from './row-keys.ts';
import { readWith } from './row-reading.ts';
import type { Row, RowValues, Write } from './row-store.ts';
import type { StoredMessage } from './stored-message.ts';

/** Something worth telling, before it has its place in the mailbox's activity. */
interface ActivityEntry extends Fact {
  messageId: MessageId;
  subject: string;
  /** When the message was sent; null where nobody registered it. */
  sentAt: number | null;
}

/** Long enough to recognise a mail by; a mailbox's activity is read a hundred entries at a time. */
const MAX_SUBJECT = 256;

/** Writes an entry about one of the message's hits, told from the moment of the commit on. */
export function tellFact(
  { messageId, message }: { messageId: MessageId; message: StoredMessage },
  fact: Fact,
  { now, entropy }: { now: number; entropy: RowEntropy },
): Write {
  const { registration } = message;
  const entry = { ...fact, messageId, subject: registration?.subject ?? '', sentAt: registration?.sentAt ?? null };
  return { kind: 'insert', key: activityKey(activityIdAt(now, entropy)), values: valuesOf(entry) };
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
  return {
    id,
    ...item,
    message: null,
    verdict: verdict === null ? null : readWith(row, () => verdictShape.parse(JSON.parse(verdict))),
  };
}

function valuesOf({ position, at, subject, verdict, sentAt, ...rest }: ActivityEntry): RowValues {
  return {
    ...rest,
    at: new Date(at).toISOString(),
    subject: plainText(subject, MAX_SUBJECT),
    verdict: JSON.stringify(verdict),
    told: true,
    ...(sentAt === null ? {} : { sentAt: new Date(sentAt).toISOString() }),
    ...(position === null ? {} : { position }),
  };
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
