import type { Recipient } from '@readback/core';
import type { PastMail } from './mail-past.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const person = (name: string, domain: string): Recipient => ({
  name,
  address: `${name.toLowerCase().replace(' ', '.')}@${domain}`,
});
const ADA = person('Ada Park', 'fabrikam.example');
const BEN = person('Ben Okafor', 'adatum.example');
const CARLA = person('Carla Ruiz', 'northwind.example');
const DAI = person('Dai Nguyen', 'proseware.example');
const EVA = person('Eva Lind', 'wingtip.example');
const NOAH = person('Noah Lindqvist', 'northwind.example');
const EVERYBODY = [ADA, CARLA, BEN, EVA, NOAH, DAI];

const OFFER = 'https://www.contoso.example/spring-fair/offer';
const LINKS = ['https://www.contoso.example/catalogue', 'https://www.contoso.example/book-a-visit'];

const FILTERED: PastMail['happenings'] = [
  ['filter', 3 * SECOND],
  ['filter-click', 3.4 * SECOND],
];

/** What has just happened, newest first. */
export function mailsOfToday(now: number): PastMail[] {
  const mail = (hoursAgo: number, subject: string, to: Recipient[], happenings: PastMail['happenings']): PastMail => ({
    subject,
    to,
    sentAt: now - hoursAgo * HOUR,
    links: [OFFER],
    happenings,
  });
  return [
    mail(3, 'Our offer for the spring fair', [ADA], [...FILTERED, ['outlook', 2 * HOUR], ['click', 2.05 * HOUR]]),
    mail(4, 'Dates for the workshop', [BEN, CARLA, DAI], [['thunderbird', 90 * MINUTE]]),
    mail(6, 'Draft of the contract', [CARLA], [['gmail', 2.8 * HOUR]]),
  ];
}

/** What happened in the last eight weeks, in the order of sending. */
export function mailsOfWeeks(now: number): PastMail[] {
  const recent: PastMail[] = [
    { subject: 'Price list for next year', to: [NOAH], happenings: [['apple', 9 * MINUTE]] },
    { subject: 'Notes from our call', to: [DAI], happenings: FILTERED },
    { subject: 'Question about your order', to: [ADA], happenings: [['outlook', 40 * MINUTE]] },
    { subject: 'Invoice for September', to: [EVA], happenings: [['gmail', 5 * HOUR]] },
    {
      subject: 'Report of the second quarter',
      to: [BEN],
      happenings: [
        ['outlook', 2 * HOUR],
        ['click', 2.1 * HOUR],
      ],
    },
  ].map((mail, index) => ({ ...mail, sentAt: now - (1.2 + index) * DAY, links: LINKS }) as PastMail);
  const subjects = [
    'Kick-off agenda',
    'Sample shipment',
    'Follow-up to our visit',
    'Minutes of Monday',
    'New delivery dates',
  ];
  const older = Array.from({ length: 40 }, (_, index): PastMail => {
    const afterMs = (2 + (index % 5)) * HOUR;
    const opened = (['outlook', 'gmail', 'outlook', 'apple', 'thunderbird'] as const)[index % 5] ?? 'outlook';
    const isClicked = [2, 4].includes(index % 7) && opened !== 'apple';
    return {
      subject: subjects[index % subjects.length] ?? '',
      to: [EVERYBODY[index % EVERYBODY.length] ?? ADA],
      sentAt: now - (7 + index * 1.15) * DAY,
      links: LINKS,
      happenings: [
        ...(index % 6 === 5 ? [] : [[opened, afterMs] as const]),
        ...(isClicked ? [['click', afterMs + 2 * MINUTE, index % 2] as const] : []),
      ],
    };
  });
  return [...recent, ...older];
}
