import type { Page } from 'playwright-core';

/** An answer as the server gave it. */
interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What the server answered to the requests of a page, by method and address. */
export type KeptAnswers = ReadonlyMap<string, KeptAnswer>;

const DOORS = /\/(api\/|settings$|local\/token$)/;

/** Keeps what the server answers while a page works. */
export async function keepAnswers(page: Page, work: () => Promise<void>): Promise<KeptAnswers> {
  const kept = new Map<string, KeptAnswer>();
  await page.route(DOORS, async (route) => {
    const answer = await route.fetch();
    const request = route.request();
    const key = `${request.method()} ${request.url()}`;
    if (!kept.has(key))
      kept.set(key, { status: answer.status(), headers: answer.headers(), body: await answer.body() });
    await route.fulfill({ response: answer });
  });
  await work();
  await page.unrouteAll({ behavior: 'wait' });
  return kept;
}

/** Gives the page those answers at once; what isn't among them is asked of the server. */
export async function playAnswers(page: Page, kept: KeptAnswers): Promise<void> {
  await page.route(DOORS, async (route) => {
    const request = route.request();
    const answer = kept.get(`${request.method()} ${request.url()}`);
    await (answer === undefined ? route.continue() : route.fulfill(answer));
  });
}
