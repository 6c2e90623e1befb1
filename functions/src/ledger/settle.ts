import { errorFacts } from '../log.ts';
import { PLACE_PROPERTIES, readPlace } from '../rows/hit-row.ts';
import type { MessageId, MessageRef } from '../rows/ids.ts';
import { activitySince, hitsOf } from '../rows/row-keys.ts';
import { counts, type StoredMessage } from '../rows/stored-message.ts';
import { MAX_WRITES, type Condition, type Row } from '../store/row-store.ts';
import { nothing, type Change } from './change.ts';
import { foldAgain } from './fold-again.ts';
import { answered, ask, type LedgerParts } from './ledger-parts.ts';
import { readStored } from './read-stored.ts';
import { listPages } from './row-pages.ts';

/** Clocks of two instances differ by less. */
const CLOCK_SKEW_MS = 3_600_000;

/** A message changes while it is settled, again and again. Later it may not. */
export class MessageBusy extends Error {
  override readonly name = 'MessageBusy';
  readonly code = 'busy';
}

/**
 * Does what a change of a message left to do: folds its hits again when what they are judged by has changed, tells what
 * was held, and removes what its sender refused or deleted. Each step may be cut short and is done again by the next call;
 * until then the message shows nothing of what was refused. Rejects with `MessageBusy`, a `DamagedRow` of a hit, or a
 * `LedgerError`.
 */
export async function settle(parts: LedgerParts, ref: MessageRef): Promise<void> {
  const message = await readStored(parts, ref);
  if (message === null || !(message.unsettled || message.stale)) return;
  const { outcome } = message.deleted ? { outcome: 'sound' } : await foldAgain(parts, ref);
  if (outcome === 'busy') throw new MessageBusy('Hits come in faster than they can be folded again');
  if (!message.unsettled) return;
  await removeTraces(parts, ref, { since: message.createdAt, keeps: (row) => stillCounts(message, row) });
  await answered(parts, parts.commits.submit(ref.mailboxId, settledChange(ref.messageId, message)));
}

/** What was refused or deleted isn't shown from here on; the rest is done now, or with the daily sweep. */
export async function settleOrLater(parts: LedgerParts, ref: MessageRef): Promise<void> {
  try {
    await settle(parts, ref);
  } catch (error) {
    parts.log('ledger-settles-later', errorFacts(error));
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

/** Removes a message's hits, and its activity since a moment, in milliseconds since 1970, apart from the rows it keeps. */
export async function removeTraces(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
  { since, keeps }: { since: number; keeps: (row: Row) => boolean },
): Promise<void> {
  const ofMessage: Condition = { name: 'messageId', is: 'equal', value: messageId };
  const traces = [{ range: hitsOf(messageId) }, { range: activitySince(since - CLOCK_SKEW_MS), where: [[ofMessage]] }];
  for (const trace of traces) {
    for await (const rows of listPages(parts, mailboxId, { ...trace, select: PLACE_PROPERTIES })) {
      await removeRows(
        parts,
        mailboxId,
        rows.filter((row) => !keeps(row)),
      );
    }
  }
}

/** A row without a readable place, such as an activity entry taken back after it was removed, counts for nothing. */
function stillCounts(message: StoredMessage, row: Row): boolean {
  const place = readPlace(row);
  return place !== null && counts(message, place);
}

/** Deletes rows of one mailbox; those that somebody else deleted meanwhile are none of its concern. */
export async function removeRows(parts: LedgerParts, mailboxId: string, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += MAX_WRITES) {
    const some = rows.slice(start, start + MAX_WRITES);
    const writes = some.map(({ key }) => ({ kind: 'delete', key }) as const);
    const { outcome } = await ask(parts, (signal) => parts.store.commit(mailboxId, writes, signal));
    if (outcome === 'committed') continue;
    for (const { key, etag } of some) {
      await ask(parts, (signal) => parts.store.remove(mailboxId, key, { etag, signal }));
    }
  }
}
