import type { MessageId } from '../rows/ids.ts';
import { isoOf } from '../rows/iso-of.ts';
import { messageValues } from '../rows/message-row.ts';
import { messageKey, receiptKey, type RowEntropy } from '../rows/row-keys.ts';
import type { StoredMessage } from '../rows/stored-message.ts';
import { MAX_COMMIT_BYTES, MAX_WRITES, type RowValues, type Write } from '../store/row-store.ts';
import type { Change, ChangeContext } from './change.ts';
import { TOUCH_HEAD } from './heads.ts';

/** A message as it was read, or as the last commit left it. */
export interface LoadedMessage {
  /** Null: there is no such row. */
  message: StoredMessage | null;
  etag: string | null;
  /** Read for this very batch, not remembered from an earlier one. */
  isFresh: boolean;
}

/** One transaction for the first changes of a batch. */
export interface Plan {
  /** How many changes it holds; the others didn't fit. */
  taken: number;
  /** The first is the insert that serves as receipt. Empty: there is nothing to write. */
  writes: readonly Write[];
  /** Key of the receipt's row. */
  receipt: string;
  /** What each message will be; `index` is that of its write. */
  messages: ReadonlyMap<MessageId, { message: StoredMessage; index: number }>;
  /** Tells each taken change's caller, once it is durable. */
  settle: readonly (() => void)[];
  /** Messages about which nothing was written because of a remembered row: they must be read before that counts. */
  unsure: readonly MessageId[];
}

export interface BatchContext extends ChangeContext {
  batchId: RowEntropy;
  loaded: ReadonlyMap<MessageId, LoadedMessage>;
}

/** What a write takes besides its values: keys, MIME headers, type names. */
const WRITE_OVERHEAD = 700;

/** Writes of a transaction besides those of its changes; a hit's row serves as the receipt, where there is one. */
const HEAD = 1;
const HEAD_AND_RECEIPT = 2;

/** Works out one transaction for as many of the changes as fit into it, at least one. */
export function planBatch(changes: readonly Change<() => void>[], context: BatchContext): Plan {
  const plan = planFirst(changes, context);
  const isTooLarge =
    plan.taken > 1 && atMostBytes(plan.writes) > MAX_COMMIT_BYTES && bytesOf(plan.writes) > MAX_COMMIT_BYTES;
  return isTooLarge ? planBatch(changes.slice(0, Math.ceil(plan.taken / 2)), context) : plan;
}

function planFirst(changes: readonly Change<() => void>[], context: BatchContext): Plan {
  const messages = new Map<MessageId, StoredMessage>();
  const asked = new Set<MessageId>();
  const rows: Write[] = [];
  const settle: (() => void)[] = [];
  for (const change of changes) {
    const { messageId } = change;
    const before = messages.get(messageId) ?? context.loaded.get(messageId)?.message ?? null;
    const effect = change.apply(before, context);
    const more = effect.message !== null && !messages.has(messageId) ? 1 : 0;
    const needsReceipt = !rows.some(isHit) && !effect.rows.some(isHit);
    const size = rows.length + effect.rows.length + messages.size + more + (needsReceipt ? HEAD_AND_RECEIPT : HEAD);
    if (settle.length > 0 && size > MAX_WRITES) break;
    asked.add(messageId);
    if (effect.message !== null) messages.set(messageId, effect.message);
    rows.push(...effect.rows);
    settle.push(effect.result);
  }
  const unsure = [...asked].filter((id) => !messages.has(id) && context.loaded.get(id)?.isFresh === false);
  return { taken: settle.length, settle, unsure, ...transactionOf(messages, rows, context) };
}

function transactionOf(
  messages: ReadonlyMap<MessageId, StoredMessage>,
  rows: readonly Write[],
  { batchId, loaded, now }: BatchContext,
): Pick<Plan, 'writes' | 'receipt' | 'messages'> {
  if (messages.size === 0) return { writes: [], receipt: '', messages: new Map() };
  const { receipt, rest } = takeReceipt(rows, { batchId, now });
  const writes: Write[] = [receipt];
  const placed = new Map<MessageId, { message: StoredMessage; index: number }>();
  for (const [messageId, message] of messages) {
    placed.set(messageId, { message, index: writes.length });
    writes.push(messageWrite(messageId, messageValues(message), loaded.get(messageId)?.etag ?? null));
  }
  writes.push(TOUCH_HEAD, ...rest);
  return { writes, receipt: receipt.key, messages: placed };
}

/** The first hit's row proves that the whole transaction was written; without one, a row of its own does. */
function takeReceipt(
  rows: readonly Write[],
  { batchId, now }: { batchId: RowEntropy; now: number },
): { receipt: Write; rest: readonly Write[] } {
  const index = rows.findIndex(isHit);
  const hit = rows[index];
  if (hit !== undefined) return { receipt: hit, rest: [...rows.slice(0, index), ...rows.slice(index + 1)] };
  const values = { at: isoOf(now) };
  return { receipt: { kind: 'insert', key: receiptKey(batchId), values }, rest: rows };
}

function isHit({ kind, key }: Write): boolean {
  return kind === 'insert' && key.startsWith('e!');
}

function messageWrite(messageId: MessageId, values: RowValues, etag: string | null): Write {
  const key = messageKey(messageId);
  return etag === null ? { kind: 'insert', key, values } : { kind: 'replace', key, values, etag };
}

/** A bound that costs nothing: no character takes more than three bytes. */
function atMostBytes(writes: readonly Write[]): number {
  let characters = 0;
  for (const write of writes) {
    if (write.kind === 'delete') continue;
    for (const value of Object.values(write.values)) characters += typeof value === 'string' ? value.length : 8;
  }
  return writes.length * WRITE_OVERHEAD + characters * 3;
}

function bytesOf(writes: readonly Write[]): number {
  let bytes = 0;
  for (const write of writes) {
    bytes += WRITE_OVERHEAD;
    // As the service gets it: JSON, whose texts hold JSON again.
    if (write.kind !== 'delete') bytes += Buffer.byteLength(JSON.stringify(write.values));
  }
  return bytes;
}
