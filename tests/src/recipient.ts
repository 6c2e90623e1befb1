import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** Somebody who gets mail: another browser, in another place. */
export interface Recipient {
  page: Page;
  /** Opens a mail, its pictures blocked. */
  open(subject: string): Promise<void>;
  /** Lets the open mail load its pictures; resolves when ours was answered. */
  loadPictures(): Promise<void>;
  /**
   * Follows a link of the open mail. Resolves once the page is there to which it leads: `through` is the beginning of our own
   * path on the way, null for a link that leads there by itself.
   */
  click(link: string): Promise<{ through: string | null; to: string }>;
  /** How many pictures from the internet the open mail holds. */
  pictures(): Promise<number>;
  /** The open mail's markup, as it came. */
  markup(): Promise<string>;
  reply(text: string): Promise<void>;
}

/** A program and a network that people have. */
const ELSEWHERE = {
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
  // Documentation addresses (RFC 5737): nobody's.
  extraHTTPHeaders: { 'x-local-client-ip': '203.0.113.77' },
};

export async function openRecipient(visitor: Stage['visitor'], origin: string): Promise<Recipient> {
  const context = await visitor(ELSEWHERE);
  const page = await context.newPage();
  await page.goto(`${origin}/simulator/inbox.html`);
  const body = page.frameLocator('iframe[title="Message body"]');
  let opened = '';
  return {
    page,
    open: async (subject) => {
      opened = subject;
      await page.getByRole('button', { name: subject }).first().click();
      await page.getByRole('heading', { name: subject }).waitFor();
    },
    loadPictures: async () => {
      const answered = page.waitForResponse((response) => new URL(response.url()).pathname.startsWith('/o/'));
      await page.getByRole('button', { name: 'Load pictures' }).click();
      await answered;
    },
    click: async (link) => {
      const anchor = body.getByRole('link', { name: link }).first();
      const path = new URL((await anchor.getAttribute('href')) ?? '').pathname;
      const [tab] = await Promise.all([context.waitForEvent('page'), anchor.click()]);
      await tab.waitForLoadState();
      const to = tab.url();
      await tab.close();
      return { through: /^\/c\//.exec(path)?.[0] ?? null, to };
    },
    pictures: () => body.locator('img[src^="http"]').count(),
    markup: async () => {
      const answer = await context.request.get(`${origin}/local/mail`);
      const mails: { subject: string; body: string }[] = await answer.json();
      return mails.find(({ subject }) => subject === opened)?.body ?? '';
    },
    reply: async (text) => {
      await page.getByRole('button', { name: 'Reply', exact: true }).click();
      await page.getByLabel('Your reply').fill(text);
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.getByText('Reply sent.').waitFor();
    },
  };
}
