import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { openPane } from './pane.ts';
import type { Pane } from './pane.ts';

/** Which Outlook the sender has. */
export interface Picked {
  client: 'web' | 'classic' | 'mac';
  setting: 'documented' | 'worst';
  undo: 'off' | 'on';
  theme: 'light' | 'dark';
}

/** A mail to write. */
export interface Writing {
  subject: string;
  to?: string;
  /** Typed at the beginning. */
  text?: string;
  /** Put behind the text. */
  link?: { text: string; address: string };
}

/** Somebody at the simulated Outlook. */
export interface Sender {
  page: Page;
  context: BrowserContext;
  /** The editor's frame. */
  body: FrameLocator;
  /** Writes a mail as far as Send. */
  write(mail: Writing): Promise<void>;
  /** Types at the beginning of the open mail. */
  type(text: string): Promise<void>;
  insertLink(link: { text: string; address: string }): Promise<void>;
  /** Presses Send and answers what Outlook asks as a patient sender would, until the mail has left. */
  send(): Promise<void>;
  /** Opens a mail of a folder. */
  open(folder: 'Inbox' | 'Drafts' | 'Sent', subject: string): Promise<void>;
  /** Opens the add-in's pane beside what is shown. */
  openPane(options?: { keepsIntroduction?: boolean }): Promise<Pane>;
  closePane(): Promise<void>;
  /** Closes Outlook and opens it again. */
  restart(): Promise<void>;
  /** Resolves once a handler of this event has completed, as often as it ran. */
  untilHandled(eventType: 'OnMessageCompose' | 'OnMessageSend'): Promise<void>;
  button(name: string): Locator;
}

/** Opens the simulator with the Outlook that is picked. */
export async function openSender(context: BrowserContext, origin: string, picked: Partial<Picked>): Promise<Sender> {
  const page = await context.newPage();
  await page.goto(`${origin}/?${new URLSearchParams(picked).toString()}`);
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const body = page.frameLocator('iframe[title="Message body"]');
  const type = async (text: string): Promise<void> => {
    // Its frame is there before the mail is: what is typed into the empty one is gone when the mail comes.
    await body.locator('body > *').first().waitFor({ state: 'attached' });
    await putCursorInto(body.locator('body'));
    await page.keyboard.type(text);
  };
  const insertLink: Sender['insertLink'] = async ({ text, address }) => {
    await button('Insert link').click();
    await page.getByLabel('Text to show').fill(text);
    await page.getByLabel('Address').fill(address);
    await button('Insert').click();
    await body.getByRole('link', { name: text }).waitFor();
  };
  return {
    page,
    context,
    body,
    button,
    type,
    insertLink,
    write: async ({ subject, to = 'ada.park@fabrikam.example', text = 'Hello Ada, ', link }) => {
      await button('New mail').click();
      await page.getByLabel('To', { exact: true }).fill(`${to};`);
      await page.getByLabel('Subject').fill(subject);
      await type(text);
      if (link !== undefined) await insertLink(link);
    },
    send: async () => {
      await button('Send').click();
      await answerUntilSent(page);
    },
    open: async (folder, subject) => {
      await page.getByRole('navigation').getByRole('button', { name: folder }).first().click();
      await page.getByRole('region', { name: folder }).getByRole('button', { name: subject }).first().click();
    },
    openPane: async (options) => {
      const command = page.getByRole('group', { name: 'Readback' }).getByRole('button', { name: 'Readback' });
      // A pinned pane may stand there already.
      if ((await command.getAttribute('aria-pressed')) !== 'true') await command.click();
      return openPane(page, options);
    },
    closePane: async () => button('Close pane').click(),
    restart: async () => {
      await page.reload();
    },
    untilHandled: async (eventType) => {
      await button('Behind the scenes').click();
      const runs = page.getByRole('complementary', { name: 'Behind the scenes' }).getByRole('listitem');
      await runs
        .filter({ hasText: new RegExp(`^${eventType}completed once`) })
        .first()
        .waitFor();
      await button('Behind the scenes').click();
    },
  };
}

/** The bar that an add-in puts above a mail moves its text down, perhaps between aiming and clicking: then it is tried again. */
async function putCursorInto(text: Locator): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await text.click({ position: { x: 40, y: 30 } });
    if (await text.evaluate(({ ownerDocument }) => ownerDocument.hasFocus())) return;
  }
  throw new Error('The cursor doesn’t get into the text of the mail.');
}

/** Outlook may ask while the handler runs, and again when it has ended: who waits lets the mail go at last. */
async function answerUntilSent(page: Page): Promise<void> {
  const sent = page.getByText('Your mail was sent.');
  const wait = page.getByRole('button', { name: 'Wait', exact: true });
  const sendAnyway = page.getByRole('button', { name: 'Send anyway', exact: true });
  for (;;) {
    await sent.or(sendAnyway).first().waitFor();
    if (await sent.isVisible()) return;
    const answer = (await wait.isVisible()) ? wait : sendAnyway;
    await answer.click();
    // `Wait` leaves no question behind until Outlook has another one.
    await answer.waitFor({ state: 'hidden' });
  }
}
