import type { ActivityItem } from '@readback/core';
import * as z from 'zod';
import { DamagedRow } from './damaged-row.ts';
import type { MessageId } from './ids.ts';
import { plainText } from './plain-text.ts';
import { activityIdAt, activityIdOfKey, activityKey, type RowEntropy } from './row-keys.ts';
import type { Row, RowValues, Write } from './row-store.ts';

/** Something worth telling, before it has its place in the mailbox's activity. */
export interface ActivityEntry {
  messageId: MessageId;
  subject: string;
  what: ActivityItem['what'];
  /** The hit that it tells of: when it came, which link, its kind and its place in the order of commits. */
  at: number;
  position: number | null;
  kind: 'open' | 'click';
  n: number;
}

/** Long enough to recognise a mail by; a mailbox's activity is read a hundred entries at a time. */
const MAX_SUBJECT = 256;

/** Writes an entry that is told from `committedAt` on. */
export function tellActivity(entry: ActivityEntry, committedAt: number, entropy: RowEntropy): Write {
  return { kind: 'insert', key: activityKey(activityIdAt(committedAt, entropy)), values: valuesOf(entry) };
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
  const { messageId, subject, what, at, position } = parsed.data;
  return { id, messageId, subject, what, at, position };
}

function valuesOf({ position, at, subject, ...rest }: ActivityEntry): RowValues {
  return {
    ...rest,
    at: new Date(at).toISOString(),
    subject: plainText(subject, MAX_SUBJECT),
    told: true,
    ...(position === null ? {} : { position }),
  };
}

const activityShape = z.object({
  messageId: z.string(),
  subject: z.string(),
  what: z.enum(['first-open', 'return', 'click', 'correction']),
  at: z.iso.datetime(),
  position: z.int().nullable().default(null),
});
