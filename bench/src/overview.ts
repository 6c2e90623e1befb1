import type { DigestRow } from '@readback/core';
import { contactsOf, coverageOf, figuresByTime, mostClickedLinks } from '@readback/core/overview';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

/** How long the pane takes to derive contacts, coverage, weeks and links from all mails, once they are there. */

const MAILS = 10_000;

/** Each of them to somebody else, three of ten to five people: more contacts than most people have. */
const RECIPIENTS = [1, 1, 1, 5, 1, 5, 1, 1, 5, 1];

const ROUNDS = 9;

const HOUR_MS = 3_600_000;

/** The end of the time that is looked at; when that is changes nothing. */
const NOW = Date.UTC(2026, 10, 21);

/** What the rows cost before anything is derived of them: then deriving is hardly the wait that people notice. */
const REFERENCE = 'reading the rows from JSON';
const MAX_RATIO = 2;

export function run(): Promise<Figure[]> {
  const rows = Array.from({ length: MAILS }, (_, index) => mail(index));
  const edges = Array.from({ length: 9 }, (_, week) => NOW - (8 - week) * 7 * 24 * HOUR_MS);
  const [first = 0] = edges;
  const json = JSON.stringify(rows);
  const works: readonly [name: string, work: () => unknown][] = [
    [REFERENCE, (): unknown => JSON.parse(json)],
    ['contacts', () => contactsOf(rows)],
    ['coverage', () => coverageOf(rows, first, NOW)],
    ['weeks', () => figuresByTime(rows, edges)],
    ['links', () => mostClickedLinks(rows, 10)],
  ];
  const [reference = Number.NaN, ...values] = medians(works.map(([, work]) => work));
  return Promise.resolve(
    values.map((value, index) => ({
      name: `${works[index + 1]?.[0] ?? ''} of ${MAILS} mails`,
      value,
      unit: 'ms',
      reference: { name: REFERENCE, value: reference },
      ratio: value / reference,
      aim: { atMost: MAX_RATIO },
    })),
  );
}

/** Milliseconds that each takes; in turns, so that whatever else the machine does meets all alike. */
function medians(works: readonly (() => unknown)[]): number[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    works.forEach((work, index) => {
      const start = performance.now();
      work();
      times[index]?.push(performance.now() - start);
    });
  }
  return times.map(median);
}

function mail(index: number): DigestRow {
  const sentAt = new Date(NOW - index * HOUR_MS).toISOString();
  const count = RECIPIENTS[index % RECIPIENTS.length] ?? 1;
  const isOpened = index % 3 === 0;
  return {
    id: index.toString(16).padStart(24, '0'),
    subject: `Mail ${index}`,
    recipients: Array.from({ length: count }, (_, who) => ({
      address: `P${index}-${who}@x${index % 100}.example`,
      name: null,
    })),
    recipientCount: count,
    sentAt,
    sent: true,
    opensReason: index % 7 === 0 ? 'plain-text' : null,
    linksReason: index % 7 === 0 ? 'plain-text' : null,
    opens: { person: isOpened ? 1 : 0, likely: 0, machine: 0, unknown: 0 },
    clicks: { person: 0, likely: 0, machine: 0, unknown: 0 },
    rawOpens: 1,
    rawClicks: 0,
    lastHitAt: sentAt,
    lastPersonAt: isOpened ? sentAt : null,
    headline: { code: 'headline-nothing', values: {} },
    corrected: false,
    program: isOpened ? 'Outlook' : null,
    topLinks: [{ destination: `https://x${index % 1000}.example/`, clicks: 1 }],
  };
}
