import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startAzurite } from '../../functions/local/azurite.ts';
import { startLocal } from '../../functions/local/start-local.ts';
import { createTableStore } from '../../functions/src/ledger/table-store.ts';
import { openMailDesk } from '../../tests/src/mail-desk.ts';
import { openBrowser } from '../../tests/src/open-browser.ts';
import type { Figure } from './figure.ts';
import { fillMailbox } from './full-mailbox.ts';
import type { FullMailbox } from './full-mailbox.ts';
import { keepAnswers, playAnswers } from './kept-answers.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { sumOfShifts, timeToInteractive, withSlowPage } from './watched-page.ts';

/**
 * When the pane can be used whose first view is the activity, with 10,000 mails against none, and how much its views move while
 * data arrives; built, served on this machine, in a browser whose CPU is slowed four times. It is the page `/activity`, which
 * is the pane without an Outlook around it, in the pane's width, and opened by somebody who saw the introduction.
 *
 * For the time, each mailbox's server is asked once and its answers are played back in every round: Azurite looks through all
 * 10,000 rows for a page, which Azure doesn't, and would do so on the cores that the pane is measured on. What the server does
 * for these answers is counted in `requests`.
 */

const MAILS = 10_000;
const WIDTH = 320;
const ROUNDS = 5;
const MAX_RATIO = 1.2;
const MAX_SHIFT = 0.05;

/** A slow line's, so that one thing is drawn before the next one comes; in milliseconds. */
const LATENCY = 150;

/** What the first view shows: mails, or that there are none. */
const SOME_MAILS = 'main li';
const NO_MAILS = 'main h1';

/** A mailbox with an app of its own, and what that answers to the pane that is opened. */
interface Place {
  origin: string;
  content: string;
  answers: KeptAnswers;
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export async function run(): Promise<Figure[]> {
  await access(join(root, 'dist/app/main.js')).catch((cause: unknown) => {
    throw new Error('There is no dist/app/main.js: run `npm run build` first', { cause });
  });
  const undo: (() => Promise<void>)[] = [];
  try {
    const browser = await openBrowser();
    undo.push(() => browser.close());
    const [full, empty] = [await startApp(undo), await startApp(undo)];
    const store = createTableStore(full.connection);
    const mailbox = await inPage(browser, (page) => fillMailbox({ page, origin: full.origin, store }, MAILS));
    await inPage(browser, (page) => openMailDesk(page, empty.origin));
    const time = await measureTime(browser, [
      await placeOf(browser, full.origin, SOME_MAILS),
      await placeOf(browser, empty.origin, NO_MAILS),
    ]);
    return [time, ...(await measureShifts(browser, full.origin, mailbox))];
  } finally {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  }
}

async function startApp(undo: (() => Promise<void>)[]): Promise<{ origin: string; connection: string }> {
  const { connection, stop } = await startAzurite({ folder: null });
  undo.push(stop);
  const app = await startLocal({ port: 0, dataDir: null, tablesConnection: connection });
  undo.push(() => app.stop());
  return { origin: app.origin, connection };
}

async function inPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function placeOf(browser: Browser, origin: string, content: string): Promise<Place> {
  const answers = await inPage(browser, (page) =>
    keepAnswers(page, async () => {
      await timeToInteractive(page, `${origin}/activity`, content);
    }),
  );
  return { origin, content, answers };
}

/** In turns, each first as often as the other, so that whatever else the machine does meets both alike. */
async function measureTime(browser: Browser, [full, empty]: readonly [full: Place, empty: Place]): Promise<Figure> {
  const times: Record<'full' | 'empty', number[]> = { full: [], empty: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) times.full.push(await open(browser, full));
    times.empty.push(await open(browser, empty));
    if (round % 2 === 1) times.full.push(await open(browser, full));
  }
  const [value, reference] = [median(times.full), median(times.empty)];
  return {
    name: `time to interactive with ${MAILS.toLocaleString('en')} mails, CPU slowed four times`,
    value,
    unit: 'ms',
    reference: { name: 'an empty mailbox', value: reference },
    ratio: value / reference,
    aim: { atMost: MAX_RATIO },
  };
}

async function open(browser: Browser, { origin, content, answers }: Place): Promise<number> {
  return await withSlowPage({ browser, origin, width: WIDTH, latency: 0 }, async (page) => {
    await playAnswers(page, answers);
    return await timeToInteractive(page, `${origin}/activity`, content);
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What somebody opens; each ends when all of it has come. */
const JOURNEYS: Readonly<Record<string, (page: Page, mailbox: FullMailbox) => Promise<void>>> = {
  'the activity and what is new in it': async (page, { newest }) => {
    await newest.mail.load();
    await page.getByRole('main').getByText('New:').first().waitFor();
  },
  insights: async (page) => {
    await page.getByRole('navigation').getByRole('button', { name: 'Insights' }).click();
    await page.locator('main figure svg').first().waitFor();
  },
};

async function measureShifts(browser: Browser, origin: string, mailbox: FullMailbox): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, go] of Object.entries(JOURNEYS)) {
    const value = await withSlowPage({ browser, origin, width: WIDTH, latency: LATENCY }, async (page) => {
      await page.goto(`${origin}/activity`);
      await page.locator(SOME_MAILS).first().waitFor();
      await settle(page);
      await go(page, mailbox);
      await settle(page);
      return await sumOfShifts(page);
    });
    const aim = { atMost: MAX_SHIFT };
    figures.push({ name: `layout shift of ${name}`, value, unit: 'of the window', reference: null, ratio: value, aim });
  }
  return figures;
}

/** What is still drawn after the last answer takes its time on a slowed CPU. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(2_000);
}
