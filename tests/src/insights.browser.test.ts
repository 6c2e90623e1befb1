import { readFile } from 'node:fs/promises';
import type { DigestPage, DigestRow } from '@readback/core';
import type { Locator } from 'playwright-core';
import type { Pane } from './pane.ts';
import { faultsOf } from './faults.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

const PANE = 'iframe[title="Readback"]';

/** Whether nothing in the pane stands out at its side. */
async function fits(pane: Pane): Promise<boolean> {
  return pane.frame.locator('html').evaluate((page) => page.scrollWidth <= page.clientWidth);
}

const figure = (pane: Pane, name: string): Locator => pane.frame.getByRole('region', { name, exact: true }).first();

/** On a busy machine: each goes through all views. */
const LIMIT_MS = 180_000;

const MANY = 3_000;

/** So many mails, each to somebody else, as the server would tell of them. */
function manyRows(): DigestRow[] {
  const none = { person: 0, likely: 0, machine: 0, unknown: 0 };
  return Array.from({ length: MANY }, (_, index) => ({
    id: index.toString(16).padStart(24, '0'),
    subject: index % 2 === 0 ? '<script>alert(1)</script>' : 'عرض الأسعار',
    recipients: [{ address: `person${index}@x${index % 9}.example`, name: index % 5 === 0 ? 'دانا کریمی' : null }],
    recipientCount: 1,
    sentAt: new Date(Date.now() - index * 3_600_000).toISOString(),
    sent: true,
    opensReason: index % 10 === 1 ? 'elsewhere' : null,
    linksReason: index % 10 === 1 ? 'elsewhere' : null,
    opens: none,
    clicks: none,
    rawOpens: 0,
    rawClicks: 0,
    lastHitAt: null,
    lastPersonAt: null,
    headline: { code: 'headline-nothing', values: {} },
    corrected: false,
    program: null,
    topLinks: [],
  }));
}

