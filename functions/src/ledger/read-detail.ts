import type { MessageDetail } from '@readback/core';
import { readHit } from './hit-row.ts';
import type { HitId, MessageId } from './ids.ts';
import { ask, type LedgerRoom } from './ledger-room.ts';
import type { MailboxOwner, PageRequest } from './ledger.ts';
import { readMessage } from './message-row.ts';
import { detailOf } from './message-view.ts';
import { hitIdOfKey, hitsOf, messageKey } from './row-keys.ts';
import { counts } from './stored-message.ts';

/** One message with a page of its hits, in two requests: its row names the owner, so nobody need ask for the head. */
export async function readDetail(
  room: LedgerRoom,
  { owner, messageId }: { owner: MailboxOwner; messageId: MessageId },
  { after, limit }: PageRequest<HitId>,
): Promise<MessageDetail | null> {
  const { mailboxId, ownerHash } = owner;
  const request = { range: hitsOf(messageId, after), limit };
  const [row, page] = await Promise.all([
    ask(room, (signal) => room.store.read(mailboxId, messageKey(messageId), signal)),
    ask(room, (signal) => room.store.list(mailboxId, request, signal)),
  ]);
  const message = row === null ? null : readMessage(row);
  if (message === null || message.registration === null || message.owner !== ownerHash) return null;
  const stored = page.rows.map(readHit);
  const hits = stored.filter(({ n, hit }) => counts(message, { kind: hit.kind, n }));
  const last = page.rows.at(-1);
  const next = page.more && last !== undefined ? hitIdOfKey(last.key) : null;
  return detailOf(messageId, { ...message, registration: message.registration }, { hits, next });
}
