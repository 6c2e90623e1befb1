import type { Page } from 'playwright-core';
import { atMost, type Figure } from './figure.ts';
import type { FullMailbox } from './full-mailbox.ts';
import { bareFrames, longestTask, sumOfShifts, withSlowPage } from './watched-page.ts';
import type { PageToWatch } from './watched-page.ts';

/** How much the views move while data arrives, and how long they don't answer meanwhile. */

/** A slow line's, so that one thing is drawn before the next one comes. */
const LATENCY_MS = 150;

const MAX_SHIFT = 0.05;

/** Up to 100 ms an answer seems to come at once (https://web.dev/articles/rail); the CPU is slowed four times. */
const MAX_TASK = 400;

/** What somebody opens; each ends when all of it has come. */
const JOURNEYS: Readonly<Record<string, (page: Page, mailbox: FullMailbox) => Promise<void>>> = {
  'the activity and what is new in it': async (page, { newest }) => {
    await newest.mail.load();
    await page.getByRole('main').getByText('New:').first().waitFor();
  },
  'a search through all mails': async (page) => {
    await page.getByRole('searchbox').pressSequentially('offer', { delay: 100 });
    await page
      .getByRole('status')
      .filter({ hasText: /^[\d,]+ mails$/ })
      .waitFor();
  },
  contacts: async (page) => {
    await page.getByRole('navigation').getByRole('button', { name: 'Contacts' }).click();
    await page.locator('main li').first().waitFor();
  },
  insights: async (page) => {
    await page.getByRole('navigation').getByRole('button', { name: 'Insights' }).click();
    await page.locator('main figure svg').first().waitFor();
  },
};

/** So many pixels lie below the first page of mails that all of it has to be fetched in many pages. */
const FAR_DOWN = 30_000;

/** In percent. Between two pages a reader who is faster than the line may meet the end of the list, never a gap in it. */
const MAX_BARE = 1;

async function measureScroll(place: Omit<PageToWatch, 'latencyMs'>): Promise<Figure[]> {
  return await withSlowPage({ ...place, latencyMs: LATENCY_MS }, async (page) => {
    await page.goto(`${place.origin}/activity`);
    await page.locator('main li').first().waitFor();
    await settle(page);
    const since = await page.evaluate(() => performance.now());
    await page.mouse.move(place.width / 2, 400);
    const bare = await bareFrames(page, 'main li', async () => {
      while ((await page.evaluate(() => window.scrollY)) < FAR_DOWN) await page.mouse.wheel(0, 400);
    });
    const task = await longestTask(page, since);
    return [
      atMost(MAX_BARE, { name: 'frames without a mail while scrolling through 400', value: bare, unit: '%' }),
      atMost(MAX_TASK, { name: 'longest time without an answer while scrolling', value: task, unit: 'ms' }),
    ];
  });
}

export async function measureMoves(place: Omit<PageToWatch, 'latencyMs'>, mailbox: FullMailbox): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, go] of Object.entries(JOURNEYS)) {
    const { shift, task } = await withSlowPage({ ...place, latencyMs: LATENCY_MS }, async (page) => {
      await page.goto(`${place.origin}/activity`);
      await page.locator('main li').first().waitFor();
      await settle(page);
      const since = await page.evaluate(() => performance.now());
      await go(page, mailbox);
      await settle(page);
      return { shift: await sumOfShifts(page), task: await longestTask(page, since) };
    });
    figures.push(
      atMost(MAX_SHIFT, { name: `layout shift of ${name}`, value: shift, unit: 'of the window' }),
      atMost(MAX_TASK, { name: `longest time without an answer in ${name}`, value: task, unit: 'ms' }),
    );
  }
  return [...figures, ...(await measureScroll(place))];
}

/** What is still drawn after the last answer takes its time on a slowed CPU. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(2_000);
}
