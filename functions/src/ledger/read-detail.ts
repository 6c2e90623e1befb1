import { headlineInDomain, type MessageDetail } from '@readback/core';
import { readDomain } from './domains.ts';
import { readHit } from './hit-row.ts';
import type { HitId, MailboxId, MessageId } from './ids.ts';
import { ask, type LedgerRoom } from './ledger-room.ts';
import type { MailboxOwner, PageRequest } from './ledger.ts';
import { readMessage } from './message-row.ts';
import { detailOf } from './message-view.ts';
import { hitIdOfKey, hitsOf, messageKey } from './row-keys.ts';
import { counts, signsOf, type StoredMessage } from './stored-message.ts';

/**
 * One message with a page of its hits, in two requests, or three where nothing was seen: its row names the owner, so nobody
 * need ask for the head.
 */
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
  const detail = detailOf(messageId, { ...message, registration: message.registration }, { hits, next });
  return await withDomain(room, { mailboxId, message }, detail);
}

/** Where nothing was seen, other mails to the same domain may tell why: one further request. */
async function withDomain(
  room: LedgerRoom,
  { mailboxId, message }: { mailboxId: MailboxId; message: StoredMessage },
  detail: MessageDetail,
): Promise<MessageDetail> {
  const signs = signsOf(message);
  if (detail.headline.code !== 'headline-nothing' || signs === null || !signs.pictured) return detail;
  const knowledge = await readDomain(room, mailboxId, signs.domain);
  const headline = headlineInDomain(detail.headline, knowledge);
  return { ...detail, headline, judgement: { ...detail.judgement, headline } };
}
