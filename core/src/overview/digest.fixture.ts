import type { DigestRow } from '../api.ts';
import type { Tally } from '../verdict.ts';

/** Sessions of the named kinds; none of the others. */
export function tally(some: Partial<Tally> = {}): Tally {
  return { person: 0, likely: 0, machine: 0, unknown: 0, ...some };
}

/** A tracked message to Anna of which nothing was seen. */
export function digestRow(some: Partial<DigestRow> = {}): DigestRow {
  return {
    id: 'ff',
    subject: 'Offer',
    recipients: [{ address: 'anna@contoso.example', name: 'Anna' }],
    recipientCount: some.recipients?.length ?? 1,
    sentAt: '2026-11-18T10:00:00.000Z',
    sent: true,
    opensReason: null,
    linksReason: null,
    opens: tally(),
    clicks: tally(),
    rawOpens: 0,
    rawClicks: 0,
    lastHitAt: null,
    lastPersonAt: null,
    headline: { code: 'headline-nothing', values: {} },
    corrected: false,
    program: null,
    topLinks: [],
    ...some,
  };
}
