import type { DigestPage } from '@readback/core';
import { DIGEST_PROPERTIES, readDigestRow } from '../rows/digest-values.ts';
import { keysUnder, messageIdOfKey, messageKey } from '../rows/row-keys.ts';
import { readEach } from '../rows/row-reading.ts';
import { MAX_PAGE_ROWS } from '../store/row-store.ts';
import { digestCursorText, type DigestCursor } from './digest-cursor.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import type { MailboxOwner } from './ledger.ts';
import { readWithHead, registeredBy, type PageWithVersion } from './read-with-head.ts';

/** A page of an owner's messages in short, in one request. Null: the mailbox is somebody else's. */
export async function readDigest(
  parts: LedgerParts,
  owner: MailboxOwner,
  after: DigestCursor | null,
): Promise<DigestPage | null> {
  // The first page shares its request with `head`.
  const page =
    after === null
      ? await readWithHead(parts, owner, { limit: MAX_PAGE_ROWS - 1, select: DIGEST_PROPERTIES })
      : await readFurther(parts, owner, after);
  if (page === null) return null;
  const { version } = page;
  const items = readEach(parts.log, page.rows, (row) => {
    const id = messageIdOfKey(row.key);
    return id === null ? null : readDigestRow(id, row);
  });
  const last = messageIdOfKey(page.rows.at(-1)?.key ?? '');
  const next = page.more && last !== null ? digestCursorText({ messageId: last, version }) : null;
  return { items: items.filter((item) => item !== null), next, version };
}

/** Each message names its owner, so that later pages need no `head`. */
async function readFurther(
  parts: LedgerParts,
  owner: MailboxOwner,
  { messageId, version }: DigestCursor,
): Promise<PageWithVersion> {
  const range = keysUnder('m!', messageKey(messageId));
  const request = { range, where: [registeredBy(owner)], limit: MAX_PAGE_ROWS, select: DIGEST_PROPERTIES };
  const page = await ask(parts, (signal) => parts.store.list(owner.mailboxId, request, signal));
  return { ...page, version };
}
