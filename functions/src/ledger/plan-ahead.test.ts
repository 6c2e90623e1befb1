import { storedRegistration } from '../rows/registration-values.ts';
import { hitIdAt } from '../rows/row-keys.ts';
import { heldMessage, type StoredMessage } from '../rows/stored-message.ts';
import type { Change } from './change.ts';
import { hitChange } from './hit-change.ts';
import { drawEntropy, messageId, NOON, openAt, registrationOf } from './ledger.fixture.ts';
import { completePlan, planAhead } from './plan-ahead.ts';
import { planBatch, type BatchContext, type LoadedMessage } from './plan-batch.ts';

const OFFER = messageId(1);

const context: Omit<BatchContext, 'loaded'> = {
  owner: 'anna',
  now: NOON,
  entropy: drawEntropy,
  batchId: '0'.repeat(16),
};

function message(): StoredMessage {
  return { ...heldMessage('anna', NOON), registration: storedRegistration(registrationOf(), NOON - 3_600_000) };
}

function hits(count: number): Change<() => void>[] {
  return Array.from({ length: count }, (_, index) => {
    const change = hitChange({ messageId: OFFER, id: hitIdAt(NOON, drawEntropy()), hit: openAt(NOON + index) });
    return { ...change, apply: (before, given) => ({ ...change.apply(before, given), result: () => undefined }) };
  });
}

const loaded = (of: StoredMessage, etag: string | null): LoadedMessage => ({ message: of, etag, isFresh: false });

function required<T>(value: T | null): T {
  if (value === null) throw new Error('Nothing was planned');
  return value;
}

describe('planAhead', () => {
  it('becomes the plan that would have been made once the ETag is known', () => {
    const expected = message();
    const changes = hits(5);
    const ahead = required(planAhead(changes, context, () => expected));
    const complete = required(completePlan(ahead, () => loaded(expected, 'came')));
    const later = planBatch(changes, { ...context, loaded: new Map([[OFFER, loaded(expected, 'came')]]) });
    expect(complete.writes.filter(({ key }) => !key.startsWith('a!'))).toEqual(
      later.writes.filter(({ key }) => !key.startsWith('a!')),
    );
    expect(complete.writes.find(({ kind }) => kind === 'replace')).toMatchObject({ etag: 'came' });
    expect(complete.messages).toEqual(later.messages);
    expect(complete.taken).toBe(5);
  });

  it('plans nothing for a message that would have to be read first', () => {
    expect(planAhead(hits(1), context, () => undefined)).toBeNull();
  });

  it('plans nothing where what is remembered would have to be read again before it counts', () => {
    const deleted = { ...message(), registration: null, deleted: true };
    expect(planAhead(hits(1), context, () => deleted)).toBeNull();
  });
});

describe('completePlan', () => {
  const expected = message();
  const ahead = required(planAhead(hits(3), context, () => expected));

  it.each([
    ['nobody knows what was written', undefined],
    ['the message was read again, since somebody else wrote', loaded({ ...expected }, 'other')],
    ['its ETag is unknown', loaded(expected, null)],
  ])('gives the plan up where %s', (_, found) => {
    expect(completePlan(ahead, () => found)).toBeNull();
  });
});
