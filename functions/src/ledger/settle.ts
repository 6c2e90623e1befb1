import { errorFacts } from '../log.ts';
import { nothing, type Change } from './change.ts';
import { foldAgain, readStored } from './fold-again.ts';
import { PLACE_PROPERTIES, readPlace } from '../rows/hit-row.ts';
import type { MailboxId, MessageId } from '../rows/ids.ts';
import { answered, ask, type LedgerRoom } from './ledger-room.ts';
import { listPages } from './row-pages.ts';
import { activitySince, hitsOf } from '../rows/row-keys.ts';
import { MAX_WRITES, type Row } from '../store/row-store.ts';
import { counts, type StoredMessage } from '../rows/stored-message.ts';

/** Clocks of two instances differ by less. */
const CLOCK_SKEW_MS = 3_600_000;

/**
 * Does what a change of a message left to do: folds its hits again when what they are judged by has changed, tells what
 * was held, and removes what its sender refused or deleted. Each step may be cut short and is done again by the next call;
 * until then the message shows nothing of what was refused.
 */
export async function settle(room: LedgerRoom, mailboxId: MailboxId, messageId: MessageId): Promise<void> {
  const message = await readStored(room, mailboxId, messageId);
  if (message === null || !(message.unsettled || message.stale)) return;
  const { outcome } = message.deleted ? { outcome: 'sound' } : await foldAgain(room, { mailboxId, messageId });
  if (outcome === 'busy') throw new Error('A message changes faster than its hits can be folded again');
  if (!message.unsettled) return;
  await removeHits(room, mailboxId, { messageId, message });
  await removeActivity(room, mailboxId, { messageId, message });
  await answered(room, room.commits.submit(mailboxId, settledChange(messageId, message)));
}

/** What was refused or deleted isn't shown from here on; the rest is done now, or with the daily sweep. */
export async function settleOrLater(room: LedgerRoom, mailboxId: MailboxId, messageId: MessageId): Promise<void> {
  try {
    await settle(room, mailboxId, messageId);
  } catch (error) {
    room.log('ledger-settles-later', errorFacts(error));
  }
}

function settledChange(messageId: MessageId, seen: StoredMessage): Change<null> {
  return {
    messageId,
    apply: (stored) => {
      if (stored === null || !isSameDrop(stored, seen)) return nothing(null);
      return { message: { ...stored, unsettled: false }, rows: [], result: null };
    },
  };
}

function isSameDrop({ droppedBelow: a }: StoredMessage, { droppedBelow: b }: StoredMessage): boolean {
  return a.open === b.open && a.click === b.click;
}

interface Target {
  messageId: MessageId;
  message: StoredMessage;
}

async function removeHits(room: LedgerRoom, mailboxId: MailboxId, { messageId, message }: Target): Promise<void> {
  const request = { range: hitsOf(messageId), select: PLACE_PROPERTIES };
  for await (const rows of listPages(room, mailboxId, request)) {
    await removeRows(
      room,
      mailboxId,
      rows.filter((row) => !stillCounts(message, row)),
    );
  }
}

async function removeActivity(room: LedgerRoom, mailboxId: MailboxId, { messageId, message }: Target): Promise<void> {
  const range = activitySince(message.createdAt - CLOCK_SKEW_MS);
  const where = [[{ name: 'messageId', is: 'equal', value: messageId } as const]];
  for await (const rows of listPages(room, mailboxId, { range, where, select: PLACE_PROPERTIES })) {
    await removeRows(
      room,
      mailboxId,
      rows.filter((row) => !stillCounts(message, row)),
    );
  }
}

/** A row without a readable place, such as an activity entry taken back after it was removed, counts for nothing. */
function stillCounts(message: StoredMessage, row: Row): boolean {
  const place = readPlace(row);
  return place !== null && counts(message, place);
}

/** Deletes rows of one mailbox; those that somebody else deleted meanwhile are none of its concern. */
export async function removeRows(room: LedgerRoom, mailboxId: string, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += MAX_WRITES) {
    const some = rows.slice(start, start + MAX_WRITES);
    const writes = some.map(({ key }) => ({ kind: 'delete', key }) as const);
    const { outcome } = await ask(room, (signal) => room.store.commit(mailboxId, writes, signal));
    if (outcome === 'committed') continue;
    for (const { key, etag } of some) {
      await ask(room, (signal) => room.store.remove(mailboxId, key, { etag, signal }));
    }
  }
}
