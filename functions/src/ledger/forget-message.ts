import type { MessageRef } from '../rows/ids.ts';
import { messageValues, readMessage } from '../rows/message-row.ts';
import { messageKey } from '../rows/row-keys.ts';
import { readOrNull } from '../rows/row-reading.ts';
import { heldMessage, type StoredMessage } from '../rows/stored-message.ts';
import type { Row, Write } from '../store/row-store.ts';
import { TOUCH_HEAD } from './heads.ts';
import { answered, ask, type LedgerParts } from './ledger-parts.ts';
import { LedgerError } from './ledger.ts';
import { deleteChange } from './message-changes.ts';
import { removeTraces } from './settle.ts';

/** Whoever mends or forgets the message at the same moment goes first, this often. */
const TIMES = 3;

/**
 * Leaves a tombstone in a message's place; what belongs to it goes when it is settled. A row that can't be read is no reason
 * to keep it: it goes with all that belongs to it. Results in whether there was anything to forget.
 * @param isMeant asked of a message that can be read; default: whether it is registered.
 */
export async function forgetMessage(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
  isMeant?: (message: StoredMessage) => boolean,
): Promise<boolean> {
  try {
    return await answered(parts, parts.commits.submit(mailboxId, deleteChange(messageId, isMeant)));
  } catch (error) {
    const isRefused = error instanceof LedgerError && error.code === 'refused';
    if (isRefused && (await forgetUnreadable(parts, { mailboxId, messageId }))) return true;
    throw error;
  }
}

/**
 * What belongs to the message goes first: no hit can come to it meanwhile, since each would have to be folded into the row
 * that can't be read. So this may be cut short and done again. False: that row isn't the cause, or nobody's mailbox.
 */
async function forgetUnreadable(parts: LedgerParts, ref: MessageRef): Promise<boolean> {
  const { mailboxId, messageId } = ref;
  const key = messageKey(messageId);
  for (let attempt = 0; attempt < TIMES; attempt += 1) {
    const row = await ask(parts, (signal) => parts.store.read(mailboxId, key, signal));
    const owner = await ask(parts, (signal) => parts.heads.ownerOf(mailboxId, signal));
    if (row === null || owner === null) return false;
    const message = readOrNull(row, readMessage);
    // A tombstone: written before, and the answer was lost.
    if (message !== null) return message.deleted;
    await removeTraces(parts, ref, { since: 0, keeps: () => false });
    const write: Write = {
      kind: 'replace',
      key,
      values: messageValues(tombstoneOf(parts, row, owner)),
      etag: row.etag,
    };
    const { outcome } = await ask(parts, (signal) => parts.store.commit(mailboxId, [write, TOUCH_HEAD], signal));
    if (outcome === 'committed') return true;
  }
  return false;
}

/** Its hits are gone, so their places may be given again. */
function tombstoneOf({ clock }: LedgerParts, { values }: Row, owner: string): StoredMessage {
  const createdAt = Date.parse(String(values['createdAt']));
  return { ...heldMessage(owner, Number.isNaN(createdAt) ? clock.now() : createdAt), deleted: true };
}
