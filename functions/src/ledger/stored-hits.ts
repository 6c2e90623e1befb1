import { fold, initialState, type FoldState } from '@readback/core';
import type { StoredHit } from './hit-row.ts';
import { readHit } from './hit-row.ts';
import type { MailboxId, MessageId } from './ids.ts';
import { ask, type LedgerRoom } from './ledger-room.ts';
import { hitsOf } from './row-keys.ts';
import type { ListRequest, Row } from './row-store.ts';
import { counts, type StoredMessage } from './stored-message.ts';

const PAGE_ROWS = 1_000;

/** What the message's stored hits fold to: `message.state`, unless that was damaged or hits were dropped since. */
export async function foldStored(
  room: LedgerRoom,
  mailboxId: MailboxId,
  { messageId, message }: { messageId: MessageId; message: StoredMessage },
): Promise<FoldState> {
  const hits: StoredHit[] = [];
  for await (const rows of pagesOf(room, mailboxId, { range: hitsOf(messageId) })) hits.push(...rows.map(readHit));
  return hits
    .filter(({ n, hit }) => n < message.placed && counts(message, { kind: hit.kind, n }))
    .sort((a, b) => a.n - b.n)
    .reduce((state, { hit }) => fold(state, hit).state, initialState());
}

/** Every row of a partition that a listing asks for, a page at a time. */
export async function* pagesOf(
  room: LedgerRoom,
  partition: string,
  request: Omit<ListRequest, 'limit'>,
): AsyncIterable<readonly Row[]> {
  let { after } = request.range;
  for (let more = true; more;) {
    const asked = { ...request, range: { ...request.range, after }, limit: PAGE_ROWS };
    const page = await ask(room, (signal) => room.store.list(partition, asked, signal));
    yield page.rows;
    after = page.rows.at(-1)?.key ?? after;
    more = page.more;
  }
}
