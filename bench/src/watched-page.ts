import type { Browser, Page } from 'playwright-core';

/** How many times the CPU is slowed down. */
const SLOWED = 4;

/** For this long the page must have no long task. */
const QUIET_MS = 500;

/** A page that is looked at. */
export interface PageToWatch {
  browser: Browser;
  origin: string;
  /** Of its window, in pixels. */
  width: number;
  /** By how much each answer comes later than this machine gives it, in milliseconds. */
  latencyMs: number;
}

/** Does something with a page of a browser that knows nothing yet and whose CPU is slowed, and closes it. */
export async function withSlowPage<T>(
  { browser, origin, width, latencyMs }: PageToWatch,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-US' });
  context.setDefaultTimeout(120_000);
  try {
    const page = await context.newPage();
    // The renderer that the page will have is slowed, not the one of the blank page before it.
    await page.goto(`${origin}/icons/readback-32.png`);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await devtools.send('Network.enable');
    const line = { offline: false, latency: latencyMs, downloadThroughput: -1, uploadThroughput: -1 };
    await devtools.send('Network.emulateNetworkConditions', line);
    return await work(page);
  } finally {
    await context.close();
  }
}

/**
 * Milliseconds from navigation until the page can be used: what `content` selects is there, and the main thread is free of
 * long tasks (over 50 ms, https://www.w3.org/TR/longtasks-1/) for half a second from then on. That half second isn't counted;
 * where a long task was under way or followed, the end of the last one counts.
 */
export async function timeToInteractive(page: Page, url: string, content: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return await untilQuiet(page, null, content);
}

/** The same, from a click on what `pressed` selects. */
export async function timeToInteractiveAfter(page: Page, pressed: string, content: string): Promise<number> {
  return await untilQuiet(page, pressed, content);
}

async function untilQuiet(page: Page, pressed: string | null, content: string): Promise<number> {
  return await page.evaluate(
    async ({ pressed, content, quietMs }) => {
      const start = pressed === null ? 0 : performance.now();
      if (pressed !== null) document.querySelector<HTMLElement>(pressed)?.click();
      while (document.querySelector(content) === null) await new Promise((resolve) => requestAnimationFrame(resolve));
      let ready = performance.now();
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) {
          // One that begins after the half second comes too late to count.
          if (startTime < ready + quietMs) ready = Math.max(ready, startTime + duration);
        }
      }).observe({ type: 'longtask', buffered: true });
      // A task is told of when it is over: a little more than the half second shows those that end with it.
      while (performance.now() < ready + quietMs + 100) await new Promise((resolve) => setTimeout(resolve, 50));
      return ready - start;
    },
    { pressed, content, quietMs: QUIET_MS },
  );
}

/** The longest time since then, in milliseconds since navigation, in which the page couldn't answer to anything. */
export async function longestTask(page: Page, since: number): Promise<number> {
  return await page.evaluate(
    (from) =>
      new Promise<number>((resolve) => {
        let longest = 0;
        new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) {
            if (startTime >= from) longest = Math.max(longest, duration);
          }
        }).observe({ type: 'longtask', buffered: true });
        // What is kept comes in one go, and only where there is any.
        setTimeout(() => resolve(longest), 500);
      }),
    since,
  );
}

/** In how many frames the middle of the window shows nothing of `rows` while something is done, in percent. */
export async function bareFrames(page: Page, rows: string, work: () => Promise<void>): Promise<number> {
  const counting = page.evaluate(async (selector) => {
    let frames = 0;
    let bare = 0;
    let isOver = false;
    document.addEventListener('bench-over', () => (isOver = true));
    while (!isOver) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      frames += 1;
      if (middle?.closest(selector) === null) bare += 1;
    }
    return (100 * bare) / frames;
  }, rows);
  await work();
  await page.evaluate(() => document.dispatchEvent(new Event('bench-over')));
  return await counting;
}

/**
 * By how much the page moved under the eyes of whoever looks since it was navigated to: the sum of all its shifts
 * (https://wicg.github.io/layout-instability/), also of those shortly after a click, and so never less than its CLS.
 */
export async function sumOfShifts(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        // What is kept comes in one go, and only where there is any.
        setTimeout(() => resolve(sum), 500);
      }),
  );
}
