import { parseJson } from '@readback/core';
import * as z from 'zod';
import type { Log } from '../log.ts';
import { hitShape } from '../rows/hit-row.ts';
import { parseHitId, parseMailboxId, parseMessageId, type MailboxId } from '../rows/ids.ts';
import type { PlacedHit } from './hit-change.ts';

/** A hit that storage couldn't take, as its log line tells it. */
export interface LostHit {
  mailboxId: MailboxId;
  placed: PlacedHit;
  /** Key of the row that exists if it was written all the same; null: it surely wasn't. */
  receipt: string | null;
}

/** Name of the log line: search for it to find all that the repair tool should read. */
export const LOST_HIT_EVENT = 'hit-not-kept';

/** Writes the one line from which the repair tool brings the hit back. */
export function logLostHit(log: Log, { mailboxId, placed, receipt }: LostHit): void {
  const { messageId, id, hit } = placed;
  log(LOST_HIT_EVENT, { mailboxId, messageId, id, receipt, hit: JSON.stringify(hit) });
}

/** The hit in a line of a log; null when the line tells of something else or is damaged. */
export function readLostHit(line: string): LostHit | null {
  const start = line.indexOf('{');
  const parsed = lineShape.safeParse(start < 0 ? null : parseJson(line.slice(start)));
  if (!parsed.success) return null;
  const { receipt, ...ids } = parsed.data;
  const mailboxId = parseMailboxId(ids.mailboxId);
  const messageId = parseMessageId(ids.messageId);
  const id = parseHitId(ids.id);
  const hit = hitShape.safeParse(parseJson(ids.hit));
  if (mailboxId === null || messageId === null || id === null || !hit.success) return null;
  return { mailboxId, receipt, placed: { messageId, id, hit: hit.data } };
}

const lineShape = z.object({
  event: z.literal(LOST_HIT_EVENT),
  mailboxId: z.string(),
  messageId: z.string(),
  id: z.string(),
  receipt: z.string().nullable(),
  hit: z.string(),
});
