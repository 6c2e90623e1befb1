import { readHit, type StoredHit } from '../rows/hit-row.ts';
import type { HitId, MessageRef } from '../rows/ids.ts';
import { readMessage } from '../rows/message-row.ts';
import { hitKey, messageKey } from '../rows/row-keys.ts';
import type { StoredMessage } from '../rows/stored-message.ts';
import type { Row } from '../store/row-store.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';

/** The message as it is stored; null: there is none. Rejects with a `LedgerError`, also when its row can't be read. */
export async function readStored(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
): Promise<StoredMessage | null> {
  return await readOne(parts, { partition: mailboxId, key: messageKey(messageId) }, readMessage);
}

/** One of the message's hits; null: there is no such hit. Rejects as `readStored` does. */
export async function readStoredHit(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
  hit: HitId,
): Promise<StoredHit | null> {
  return await readOne(parts, { partition: mailboxId, key: hitKey(messageId, hit) }, readHit);
}

async function readOne<T>(
  parts: LedgerParts,
  { partition, key }: Pick<Row, 'partition' | 'key'>,
  read: (row: Row) => T,
): Promise<T | null> {
  return await ask(parts, async (signal) => {
    const row = await parts.store.read(partition, key, signal);
    return row && read(row);
  });
}
