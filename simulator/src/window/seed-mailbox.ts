import { createOutlook } from '../outlook/create-outlook.ts';
import type { Person } from '../outlook/mail.ts';
import type { MailboxStorage } from '../outlook/outlook.ts';
import { CONTACTS, SENDER } from './people.ts';

const SEEDED = 'seeded';
const MINUTE_MS = 60_000;

interface Seed {
  from: Person | undefined;
  /** Minutes before the first visit. */
  age: number;
  subject: string;
  body: string;
}

const [ada, noah, mira, jonas] = CONTACTS;

const SEEDS: readonly Seed[] = [
  {
    from: jonas,
    age: 2_900,
    subject: 'Template for offers',
    body: '<p>Hi Robin,</p><p>the new template is on the share. Please use it from Monday on, and tell me what is missing.</p><p>Jonas</p>',
  },
  {
    from: mira,
    age: 1_500,
    subject: 'Thanks for the tour',
    body: '<p>Dear Robin,</p><p>thank you for showing us around. The team liked the <b>second</b> option best; we come back to you once the budget is settled.</p><p>Best regards<br>Mira</p>',
  },
  {
    from: noah,
    age: 190,
    subject: 'Question about the delivery',
    body: '<p>Hello Robin,</p><p>could you tell us</p><ul><li>when the first lot can be here,</li><li>and what it costs to split it?</li></ul><p>Noah Lindqvist<br>Northwind Traders</p>',
  },
  {
    from: ada,
    age: 42,
    subject: 'Kick-off on Thursday',
    body: '<p>Hi Robin,</p><p>Thursday at ten suits us. Could you send the agenda and the offer beforehand, so that everybody has read them?</p><p>Thanks<br>Ada</p>',
  },
];

/** Puts a few mails into an Inbox that was never used. */
export function seedMailbox(storage: MailboxStorage): void {
  if (storage.get(SEEDED) === true) return;
  storage.set(SEEDED, true);
  for (const { from, age, subject, body } of SEEDS) {
    if (from === undefined) continue;
    const at = Date.now() - age * MINUTE_MS;
    // An Outlook of that day: what arrives carries its time.
    const outlook = createOutlook({
      client: 'web',
      setting: 'documented',
      clock: { now: () => at, after: () => () => undefined },
      manifest: null,
      runtimes: { open: () => Promise.reject(new Error('Nothing runs while the mailbox is filled.')) },
      storage,
      profile: { user: SENDER },
    });
    outlook.receive({ from, subject, body });
  }
}
