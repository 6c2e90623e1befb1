import type { Hit } from '@readback/core';
import { readHit } from '../rows/hit-row.ts';
import { storedRegistration } from '../rows/registration-values.ts';
import { hitIdAt } from '../rows/row-keys.ts';
import { heldMessage, type StoredMessage } from '../rows/stored-message.ts';
import type { Effect } from './change.ts';
import { hitChange } from './hit-change.ts';
import { clickAt, messageId, NOON, openAt, registrationOf } from './ledger.fixture.ts';
import type { RecordOutcome } from './ledger.ts';

const context = { owner: 'anna', now: NOON, entropy: () => 'f'.repeat(16) };

const registered = (more: Partial<StoredMessage> = {}): StoredMessage => ({
  ...heldMessage('anna', NOON),
  registration: storedRegistration(registrationOf({ ageMs: 0 }), NOON - 3_600_000),
  ...more,
});

let numbers = 0;

function add(message: StoredMessage, hit: Hit): Effect<RecordOutcome> {
  const entropy = (numbers += 1).toString(16).padStart(16, '0');
  return hitChange({ messageId: messageId(1), id: hitIdAt(hit.at, entropy), hit }).apply(message, context);
}

/** The message after hits, and what the last of them added. */
function addAll(message: StoredMessage, hits: readonly Hit[]): Effect<RecordOutcome> {
  let effect: Effect<RecordOutcome> = { message, rows: [], result: 'dropped' };
  for (const hit of hits) effect = add(effect.message ?? message, hit);
  return effect;
}

describe('a hit that puts earlier ones into another light', () => {
  const burst = [4, 5, 6].map((position, index) => clickAt(NOON + index * 100, position));

  it('tells the corrections of what was told, and keeps its own verdict in its row', () => {
    const [hit, ...told] = addAll(registered(), burst).rows;
    expect(hit).toMatchObject({ kind: 'insert', values: { n: 2, verdict: expect.stringContaining('"scanner"') } });
    expect(told.map((row) => (row.kind === 'insert' ? row.values : null))).toEqual([
      expect.objectContaining({ what: 'correction', n: 0, kind: 'click', position: 4, subject: 'Offer' }),
      expect.objectContaining({ what: 'correction', n: 1, kind: 'click', position: 5 }),
    ]);
  });

  it('tells nothing while the message is held', () => {
    expect(addAll(heldMessage('anna', NOON), burst).rows).toHaveLength(1);
  });

  it('tells nothing itself while what was held is still to be told', () => {
    expect(add(registered({ untold: true }), clickAt(NOON, 1)).rows).toHaveLength(1);
  });
});

describe('a hit and what its sender does', () => {
  /** The hit as its row keeps it. */
  function stored(message: StoredMessage, hit: Hit): Hit {
    const [row] = add(message, hit).rows;
    if (row?.kind !== 'insert') throw new Error('A hit is inserted');
    return readHit({ partition: 'p', etag: '', key: row.key, values: row.values }).hit;
  }

  it.each([
    ['6 s before', -6_000, false],
    ['5 s before', -5_000, true],
    ['at the start of', 0, true],
    ['19 s after the start of', 19_999, true],
    ['20 s after the start of', 20_000, false],
  ])('is the sender’s own when it comes %s a look: %i ms', (_, after, own) => {
    expect(stored(registered({ lookedAt: NOON }), openAt(NOON + after)).own).toBe(own);
  });

  it.each([
    ['before', -1, undefined],
    ['when', 0, true],
    ['9 minutes after', 9 * 60_000, true],
    ['10 minutes after', 10 * 60_000, undefined],
  ])('may be from the quote when it comes %s a reply was sent: %i ms', (_, after, quoted) => {
    expect(stored(registered({ quotedAt: NOON }), openAt(NOON + after)).quoted).toBe(quoted);
  });
});
