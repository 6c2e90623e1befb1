import { mailboxId, messageId } from '../src/ledger/ledger.fixture.ts';
import type { MessageReport } from '../src/ledger/repair.ts';
import { addReport, describeReport, describeTotals, NO_TOTALS } from './rejudge-report.ts';

const person = { actor: 'person', certainty: 5, rule: 'C12', reason: { code: 'clicked-in', values: {} } } as const;
const scanner = { actor: 'scanner', certainty: 6, rule: 'C8', reason: { code: 'burst', values: {} } } as const;

const report = (parts: Partial<MessageReport>): MessageReport => ({
  mailboxId: mailboxId(1),
  messageId: messageId(2),
  outcome: 'sound',
  hits: 4,
  rejudged: [],
  outdated: false,
  headline: null,
  ...parts,
});

const NAME = `message ${messageId(2)} of mailbox ${mailboxId(1)}`;

describe('what judging again says of a message', () => {
  it.each<[string, Partial<MessageReport>, string | null]>([
    ['nothing where nothing changes', {}, null],
    ['a damaged row', { outcome: 'damaged' }, `${NAME}: a row can't be read`],
    ['a busy message', { outcome: 'busy' }, `${NAME}: hits come in too fast; run this again`],
    ['counts that differ', { outcome: 'mended' }, `${NAME}: 0 of 4 hits\n  counts or corrections only`],
    ['nothing where only its row is of an earlier version', { outcome: 'mended', outdated: true }, null],
    [
      'verdicts, the most frequent change first, and the headline',
      {
        outcome: 'differs',
        rejudged: [
          { from: scanner, to: person },
          { from: person, to: scanner },
          { from: person, to: scanner },
        ],
        headline: {
          from: { code: 'headline-clicked', values: { times: 2 } },
          to: { code: 'headline-scanned', values: {} },
        },
      },
      [
        `${NAME}: 3 of 4 hits`,
        '2 × person 5 (C12 clicked-in) → scanner 6 (C8 burst)',
        '1 × scanner 6 (C8 burst) → person 5 (C12 clicked-in)',
        '"Clicked by a person, twice" → "Checked by a program, most likely a mail filter; no sign of a person yet"',
      ].join('\n  '),
    ],
  ])('is %s', (_, parts, expected) => {
    expect(describeReport(report(parts))).toBe(expected);
  });

  it('adds up', () => {
    const all = [
      report({}),
      report({ outcome: 'differs', rejudged: [{ from: person, to: scanner }] }),
      report({ outcome: 'damaged', hits: 0 }),
    ].reduce(addReport, NO_TOTALS);
    expect(describeTotals(all)).toBe('3 messages, 8 hits; judged otherwise: 1 message, 1 hit; not judged: 1 message');
    const old = [report({ outcome: 'differs', outdated: true }), report({ outcome: 'sound' })].reduce(addReport, all);
    expect(describeTotals(old)).toBe(
      '5 messages, 16 hits; judged otherwise: 1 message, 1 hit; of an earlier version: 1 message; not judged: 1 message',
    );
  });
});
