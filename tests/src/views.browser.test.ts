import type { Locator, Page } from 'playwright-core';
import { englishLater } from '../../addin/src/taskpane/texts/english-later.ts';
import { english } from '../../addin/src/taskpane/texts/english.ts';
import { germanLater } from '../../addin/src/taskpane/texts/german-later.ts';
import { german } from '../../addin/src/taskpane/texts/german.ts';
import { faultsOf, misfitsOf } from './faults.ts';
import { openMailDesk } from './mail-desk.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

/** As narrow as Outlook makes a pane. */
const NARROWEST = { width: 320, height: 720 };

const ADA = 'ada.park@fabrikam.example';

/** On a busy machine: each of the views is looked at twice. */
const LIMIT_MS = 180_000;

/** Looks at what is shown, in the light and in the dark. */
async function expectFaultless(page: Page, view: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[style*="color-scheme: ${colorScheme}"]`).waitFor();
    const found = { faults: await faultsOf(page), misfits: await misfitsOf(page.locator('html')) };
    expect({ view, colorScheme, ...found }).toEqual({ view, colorScheme, faults: [], misfits: [] });
  }
}

/** A page for somebody of their own: all who come to a local server are the same person otherwise. */
async function openPageOf(person: string, locale: string): Promise<Page> {
  const context = await stage().visitor({ viewport: NARROWEST, locale });
  const page = await context.newPage();
  await page.route('**/activity', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('robin.reed@', `${person}@`);
    await route.fulfill({ response, body });
  });
  return page;
}

describe('each view, in light and dark, in the narrowest pane', () => {
  it.each([
    { locale: 'en-US', texts: { ...english, ...englishLater } },
    { locale: 'de-DE', texts: { ...german, ...germanLater } },
  ])(
    'has no fault that axe can find, and cuts nothing off, $locale',
    async ({ locale, texts }) => {
      const page = await openPageOf(`reader.${locale}`, locale);
      const heading = (name: string): Locator => page.getByRole('heading', { name });
      const press = async (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

      await page.route('**/local/token', (route) => route.fulfill({ status: 500, body: '' }));
      await page.goto(`${stage().origin}/activity`);
      await heading(texts.signIn.title).waitFor();
      await press(texts.signIn.button);
      await page.getByText(texts.signIn.failed).waitFor();
      await expectFaultless(page, 'sign-in');
      await page.unroute('**/local/token');
      await press(texts.signIn.button);

      const cards = [texts.firstRun.tracked, texts.firstRun.unknown, texts.firstRun.visible];
      for (const [index, card] of cards.entries()) {
        if (index > 0) await press(texts.firstRun.next);
        await heading(card).waitFor();
      }
      await heading(texts.activity.empty).waitFor();
      await expectFaultless(page, 'the introduction above an empty activity');

      const desk = await openMailDesk(page, stage().origin);
      await desk.send({ subject: 'Silence', to: 'zoe@fabrikam.example', name: 'Zoë', hoursAgo: 3 });
      const read = await desk.send({ subject: 'Offer', to: ADA, name: 'Ada Park', hoursAgo: 3 });
      await read.load();
      const rows = page.getByRole('main').getByRole('listitem');
      await rows.first().filter({ hasText: 'Offer' }).waitFor();
      await press(texts.activity.coverage);
      const all = page.getByText(texts.coverage.allInWeek_other.replace('{{mails}}', '2'));
      // The week may have begun since they were sent.
      await all.or(page.getByText(texts.coverage.noneInWeek)).waitFor();
      await expectFaultless(page, 'activity');
      await rows.first().getByRole('button').click();
      await heading(texts.message.history).waitFor();
      await expectFaultless(page, 'a mail');

      const tab = async (name: string): Promise<void> => {
        const tabs = page.getByRole('navigation', { name: texts.nav.label });
        const wanted = tabs.getByRole('button', { name, exact: true });
        if ((await wanted.count()) === 0) await tabs.getByRole('button', { name: texts.nav.more }).click();
        await wanted.click();
      };
      await tab(texts.nav.contacts);
      await rows.filter({ hasText: ADA }).waitFor();
      await expectFaultless(page, 'contacts');
      await rows.filter({ hasText: ADA }).getByRole('button').click();
      await page.getByText(texts.contacts.lastSign).waitFor();
      await page.locator('svg rect').first().waitFor();
      await expectFaultless(page, 'a contact');
      await tab(texts.nav.insights);
      await heading(texts.coverage.title).waitFor();
      await page.locator('svg rect').first().waitFor();
      await expectFaultless(page, 'insights and coverage');

      await page.route('**/api/**', (route) => route.abort('connectionrefused'));
      await tab(texts.nav.activity);
      await page.getByText(texts.problem.offline).waitFor();
      await expectFaultless(page, 'activity without a server');
      // What was last known is there again, too; without it there is nothing to show.
      await page.reload();
      await rows.filter({ hasText: 'Offer' }).waitFor();
      await page.getByText(texts.problem.offline).waitFor();
      await page.evaluate(() => sessionStorage.clear());
      await page.reload();
      await heading(texts.problem.title).waitFor();
      await expectFaultless(page, 'nothing to be had');
    },
    LIMIT_MS,
  );
});
