import type { FoldResult, Revision } from '@readback/core';
import { initialState } from '@readback/core';
import { hitChange } from './hit-change.ts';
import { clickAt, messageId, NOON, registrationOf } from './ledger.fixture.ts';
import { storedRegistration } from './message-row.ts';
import { hitIdAt } from './row-keys.ts';
import { heldMessage } from './stored-message.ts';

describe('a hit that puts earlier ones into another light', () => {
  const verdict = { actor: 'scanner', certainty: 6, rule: 'burst', reason: { code: 'burst', values: {} } } as const;
  const revision: Revision = {
    kind: 'click',
    at: NOON - 900,
    position: 4,
    from: { ...verdict, actor: 'person' },
    to: verdict,
  };
  const foldHit = (): FoldResult => ({ state: initialState(), verdict, facts: [], revisions: [revision] });
  const change = hitChange(
    { messageId: messageId(1), id: hitIdAt(NOON, '0'.repeat(16)), hit: clickAt(NOON, 5) },
    foldHit,
  );
  const context = { owner: 'anna', now: NOON, entropy: () => 'f'.repeat(16) };

  it('tells the correction, and keeps its own verdict in its row', () => {
    const message = { ...heldMessage('anna', NOON), registration: storedRegistration(registrationOf(), NOON) };
    const [hit, told] = change.apply(message, context).rows;
    expect(hit).toMatchObject({ kind: 'insert', values: { n: 0, verdict: JSON.stringify(verdict) } });
    expect(told).toMatchObject({
      values: {
        what: 'correction',
        at: new Date(NOON - 900).toISOString(),
        position: 4,
        subject: 'Offer',
        kind: 'click',
      },
    });
  });

  it('tells nothing while the message is held', () => {
    expect(change.apply(heldMessage('anna', NOON), context).rows).toHaveLength(1);
  });
});
