import { HEAD_AND_MESSAGES, HEAD_KEY } from '../rows/row-keys.ts';
import type { Condition, RowPage } from '../store/row-store.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import { LedgerError, type MailboxOwner } from './ledger.ts';
import { openHead } from './open-head.ts';

/** The newest registered messages of a mailbox, and its version. */
export interface PageWithVersion extends RowPage {
  version: string;
}

/**
 * The newest registered messages together with `head`, in one request: no other row lies between the two. Null when the
 * mailbox belongs to somebody else; made at the first time, which costs some requests more.
 */
export async function readWithHead(
  parts: LedgerParts,
  owner: MailboxOwner,
  wanted: { limit: number; select: readonly string[] },
): Promise<PageWithVersion | null> {
  const first = await listWithHead(parts, owner, wanted);
  if (first !== null) return first;
  if ((await openHead(parts, owner)) === null) return null;
  const second = await listWithHead(parts, owner, wanted);
  if (second === null) throw new LedgerError('unavailable', 'A mailbox vanishes while it is opened');
  return second;
}

/** Conditions that the registered messages of this owner meet. */
export function registeredBy({ ownerHash }: MailboxOwner): readonly Condition[] {
  return [
    { name: 'registered', is: 'equal', value: true },
    { name: 'owner', is: 'equal', value: ownerHash },
  ];
}

/** Null: the head isn't there, or isn't this owner's. */
async function listWithHead(
  parts: LedgerParts,
  owner: MailboxOwner,
  { limit, select }: { limit: number; select: readonly string[] },
): Promise<PageWithVersion | null> {
  const ownHead: Condition = { name: 'ownerHash', is: 'equal', value: owner.ownerHash };
  const where = [registeredBy(owner), [ownHead]];
  const request = { range: HEAD_AND_MESSAGES, where, limit: limit + 1, select };
  const { rows, more } = await ask(parts, (signal) => parts.store.list(owner.mailboxId, request, signal));
  const [head, ...messages] = rows;
  return head?.key === HEAD_KEY ? { rows: messages, more, version: head.etag } : null;
}
