import * as z from 'zod';
import { errorFacts } from '../log.ts';
import { DamagedRow } from '../rows/damaged-row.ts';
import { parseMailboxId, type MessageRef } from '../rows/ids.ts';
import { isoOf } from '../rows/iso-of.ts';
import { readMessage } from '../rows/message-row.ts';
import { keysUnder, messageIdOfKey, messageKey } from '../rows/row-keys.ts';
import type { StoredMessage } from '../rows/stored-message.ts';
import type { Condition, Row } from '../store/row-store.ts';
import { forgetMessage } from './forget-message.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import { LedgerError } from './ledger.ts';
import type { SweepReport } from './ledger.ts';
import { NotKept } from './not-kept.ts';
import { scanPages } from './row-pages.ts';
import { MessageBusy, removeRows, settle } from './settle.ts';

const DAY_MS = 24 * 3_600_000;

/** Hits of a message that nobody registers are held this long (design §4). */
const HELD_DAYS = 14;

/** A transaction whose answer was lost is submitted again for minutes at most; a day leaves room for repairs. */
const RECEIPT_DAYS = 1;

/** Removes what is too old, and finishes what was cut short. Rejects with a `LedgerError` when storage fails. */
export async function sweep(parts: LedgerParts, retentionDays: number): Promise<SweepReport> {
  const now = parts.clock.now();
  const limits = { expired: isoOf(now - retentionDays * DAY_MS), held: isoOf(now - HELD_DAYS * DAY_MS) };
  const report = { expired: 0, unregistered: 0, settled: 0, receipts: 0, left: 0 };
  for await (const rows of scanPages(parts, messagesToSweep(limits))) {
    for (const row of rows) {
      const what = await sweepOrPass(parts, row, limits);
      if (what !== null) report[what] += 1;
    }
  }
  for await (const { partition, rows } of receiptsToSweep(parts, isoOf(now - RECEIPT_DAYS * DAY_MS))) {
    await removeRows(parts, partition, rows);
    report.receipts += rows.length;
  }
  return report;
}

/** Moments before which a message goes, as ISO 8601. */
interface AgeLimits {
  expired: string;
  held: string;
}

function messagesToSweep({ expired, held }: AgeLimits): Parameters<typeof scanPages>[1] {
  return {
    range: keysUnder('m!'),
    select: ['createdAt', 'registered', 'deleted'],
    where: [
      [before('createdAt', expired)],
      [before('createdAt', held), is('registered', false), is('deleted', false)],
      [is('unsettled', true)],
      [is('stale', true)],
    ],
  };
}

/** One message that can't be swept must not keep all others beyond their time. Rejects when storage fails. */
async function sweepOrPass(parts: LedgerParts, row: Row, limits: AgeLimits): Promise<keyof SweepReport | null> {
  try {
    return await sweepMessage(parts, row, limits);
  } catch (error) {
    if (!isAboutMessage(error)) throw error;
    const ids = { mailboxId: row.partition, messageId: messageIdOfKey(row.key) };
    parts.log('message-not-swept', { ...ids, ...errorFacts(error) });
    return 'left';
  }
}

/** Whether this message is to blame, or that its mailbox was removed by hand, and not storage. */
function isAboutMessage(error: unknown): boolean {
  if (error instanceof DamagedRow || error instanceof MessageBusy) return true;
  if (!(error instanceof LedgerError)) return false;
  return error.code === 'refused' || (error.cause instanceof NotKept && error.cause.code === 'unknown-mailbox');
}

async function sweepMessage(parts: LedgerParts, row: Row, limits: AgeLimits): Promise<keyof SweepReport | null> {
  const mailboxId = parseMailboxId(row.partition);
  const messageId = messageIdOfKey(row.key);
  const flags = flagsShape.safeParse(row.values);
  if (mailboxId === null || messageId === null || !flags.success) return null;
  const { createdAt, registered, deleted } = flags.data;
  if (createdAt < limits.expired) {
    return (await remove(parts, { mailboxId, messageId }, () => true)) ? 'expired' : null;
  }
  if (createdAt < limits.held && !registered && !deleted) {
    const isRemoved = await remove(parts, { mailboxId, messageId }, ({ registration }) => registration === null);
    return isRemoved ? 'unregistered' : null;
  }
  await settle(parts, { mailboxId, messageId });
  return 'settled';
}

/** Deletes a message and everything of it, its tombstone too. False: it isn't meant any more. */
async function remove(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
  isMeant: (message: StoredMessage) => boolean,
): Promise<boolean> {
  await forgetMessage(parts, { mailboxId, messageId }, isMeant);
  await settle(parts, { mailboxId, messageId });
  const key = messageKey(messageId);
  const row = await ask(parts, (signal) => parts.store.read(mailboxId, key, signal));
  if (row === null) return true;
  const { deleted, unsettled } = readMessage(row);
  if (!deleted || unsettled) return false;
  return await ask(parts, (signal) => parts.store.remove(mailboxId, key, { etag: row.etag, signal }));
}

async function* receiptsToSweep(
  parts: LedgerParts,
  limit: string,
): AsyncIterable<{ partition: string; rows: readonly Row[] }> {
  const where = [[before('at', limit)]];
  const request = { range: keysUnder('r!'), select: ['at'], where };
  for await (const page of scanPages(parts, request)) {
    const partitions = new Set(page.map(({ partition }) => partition));
    for (const partition of partitions) yield { partition, rows: page.filter((row) => row.partition === partition) };
  }
}

function before(name: string, moment: string): Condition {
  return { name, is: 'less', value: moment };
}

function is(name: string, value: boolean): Condition {
  return { name, is: 'equal', value };
}

const flagsShape = z.object({ createdAt: z.string(), registered: z.boolean(), deleted: z.boolean() });
