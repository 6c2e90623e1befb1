import { boundHit } from '../rows/hit-row.ts';
import type { MessageId } from '../rows/ids.ts';
import { storedRegistration } from '../rows/registration-values.ts';
import { hitIdAt } from '../rows/row-keys.ts';
import { heldMessage } from '../rows/stored-message.ts';
import { MAX_COMMIT_BYTES, MAX_WRITES } from '../store/row-store.ts';
import type { Change } from './change.ts';
import { hitChange } from './hit-change.ts';
import { clickAt, drawEntropy, messageId, NOON, openAt, registrationOf } from './ledger.fixture.ts';
import { planBatch, type BatchContext, type LoadedMessage } from './plan-batch.ts';

function contextFor(ids: readonly MessageId[], isFresh = true): BatchContext {
  const registration = storedRegistration(registrationOf(), NOON - 3_600_000);
  const message = { ...heldMessage('anna', NOON), registration };
  const loaded = new Map(ids.map((id): [MessageId, LoadedMessage] => [id, { message, etag: 'seen', isFresh }]));
  return { owner: 'anna', now: NOON, entropy: drawEntropy, batchId: '0'.repeat(16), loaded };
}

function hits(
  count: number,
  of: (index: number) => { id: MessageId; headers?: Record<string, string>; click?: boolean },
): Change<() => void>[] {
  return Array.from({ length: count }, (_, index) => {
    const { id, headers, click = false } = of(index);
    // Each of somebody else, so that many clicks aren't those of one program.
    const more = { client: `client-${index}`, ...(headers === undefined ? {} : { headers }) };
    const hit = click ? clickAt(NOON + index, index, more) : openAt(NOON + index, more);
    const change = hitChange({ messageId: id, id: hitIdAt(NOON, drawEntropy()), hit: boundHit(hit) });
    return {
      messageId: id,
      apply: (message, context) => ({ ...change.apply(message, context), result: () => undefined }),
    };
  });
}

describe('planBatch', () => {
  it.each([
    ['97 hits of one message, of which one is told', () => ({ id: messageId(1) }), 97],
    ['49 clicks that are each told', () => ({ id: messageId(1), click: true }), 49],
    ['33 hits of as many messages, each of which is told', (index: number) => ({ id: messageId(index) }), 33],
  ])('puts %s into a transaction', (_, of, taken) => {
    const changes = hits(120, of);
    const ids = [...new Set(changes.map((change) => change.messageId))];
    const plan = planBatch(changes, contextFor(ids));
    expect(plan.taken).toBe(taken);
    expect(plan.writes.length).toBeLessThanOrEqual(MAX_WRITES);
    expect(plan.settle).toHaveLength(taken);
    expect(new Set(plan.writes.map(({ key }) => key)).size).toBe(plan.writes.length);
  });

  it('closes a transaction before it gets too large', () => {
    const headers = Object.fromEntries(Array.from({ length: 32 }, (_, index) => [`header-${index}`, '"'.repeat(256)]));
    const changes = hits(96, () => ({ id: messageId(1), headers }));
    const plan = planBatch(changes, contextFor([messageId(1)]));
    const bytes = Buffer.byteLength(JSON.stringify(plan.writes));
    expect(plan.taken).toBeGreaterThan(10);
    expect(plan.taken).toBeLessThan(96);
    expect(bytes).toBeLessThanOrEqual(MAX_COMMIT_BYTES);
  });

  it('knows where each message and the receipt stand', () => {
    const plan = planBatch(
      hits(6, (index) => ({ id: messageId(index % 3) })),
      contextFor([0, 1, 2].map(messageId)),
    );
    expect(plan.receipt).toBe(plan.writes[0]?.key);
    expect(plan.receipt.startsWith('e!')).toBe(true);
    for (const [id, { message, index }] of plan.messages) {
      expect(plan.writes[index]).toMatchObject({ kind: 'replace', key: `m!${id}`, etag: 'seen' });
      expect(message.state.opens.count).toBe(2);
    }
  });

  it('writes nothing for nothing, and is unsure of that when it only remembers the message', () => {
    const nothing: Change<() => void> = {
      messageId: messageId(1),
      apply: () => ({ message: null, rows: [], result: () => undefined }),
    };
    const fresh = planBatch([nothing], contextFor([messageId(1)]));
    expect([fresh.taken, fresh.writes, fresh.unsure]).toEqual([1, [], []]);
    expect(planBatch([nothing], contextFor([messageId(1)], false)).unsure).toEqual([messageId(1)]);
    const [hit] = hits(1, () => ({ id: messageId(1) }));
    expect(planBatch(hit === undefined ? [] : [nothing, hit], contextFor([messageId(1)], false)).unsure).toEqual([]);
  });
});
