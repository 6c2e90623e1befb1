import { hasPlace } from '@readback/core';
import { storedRegistration } from '../rows/registration-values.ts';
import { hitIdAt } from '../rows/row-keys.ts';
import { heldMessage, KEPT_CORRECTIONS, type StoredMessage } from '../rows/stored-message.ts';
import { clickAt, drawEntropy, messageId, NOON, registrationOf } from './ledger.fixture.ts';
import { correctionChange } from './message-changes.ts';

const OFFER = messageId(1);
const verdict = { actor: 'person', certainty: 5, rule: 'C12', reason: { code: 'clicked-in', values: {} } } as const;
const hits = Array.from({ length: KEPT_CORRECTIONS + 5 }, (_, n) => ({
  id: hitIdAt(NOON + n, drawEntropy()),
  n,
  hit: clickAt(NOON + n, n),
  verdict,
}));
const context = { owner: 'anna', now: NOON, entropy: drawEntropy };

function correct(message: StoredMessage, n: number, actor: 'sender' | null) {
  const target = hits[n];
  if (target === undefined) throw new RangeError(`No hit ${n}`);
  return correctionChange(OFFER, target, { hit: target.id, actor }).apply(message, context);
}

describe('"that was me" about very many hits', () => {
  const registration = storedRegistration(registrationOf(), NOON);
  const all = hits.reduce<StoredMessage>((message, { n }) => correct(message, n, 'sender').message ?? message, {
    ...heldMessage('anna', NOON),
    registration,
  });

  it('is kept for each of them, in little room', () => {
    expect(all.mine).toEqual([[0, hits.length - 1]]);
    expect(all.corrections).toHaveLength(KEPT_CORRECTIONS);
  });

  it('can be taken back for the oldest too, though not in the activity', () => {
    const { message, rows, result } = correct(all, 0, null);
    expect([result, rows, hasPlace(message?.mine ?? [], 0), message?.stale]).toEqual([true, [], false, true]);
    expect(correct(all, hits.length - 1, null).rows).toMatchObject([{ kind: 'merge', values: { told: false } }]);
  });

  it('says nothing twice', () => {
    expect(correct(all, 3, 'sender')).toEqual({ message: null, rows: [], result: true });
  });
});
