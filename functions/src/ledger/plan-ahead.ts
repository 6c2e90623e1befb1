import type { MessageId } from '../rows/ids.ts';
import type { RowEntropy } from '../rows/row-keys.ts';
import type { StoredMessage } from '../rows/stored-message.ts';
import type { Write } from '../store/row-store.ts';
import type { Change } from './change.ts';
import { planBatch, type BatchContext, type LoadedMessage, type Plan } from './plan-batch.ts';

/** A transaction that was worked out before the one it builds on was answered. */
export interface PlannedAhead {
  changes: readonly Change<() => void>[];
  batchId: RowEntropy;
  plan: Plan;
  /** What each message is taken to be by then. */
  expected: ReadonlyMap<MessageId, StoredMessage>;
}

/** Stands for an ETag that isn't known yet. */
const TO_COME = '';

/**
 * Works out a transaction on messages as another one, still under way, will leave them. Null where that can't be told yet.
 * @param expectedOf the message as it will be; undefined: it would have to be read first.
 */
export function planAhead(
  changes: readonly Change<() => void>[],
  context: Omit<BatchContext, 'loaded'>,
  expectedOf: (id: MessageId) => StoredMessage | undefined,
): PlannedAhead | null {
  const expected = new Map<MessageId, StoredMessage>();
  const loaded = new Map<MessageId, LoadedMessage>();
  for (const { messageId } of changes) {
    const message = expectedOf(messageId);
    if (message === undefined) return null;
    expected.set(messageId, message);
    loaded.set(messageId, { message, etag: TO_COME, isFresh: false });
  }
  const plan = planBatch(changes, { ...context, loaded });
  return plan.unsure.length > 0 ? null : { changes, batchId: context.batchId, plan, expected };
}

/**
 * The plan with the ETags that came. Null when a message isn't what it was taken to be: somebody else wrote, or nobody knows
 * what was written, and the changes have to be planned anew.
 */
export function completePlan(
  { plan, expected }: PlannedAhead,
  loadedOf: (id: MessageId) => LoadedMessage | undefined,
): Plan | null {
  const etags = new Map<number, string>();
  for (const [id, message] of expected) {
    const loaded = loadedOf(id);
    if (loaded === undefined || loaded.message !== message || loaded.etag === null) return null;
    const place = plan.messages.get(id);
    if (place !== undefined) etags.set(place.index, loaded.etag);
  }
  const complete = (write: Write, index: number): Write => {
    const etag = etags.get(index);
    return write.kind === 'replace' && etag !== undefined ? { ...write, etag } : write;
  };
  return { ...plan, writes: plan.writes.map(complete) };
}
