import { headlineInDomain, type DomainKnowledge, type MessageDetail } from '@readback/core';
import { readHit, type StoredHit } from '../rows/hit-row.ts';
import type { HitId, MailboxId, MessageId } from '../rows/ids.ts';
import { detailOf } from '../rows/message-view.ts';
import { hitIdOfKey, hitsOf } from '../rows/row-keys.ts';
import { readEach } from '../rows/row-reading.ts';
import { counts, signsOf, storedHits, summaryOfHits, type StoredMessage } from '../rows/stored-message.ts';
import { readDomain } from './domains.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import type { MailboxOwner, PageRequest } from './ledger.ts';
import { readStored } from './read-stored.ts';

/**
 * One message with a page of its hits: its row, which names the owner, so that nobody need ask for the head, and then the
 * hits where there are any, and its recipients' domain where nothing was seen. Two requests; three where nothing was seen
 * but the sender's own hits.
 */
export async function readDetail(
  parts: LedgerParts,
  { owner, messageId }: { owner: MailboxOwner; messageId: MessageId },
  page: PageRequest<HitId>,
): Promise<MessageDetail | null> {
  const { mailboxId, ownerHash } = owner;
  const message = await readStored(parts, { mailboxId, messageId });
  if (message === null || message.registration === null || message.owner !== ownerHash) return null;
  const shown = { ...message, registration: message.registration };
  const [hits, knowledge] = await Promise.all([
    readHits(parts, { mailboxId, messageId, message }, page),
    readSilence(parts, mailboxId, message),
  ]);
  const detail = detailOf(messageId, shown, hits);
  const headline = headlineInDomain(detail.headline, knowledge);
  return { ...detail, headline, judgement: { ...detail.judgement, headline } };
}

interface HitPage {
  hits: readonly StoredHit[];
  next: HitId | null;
}

async function readHits(
  parts: LedgerParts,
  { mailboxId, messageId, message }: { mailboxId: MailboxId; messageId: MessageId; message: StoredMessage },
  { after, limit }: PageRequest<HitId>,
): Promise<HitPage> {
  if (storedHits(message) === 0) return { hits: [], next: null };
  const request = { range: hitsOf(messageId, after), limit };
  const { rows, more } = await ask(parts, (signal) => parts.store.list(mailboxId, request, signal));
  const hits = readEach(parts.log, rows, readHit).filter(({ n, hit }) => counts(message, { kind: hit.kind, n }));
  const last = rows.at(-1);
  return { hits, next: more && last !== undefined ? hitIdOfKey(last.key) : null };
}

/** Where nothing was seen, other mails to the same domain may tell why; null where there is nothing to explain. */
async function readSilence(
  parts: LedgerParts,
  mailboxId: MailboxId,
  message: StoredMessage,
): Promise<DomainKnowledge | null> {
  const signs = signsOf(message);
  const isSilent = summaryOfHits(message).headline.code === 'headline-nothing';
  return isSilent && signs?.pictured === true ? await readDomain(parts, mailboxId, signs.domain) : null;
}
