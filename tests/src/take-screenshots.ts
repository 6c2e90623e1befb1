import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openMailDesk } from './mail-desk.ts';
import type { MailDesk } from './mail-desk.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

// Takes the pictures of docs/images from the built product (`npm run screenshots` builds it first).

const IMAGES = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'docs/images');

const OFFER = 'Our offer for the spring fair';

/** What happens sooner after Send, or after the picture, counts as a program's doing: whoever reads has to wait. */
const READING_TIME_MS = 12_000;
const CLICKING_TIME_MS = 5_000;

const PEOPLE = [
  ['Ada Park', 'ada.park@fabrikam.example'],
  ['Ben Okafor', 'ben.okafor@adatum.example'],
  ['Carla Ruiz', 'carla.ruiz@northwind.example'],
  ['Dai Nguyen', 'dai.nguyen@proseware.example'],
  ['Eva Lind', 'eva.lind@wingtip.example'],
] as const;

const SUBJECTS = [
  'Dates for the workshop',
  'Draft of the contract',
  'Invoice for September',
  'Notes from our call',
  'Price list for next year',
  'Question about your order',
  'Report of the second quarter',
];

const MAILS = 26;
const HOURS_BETWEEN = 49;

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
}

/** The pane beside a mail that is written, and beside the same one after it was read. */
async function takeOutlook(stage: Stage): Promise<void> {
  const sender = await stage.sender({ client: 'classic', theme: 'light' });
  const first = await sender.openPane();
  await first.frame.getByRole('heading').first().waitFor();
  await sender.write({
    subject: OFFER,
    text: 'Hello Ada, here is what we talked about: ',
    link: { text: 'the offer', address: `${stage.origin}/simulator/example.html` },
  });
  await sender.untilHandled('OnMessageCompose');
  const compose = await sender.openPane();
  await compose.says('Opens and clicks will be tracked');
  await take(sender.page, 'compose');
  await sender.send();
  const recipient = await stage.recipient();
  await recipient.page.waitForTimeout(READING_TIME_MS);
  await recipient.open(OFFER);
  await recipient.loadPictures();
  await recipient.page.waitForTimeout(CLICKING_TIME_MS);
  await recipient.click('the offer');
  await sender.open('Sent', OFFER);
  const pane = await sender.openPane();
  await pane.says('Clicked by a person');
  await take(sender.page, 'readback');
}

/** The page by itself, with the mails of some weeks. */
async function takePage(stage: Stage): Promise<void> {
  const context = await stage.visitor({ viewport: { width: 1_040, height: 760 }, locale: 'en-US' });
  const page = await context.newPage();
  const desk = await openMailDesk(page, stage.origin);
  for (let mail = MAILS; mail > 0; mail -= 1) await sendOne(desk, mail);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await take(page, 'activity');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Contacts', exact: true }).click();
  await page.getByText('Ada Park').first().waitFor();
  await take(page, 'contacts-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Insights', exact: true }).click();
  await page.locator('svg').first().waitFor();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await take(page, 'insights');
}

async function sendOne(desk: MailDesk, mail: number): Promise<void> {
  const [name, to] = PEOPLE[mail % PEOPLE.length] ?? PEOPLE[0];
  const sent = await desk.send({
    subject: SUBJECTS[mail % SUBJECTS.length] ?? OFFER,
    to,
    name,
    hoursAgo: mail * HOURS_BETWEEN,
  });
  if (mail % 3 !== 0) await sent.load();
}

const stage = await openStage();
try {
  await takeOutlook(stage);
  await takePage(stage);
} finally {
  await stage.stop();
}
