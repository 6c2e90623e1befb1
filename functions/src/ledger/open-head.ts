import { HEAD_KEY } from '../rows/row-keys.ts';
import type { Write } from '../store/row-store.ts';
import { ownerValues, type StoredHead } from './heads.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import { LedgerError, type MailboxOwner } from './ledger.ts';

/** Another instance may make the same row at the same moment; then it is read again. */
const TIMES = 3;

/** The owner's head row, made at the first time. Null: the mailbox is somebody else's. */
export async function openHead(parts: LedgerParts, owner: MailboxOwner): Promise<StoredHead | null> {
  const { mailboxId, ownerHash } = owner;
  for (let attempt = 0; attempt < TIMES; attempt += 1) {
    const head = await ask(parts, (signal) => parts.heads.read(mailboxId, signal));
    if (head !== null && head.ownerHash !== null) return head.ownerHash === ownerHash ? head : null;
    // Rows may have been written after the head was removed: then it stands there without an owner.
    const kind = head === null ? 'insert' : 'merge';
    const write: Write = { kind, key: HEAD_KEY, values: ownerValues(owner) };
    await ask(parts, (signal) => parts.store.commit(mailboxId, [write], signal));
  }
  throw new LedgerError('unavailable', 'A mailbox vanishes while it is opened');
}
