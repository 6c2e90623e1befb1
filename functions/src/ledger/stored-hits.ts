import { fold, initialState, type FoldState } from '@readback/core';
import type { StoredHit } from './hit-row.ts';
import { readHit } from './hit-row.ts';
import type { MailboxId, MessageId } from './ids.ts';
import type { LedgerRoom } from './ledger-room.ts';
import { listPages } from './row-pages.ts';
import { hitsOf } from './row-keys.ts';
import { counts, type StoredMessage } from './stored-message.ts';

/** What the message's stored hits fold to: `message.state`, unless that was damaged or hits were dropped since. */
export async function foldStored(
  room: LedgerRoom,
  mailboxId: MailboxId,
  { messageId, message }: { messageId: MessageId; message: StoredMessage },
): Promise<FoldState> {
  const hits: StoredHit[] = [];
  for await (const rows of listPages(room, mailboxId, { range: hitsOf(messageId) })) hits.push(...rows.map(readHit));
  return hits
    .filter(({ n, hit }) => n < message.placed && counts(message, { kind: hit.kind, n }))
    .sort((a, b) => a.n - b.n)
    .reduce((state, { hit }) => fold(state, hit).state, initialState());
}
