import type { Browser, Page } from 'playwright-core';
import { startAzurite } from '../../functions/local/azurite.ts';
import { startLocal } from '../../functions/local/start-local.ts';
import { createTableStore } from '../../functions/src/store/table-store.ts';
import { openMailDesk } from '../../tests/src/mail-desk.ts';
import { openBrowser } from '../../tests/src/open-browser.ts';
import type { Figure } from './figure.ts';
import { fillMailbox } from './full-mailbox.ts';
import { keepAnswers, playAnswers } from './kept-answers.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { measureMoves } from './pane-moves.ts';
import { pathOfBuilt } from './project.ts';
import { timeToInteractive, timeToInteractiveAfter, withSlowPage } from './watched-page.ts';

/**
 * When the pane can be used with 10,000 mails against a mailbox that has none, or only the mail that is looked at; and what
 * `pane-moves` measures. Built, served on this machine, in a browser whose CPU is slowed four times. It is the page
 * `/activity`, which is the pane without an Outlook around it, in the pane's width, and opened by somebody who saw the
 * introduction. Contacts and insights rest on all mails, however they are opened: of them `pane-moves` tells how long the pane
 * doesn't answer. A mail that is being written asks nothing of the mailbox.
 *
 * For the time, each mailbox's server is asked once and its answers are played back in every round: Azurite looks through all
 * 10,000 rows for a page, which Azure doesn't, and would do so on the cores that the pane is measured on. What the server does
 * for these answers is counted in `requests`.
 */

const MAILS = 10_000;
const WIDTH = 320;
const ROUNDS = 7;
const MAX_RATIO = 1.2;

/** Takes a page to a view; milliseconds until that can be used. */
type Way = (page: Page, origin: string) => Promise<number>;

const toMails: Way = (page, origin) => timeToInteractive(page, `${origin}/activity`, 'main li');

/** The heading alone would also be there when signing in failed. */
const toNoMails: Way = async (page, origin) => {
  const time = await timeToInteractive(page, `${origin}/activity`, 'main h1');
  await page.getByRole('heading', { name: 'Your tracked mails appear here' }).waitFor();
  return time;
};

/** From a list that has come to rest. */
const toMessage: Way = async (page, origin) => {
  await timeToInteractive(page, `${origin}/activity`, 'main li');
  return await timeToInteractiveAfter(page, 'main li button', 'main ol li');
};

/** A mailbox with an app of its own, and what that answers to the pane that is opened. */
interface Place {
  name: string;
  origin: string;
  go: Way;
  answers: KeptAnswers;
}

export async function run(): Promise<Figure[]> {
  await pathOfBuilt('main.js');
  const undo: (() => Promise<void>)[] = [];
  try {
    const browser = await openBrowser();
    undo.push(() => browser.close());
    const [full, small] = [await startApp(undo), await startApp(undo)];
    const store = createTableStore(full.connection);
    const mailbox = await inPage(browser, (page) => fillMailbox({ page, origin: full.origin, store }, MAILS));
    const desk = await inPage(browser, (page) => openMailDesk(page, small.origin));
    const empty = await keepPlace(browser, { name: 'an empty mailbox', origin: small.origin, go: toNoMails });
    const mail = await desk.send({ subject: mailbox.newest.subject, to: 'person0@company0.example', hoursAgo: 1 });
    await mail.load();
    return [
      await compare(browser, [
        await keepPlace(browser, { name: 'the activity', origin: full.origin, go: toMails }),
        empty,
      ]),
      await compare(browser, [
        await keepPlace(browser, { name: 'a message', origin: full.origin, go: toMessage }),
        await keepPlace(browser, { name: 'a mailbox of that one', origin: small.origin, go: toMessage }),
      ]),
      ...(await measureMoves({ browser, origin: full.origin, width: WIDTH }, mailbox)),
    ];
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

async function keepPlace(browser: Browser, place: Omit<Place, 'answers'>): Promise<Place> {
  const answers = await inPage(browser, (page) =>
    keepAnswers(page, async () => {
      await place.go(page, place.origin);
    }),
  );
  return { ...place, answers };
}

/** In turns, each first as often as the other, so that whatever else the machine does meets both alike. */
async function compare(browser: Browser, [full, small]: readonly [full: Place, small: Place]): Promise<Figure> {
  const times: Record<'full' | 'small', number[]> = { full: [], small: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) times.full.push(await open(browser, full));
    times.small.push(await open(browser, small));
    if (round % 2 === 1) times.full.push(await open(browser, full));
  }
  const [value, reference] = [undisturbed(times.full), undisturbed(times.small)];
  return {
    name: `time to interactive of ${full.name} with ${MAILS.toLocaleString('en')} mails, CPU slowed four times`,
    value,
    unit: 'ms',
    reference: { name: small.name, value: reference },
    ratio: value / reference,
    aim: { atMost: MAX_RATIO },
  };
}

async function open(browser: Browser, { origin, answers, go }: Place): Promise<number> {
  return await withSlowPage({ browser, origin, width: WIDTH, latencyMs: 0 }, async (page) => {
    await playAnswers(page, answers);
    return await go(page, origin);
  });
}

/**
 * The median of the faster half. Whatever else the machine does only adds to a time, and four times as much where the CPU is
 * slowed: the slower half tells of the machine.
 */
function undisturbed(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 4)] ?? Number.NaN;
}
