import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { AGENTS, NAVIGATION } from '../../core/src/truth/hits.fixture.ts';
import { openMailDesk } from './mail-desk.ts';
import { writePast } from './mail-past.ts';
import { mailsOfToday, mailsOfWeeks } from './past-mails.fixture.ts';
import type { Sender } from './sender.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

// Takes the pictures of docs/images from the built product (`npm run screenshots` builds it first).

const require = createRequire(import.meta.url);

const IMAGES = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'docs/images');

const OFFER = 'Our offer for the spring fair';
const SITE = 'https://www.contoso.example/spring-fair';

/** What happens sooner after Send, or after the picture, counts as a program's doing: whoever reads has to wait. */
const READING_TIME_MS = 12_000;
const CLICKING_TIME_MS = 5_000;

/** A line for homes, and one of a company that filters mail: where requests pretend to come from. */
const AT_HOME = '84.128.0.77';
const AT_A_FILTER = '205.139.110.7';

/** Windows has Segoe UI; where that is missing, this stands for it, since no other comes as close to its shapes. */
async function bringFont(context: BrowserContext): Promise<void> {
  const file = require.resolve('@fontsource-variable/open-sans/files/open-sans-latin-wght-normal.woff2');
  const font = await readFile(file);
  await context.addInitScript((data) => {
    const face = new FontFace('Segoe UI', `url(data:font/woff2;base64,${data})`, { weight: '300 800' });
    document.fonts.add(face);
  }, font.toString('base64'));
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // No button looks as if it were being pressed.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
}

/** What somebody at the simulated Outlook writes. */
async function writeOffer({ body, write, untilHandled }: Sender): Promise<void> {
  await write({ subject: OFFER, text: '' });
  await body.locator('body').evaluate((mail, site) => {
    const html =
      '<p>Hello Ada,</p><p>it was good to meet you in Lisbon. As promised, here are ' +
      `<a href="${site}/offer">our offer for the spring fair</a> and <a href="${site}/hall">the plan of the hall</a>.</p>` +
      '<p>Shall we talk on Thursday?</p>';
    mail.insertAdjacentHTML('afterbegin', html);
    mail.dispatchEvent(new Event('input', { bubbles: true }));
  }, SITE);
  await untilHandled('OnMessageCompose');
}

/** A mail filter looks at a mail that has just arrived. */
async function filterMail(markup: string): Promise<void> {
  const headers = { ...NAVIGATION, 'user-agent': AGENTS.chrome, 'x-local-client-ip': AT_A_FILTER };
  for (const [url] of markup.matchAll(/https?:[^"]*\/[oc]\/[\w-]+/g)) await fetch(url, { headers, redirect: 'manual' });
}

/** The pane beside a mail that is written, and beside the same one after it was read. */
async function takeOutlook(stage: Stage): Promise<void> {
  const sender = await stage.sender({ client: 'classic', theme: 'light' });
  await bringFont(sender.context);
  await sender.restart();
  await sender.page.setViewportSize({ width: 1_360, height: 860 });
  await sender.openPane();
  await writeOffer(sender);
  const compose = await sender.openPane();
  await compose.says('Opens and clicks will be tracked');
  await take(sender.page, 'compose');
  await sender.send();
  const recipient = await stage.recipient();
  await recipient.page.context().setExtraHTTPHeaders({ 'x-local-client-ip': AT_HOME });
  // Nobody's site: it is played here.
  await recipient.page.context().route(`${SITE}/**`, (route) => route.fulfill({ body: 'The offer' }));
  await recipient.open(OFFER);
  await filterMail(await recipient.markup());
  await recipient.page.waitForTimeout(READING_TIME_MS);
  await recipient.loadPictures();
  await recipient.page.waitForTimeout(CLICKING_TIME_MS);
  await recipient.click('our offer for the spring fair');
  await sender.open('Sent', OFFER);
  const pane = await sender.openPane();
  await pane.says('Clicked by a person');
  // It comes a little later than the rest.
  await pane.frame.getByRole('button', { name: 'More about this mail' }).waitFor();
  await take(sender.page, 'readback');
}

const THURSDAY = 4;

/** Thursday's afternoon, the latest there was: whenever the pictures are taken, the week and the day have something to show. */
function afternoon(): number {
  const time = new Date();
  time.setHours(16, 0, 0, 0);
  while (time.getDay() !== THURSDAY || time.getTime() > Date.now()) time.setDate(time.getDate() - 1);
  return time.getTime();
}

/** The page by itself, with the mails of some weeks. */
async function takePage(stage: Stage): Promise<void> {
  const context = await stage.visitor({ viewport: { width: 1_040, height: 760 }, locale: 'en-US' });
  await bringFont(context);
  const now = afternoon();
  await context.clock.install({ time: now });
  const page = await context.newPage();
  await openMailDesk(page, stage.origin);
  await writePast(stage, page, mailsOfWeeks(now));
  await page.reload();
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'PUT'),
    page.getByRole('button', { name: 'Mark all seen' }).click(),
  ]);
  await writePast(stage, page, mailsOfToday(now));
  await page.reload();
  await page.getByRole('main').getByRole('listitem').filter({ hasText: OFFER }).waitFor();
  await take(page, 'activity');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Contacts', exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: 'Ada Park' }).click();
  await page.locator('main svg rect').first().waitFor();
  await take(page, 'contacts-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Insights', exact: true }).click();
  await page.locator('main svg rect').first().waitFor();
  await page.waitForLoadState('networkidle');
  await take(page, 'insights');
}

const stage = await openStage();
try {
  await takePage(stage);
  await stage.clear();
  await takeOutlook(stage);
} finally {
  await stage.stop();
}