describe('what many mails tell', () => {
  it(
    'is derived from the mails: who gave a sign, how many were tracked, opened and clicked',
    async () => {
      const sender = await stage().sender({ client: 'classic', theme: 'dark' });
      const { page } = sender;
      const empty = await sender.openPane();
      await empty.tab('Contacts');
      await empty.says('Contacts come from your mails');
      expect(await faultsOf(page, PANE)).toEqual([]);
      await empty.tab('Insights');
      await empty.says('Insights grow with your mails');
      await sender.restart();

      const link = `${stage().origin}/simulator/example.html`;
      const subject = 'An offer for Ada';
      await sender.write({ subject, link: { text: 'our offer', address: link } });
      await sender.untilHandled('OnMessageCompose');
      await sender.send();
      const recipient = await stage().recipient();
      await recipient.page.getByRole('button', { name: subject }).first().click();
      await recipient.page.getByLabel('Open as').selectOption('Outlook with Safe Links');
      await recipient.page.getByLabel('Show links wrapped by Safe Links').uncheck();
      await recipient.page.getByRole('button', { name: 'Click: our offer' }).click();
      const asked = recipient.page.getByRole('list', { name: 'What was asked for' });
      await asked.getByText('edge', { exact: true }).first().waitFor();

      const pane = await sender.openPane();
      await pane.tab('Contacts');
      const row = pane.frame.getByRole('listitem').filter({ hasText: 'ada.park@fabrikam.example' });
      await row.filter({ hasText: 'Last sign' }).getByRole('button').click();
      await pane.says('Last sign of life');
      await figure(pane, 'Week by week').locator('svg rect').first().waitFor();
      const star = pane.frame.getByRole('button', { name: 'Star this contact' });
      await star.click();
      expect(await star.getAttribute('aria-pressed')).toBe('true');
      expect(await faultsOf(page, PANE)).toEqual([]);
      await pane.frame.getByRole('listitem').filter({ hasText: subject }).getByRole('button').click();
      await pane.says(/^Clicked in Edge/);
      await pane.frame.getByRole('button', { name: 'Back', exact: true }).click();
      await pane.says('Last sign of life');
      await pane.frame.getByRole('button', { name: 'Back', exact: true }).click();
      await row.filter({ hasText: 'Starred' }).waitFor();

      await pane.tab('Insights');
      await pane.says('The only mail this week was tracked.');
      const weeks = figure(pane, 'Week by week');
      await weeks.locator('svg rect').first().waitFor();
      // The last of eight weeks: sent, opened by a person (a click proves it), clicked by a person, can't be known.
      const cells = weeks.getByRole('row').last().getByRole('cell');
      expect((await cells.allTextContents()).slice(0, 4)).toEqual(['1', '1', '1', '0']);
      await weeks.getByRole('button', { name: 'Show table' }).click();
      expect(await faultsOf(page, PANE)).toEqual([]);

      const links = figure(pane, 'Most clicked links');
      await links.getByRole('rowheader', { name: link }).waitFor();
      const saved = page.waitForEvent('download');
      await links.getByRole('button', { name: 'Download CSV' }).click();
      const download = await saved;
      expect(download.suggestedFilename()).toBe('readback-links.csv');
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toBe(`\uFEFF"Link","Mails with a person’s click"\r\n"${link}",1\r\n`);
      await pane.frame.getByRole('button', { name: 'Raw numbers' }).click();
      await pane.says('Counted as they came in, mail filters and picture servers included.');
      await weeks.getByRole('columnheader', { name: 'Pictures loaded' }).waitFor();
    },
    LIMIT_MS,
  );

  it(
    'comes page by page, stays quick, and fits the narrowest pane in both languages',
    async () => {
      const rows = manyRows();
      const sender = await stage().sender({ client: 'classic' });
      const { page, context } = sender;
      let isHeld = true;
      let release: () => void = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await context.route(/\/api\/digest/, async (route) => {
        const from = Number(new URL(route.request().url()).searchParams.get('after') ?? 0);
        if (from >= 1_000 && isHeld) await held;
        const next = from + 1_000 < rows.length ? String(from + 1_000) : null;
        const json: DigestPage = { items: rows.slice(from, from + 1_000), next, version: 'as it was' };
        await route.fulfill({ json });
      });
      const pane = await sender.openPane();
      // As narrow as Outlook makes a pane.
      await page.addStyleTag({ content: `${PANE} { width: 320px !important }` });
      await pane.frame.locator('html').evaluate((html) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            // What follows a press at once is expected: https://web.dev/articles/cls#user-initiated_layout_shifts.
            const shift = Reflect.get(entry, 'hadRecentInput') === true ? 0 : Number(Reflect.get(entry, 'value'));
            html.dataset['shift'] = String(Number(html.dataset['shift'] ?? 0) + shift);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await pane.tab('Contacts');
      await pane.says('1,000 of your mails read …');
      isHeld = false;
      release();
      await pane.says('3,000 contacts');
      const shown = pane.frame.getByRole('main').getByRole('listitem');
      expect(await shown.count()).toBeLessThan(60);
      expect(await shown.first().getAttribute('aria-setsize')).toBe('3000');
      expect(await fits(pane)).toBe(true);
      await pane.frame.getByRole('searchbox').fill('person2999@');
      await pane.says('1 contact');
      await pane.frame.getByRole('searchbox').fill('nobody at all');
      await pane.says('No matching contacts');

      await pane.tab('Insights');
      await pane.says(/ went from your phone or elsewhere\.$/);
      await figure(pane, 'Week by week').locator('svg rect').first().waitFor();
      expect(await fits(pane)).toBe(true);
      const shift = await pane.frame.locator('html').getAttribute('data-shift');
      expect(Number(shift ?? 0)).toBeLessThanOrEqual(0.05);

      const url = new URL(page.url());
      url.searchParams.set('language', 'de');
      await page.goto(url.href);
      await page.getByRole('group', { name: 'Readback' }).getByRole('button', { name: 'Readback' }).click();
      await page.addStyleTag({ content: `${PANE} { width: 320px !important }` });
      const german = page.frameLocator(PANE);
      const tabs = german.getByRole('navigation', { name: 'Ansichten' });
      await tabs.getByRole('button', { name: 'Aktivität' }).waitFor();
      await tabs.getByRole('button', { name: 'Mehr' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      expect(await tabs.getByRole('list').count()).toBe(0);
      await page.keyboard.press('Enter');
      await tabs.getByRole('list').getByRole('button').first().waitFor();
      const wanted = tabs.getByRole('button', { name: 'Einblicke' });
      await wanted.click();
      await german.getByText(/ Mails dieser Woche wurden verfolgt; /).waitFor();
      expect(await fits({ ...pane, frame: german })).toBe(true);
      expect(await faultsOf(page, PANE)).toEqual([]);
    },
    LIMIT_MS,
  );
});
