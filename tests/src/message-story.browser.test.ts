import { AxeBuilder } from '@axe-core/playwright';
import type { MessageDetail, MessageHit, Verdict } from '@readback/core';
import type { Locator, Page, Route } from 'playwright-core';
import { connectionTo } from '../../functions/local/azurite.ts';
import { keysUnder } from '../../functions/src/rows/row-keys.ts';
import { createTableStore } from '../../functions/src/store/table-store.ts';
import { openPane } from './pane.ts';
import type { Pane } from './pane.ts';
import type { Sender } from './sender.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

const PANE = 'iframe[title="Readback"]';

/** Nobody reads within ten seconds what a filter reads on arrival: what comes sooner is taken for a program. */
const BEFORE_READING_MS = 10_500;

/** What comes less than five seconds before the sender looks may be the sender's own Outlook, and is judged so. */
const BEFORE_A_LOOK_MS = 5_500;

/** Within a second after the picture only a program follows a link (rule C8). */
const BEFORE_A_CLICK_MS = 1_500;

/** An address of a network where people are (AS3320), as the local server's own recipients have. */
const AT_HOME = '84.128.0.77';

/** What a page may move by itself while data arrives. */
const MOST_SHIFT = 0.05;

/** On a busy machine. */
const LIMIT_MS = 180_000;

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include({ fromFrames: [PANE, 'html'] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Sends a mail with a link, as somebody at classic Outlook, where both picture and link are tracked. */
async function send(subject: string): Promise<Sender> {
  const sender = await stage().sender({ client: 'classic' });
  await sender.openPane();
  await sender.restart();
  await sender.write({ subject, link: { text: 'our offer', address: `${stage().origin}/simulator/example.html` } });
  await sender.untilHandled('OnMessageCompose');
  await sender.send();
  return sender;
}

const MESSAGE = /\/api\/messages\/[0-9a-f]{24}(\?|$)/;

describe('the story of a sent mail', () => {
  it(
    'tells one session of one person, takes the sender’s word for it, stops, and forgets',
    async () => {
      const subject = 'One session';
      const sender = await send(subject);
      const recipient = await stage().recipient();
      await recipient.page.context().setExtraHTTPHeaders({ 'x-local-client-ip': AT_HOME });
      await recipient.open(subject);
      await recipient.page.waitForTimeout(BEFORE_READING_MS);
      await recipient.loadPictures();
      await recipient.page.waitForTimeout(BEFORE_A_CLICK_MS);
      await recipient.click('our offer');
      await sender.page.waitForTimeout(BEFORE_A_LOOK_MS);
      await sender.open('Sent', subject);
      const pane = await sender.openPane();
      const { frame } = pane;
      const entries = pane.hits();

      await frame.getByRole('heading', { level: 1, name: /licked by a person$/ }).waitFor();
      await pane.counts({ opens: 1, clicks: 1 });
      await entries.getByRole('heading', { level: 3, name: /erson$/ }).waitFor();
      await entries.getByText('Ada Park, unless the mail was passed on').waitFor();
      await entries.getByText(/^Opened · 1 click/).waitFor();
      expect(await entries.allInnerTexts()).toHaveLength(1);
      await entries.getByText('How sure:').waitFor({ state: 'attached' });
      expect(await shiftOf(frame.locator('html'))).toBeLessThanOrEqual(MOST_SHIFT);
      expect(await faultsOf(sender.page)).toEqual([]);
      await frame.getByRole('button', { name: 'Every hit' }).click();
      await entries.nth(1).waitFor();
      expect(await faultsOf(sender.page)).toEqual([]);
      await frame.getByRole('button', { name: 'Grouped' }).click();

      await mutes(pane);
      await saysThatItWasMine(sender, pane);
      await stopsAndResumes(sender, pane, subject);
      await forgets(sender, pane, subject);
    },
    LIMIT_MS,
  );

  it(
    'lets a mail be forgotten of which what was recorded can’t be read',
    async () => {
      const subject = 'A damaged row';
      const sender = await send(subject);
      await spoilMessage(subject);
      await sender.open('Inbox', 'Kick-off on Thursday');
      const pane = await sender.openPane();
      const { frame } = pane;
      await pane.tab('Activity');
      await frame.getByRole('main').getByRole('button', { name: subject }).first().click();
      await frame.getByRole('heading', { name: 'What was recorded about this mail can’t be read' }).waitFor();
      expect(await faultsOf(sender.page)).toEqual([]);
      await frame.getByRole('button', { name: 'Delete what was recorded' }).click();
      await frame.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await frame.getByRole('heading', { name: 'Deleted' }).and(frame.locator(':focus')).waitFor();
    },
    LIMIT_MS,
  );

  it.each([
    { theme: 'light', width: 600 },
    { theme: 'dark', width: 320 },
  ])(
    'stands whatever comes, in German, $theme, $width px wide',
    async ({ theme, width }) => {
      const subject = `Schräg ${theme} <script>document.title = 'changed'</script> שלום ${'x'.repeat(10_000)}`;
      const sender = await send(subject);
      const { page } = sender;
      await page.route(MESSAGE, crowd);
      await page.setViewportSize({ width: width + 800, height: 800 });
      await page.goto(
        `${stage().origin}/?${new URLSearchParams({ client: 'classic', theme, language: 'de' }).toString()}`,
      );
      await setWidth(page, width);
      await openSent(page, `Schräg ${theme}`);
      await page.getByRole('group', { name: 'Readback' }).getByRole('button', { name: 'Readback' }).click();
      const pane = await openPane(page);
      const { frame } = pane;

      await frame.getByRole('heading', { level: 1, name: 'Von einem Menschen geöffnet' }).waitFor();
      await pane.says('5.000');
      await frame.getByText('jemand von: Anna, Ben und 498 weiteren').first().waitFor();
      await frame.getByText('Deutschland').first().waitFor();
      await frame
        .getByText(/^Bis .* hieß es: /)
        .first()
        .waitFor();
      expect(await shiftOf(frame.locator('html'))).toBeLessThanOrEqual(MOST_SHIFT);
      const entries = frame.getByRole('region', { name: 'Verlauf' }).getByRole('listitem');
      const before = await entries.count();
      await frame.getByRole('button', { name: 'Frühere anzeigen' }).click();
      await entries.nth(before).waitFor();
      expect(await page.title()).not.toBe('changed');
      expect(await sideways(frame.locator('html'))).toBe(0);
      await staysWhereItIsRead(pane, subject);
    },
    LIMIT_MS,
  );
});

/** "That was me" on the only session: at once, not where the server can't be told, and back. */
async function saysThatItWasMine({ page }: Sender, pane: Pane): Promise<void> {
  const entry = pane.hits().first();
  const mine = entry.getByRole('button', { name: 'That was me' });
  const notMine = entry.getByRole('button', { name: 'That wasn’t me' });
  await page.route(/\/corrections$/, (route) => route.abort());
  await mine.focus();
  await page.keyboard.press('Enter');
  await entry.getByText('That couldn’t be saved.').waitFor();
  await entry.getByRole('heading', { name: /erson$/ }).waitFor();
  await page.unroute(/\/corrections$/);

  await page.keyboard.press('Enter');
  await entry.getByRole('heading', { name: 'You' }).waitFor();
  await entry
    .getByText(/^Said before: /)
    .first()
    .waitFor();
  // The same button undoes it, and keeps the focus.
  await pane.frame.locator(':focus').and(notMine).waitFor();
  await pane.frame.getByRole('heading', { level: 1, name: 'Nothing seen yet' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await pane.frame.getByRole('heading', { level: 1, name: /licked by a person$/ }).waitFor();
  await entry.getByRole('heading', { name: /erson$/ }).waitFor();
}

/** No toasts for this mail, and again; at once, and what the menu says next. */
async function mutes({ frame }: Pane): Promise<void> {
  const menu = frame.getByRole('button', { name: 'More about this mail' });
  for (const name of ['Mute this mail', 'Unmute this mail']) {
    await menu.click();
    await frame.getByRole('menuitem', { name }).click();
  }
  await menu.click();
  await frame.getByRole('menuitem', { name: 'Mute this mail' }).waitFor();
  await frame.getByRole('menu').press('Escape');
}

async function stopsAndResumes({ page }: Sender, pane: Pane, subject: string): Promise<void> {
  const menu = pane.frame.getByRole('button', { name: 'More about this mail' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await pane.frame
    .getByRole('menuitem', { name: 'Stop tracking this mail' })
    .and(pane.frame.locator(':focus'))
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await pane.says(/^You stopped tracking this mail/);
  await pane.frame.locator(':focus').and(menu).waitFor();
  const recipient = await stage().recipient();
  await recipient.open(subject);
  expect(await recipient.click('our offer')).toMatchObject({ through: '/c/' });
  await pane.frame.getByRole('button', { name: 'Track this mail again' }).click();
  await pane.frame.getByText(/^You stopped tracking this mail/).waitFor({ state: 'hidden' });
  await recipient.click('our offer');
  await pane.counts({ opens: 1, clicks: 2 });
}

async function forgets({ page, open }: Sender, pane: Pane, subject: string): Promise<void> {
  const menu = pane.frame.getByRole('button', { name: 'More about this mail' });
  const forget = pane.frame.getByRole('menuitem', { name: 'Delete what was recorded' });
  const dialog = pane.frame.getByRole('dialog', { name: 'Delete what was recorded about this mail?' });
  await menu.click();
  await forget.click();
  await dialog.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await pane.frame.locator(':focus').and(menu).waitFor();

  await page.route(MESSAGE, (route) => (route.request().method() === 'DELETE' ? route.abort() : route.continue()));
  await menu.click();
  await forget.click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await pane.says('What was recorded couldn’t be deleted');
  await page.unroute(MESSAGE);
  await menu.click();
  await forget.click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await pane.frame.getByRole('heading', { name: 'Deleted' }).and(pane.frame.locator(':focus')).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await pane.frame.getByRole('button', { name: 'To Activity' }).click();
  await pane.frame.getByRole('heading', { name: 'Deleted' }).waitFor({ state: 'hidden' });

  // The mail still stands in Sent Items with its picture: seeing it again brings nothing back.
  await open('Inbox', 'Kick-off on Thursday');
  await open('Sent', subject);
  await pane.tab('This mail');
  await pane.frame.getByRole('heading', { name: 'Deleted' }).waitFor();
}

/** Makes nonsense of what the judge remembers of a message, as no ledger would: lists don't read it. */
async function spoilMessage(subject: string): Promise<void> {
  const store = createTableStore(connectionTo(stage().storage.port));
  const { signal } = new AbortController();
  const { rows } = await store.scan({ range: keysUnder('m!'), limit: 1_000 }, null, signal);
  const row = rows.find(({ values }) => values['subject'] === subject);
  if (row === undefined) throw new Error('The message isn’t registered');
  await store.commit(row.partition, [{ kind: 'merge', key: row.key, values: { judge0: '{' } }], signal);
}

const HITS = 5_000;
const PAGE = 50;

/** Answers for a message that many people opened, time and again, with what the server knows of it in between. */
async function crowd(route: Route): Promise<void> {
  const { searchParams } = new URL(route.request().url());
  const start = Number(searchParams.get('after') ?? 0);
  const url = route.request().url().replace(/\?.*/, '');
  const response = await route.fetch({ url });
  const message: MessageDetail = await response.json();
  const own = start === 0 ? message.hits : [];
  const hits = Array.from({ length: PAGE }, (_, index) => hitOf(start + index));
  const [, corrected] = hits;
  await route.fulfill({
    response,
    json: {
      ...message,
      opens: HITS,
      recipients: Array.from({ length: 500 }, (_, index) => ({
        address: `${index}@example.com`,
        name: ['Anna', 'Ben'][index] ?? null,
      })),
      headline: { code: 'headline-opened', values: { times: 1 } },
      links: Array.from({ length: 200 }, (_, position) => ({
        position,
        destination: `https://example.com/${'long/'.repeat(40)}${position}`,
        clicks: position,
      })),
      hits: [...own, ...hits],
      next: start + PAGE < HITS ? String(start + PAGE) : null,
      judgement: {
        ...message.judgement,
        corrections: corrected?.first
          ? [{ ...corrected, correctedAt: corrected.at, from: corrected.first, to: corrected.verdict }]
          : [],
      },
    },
  });
}

const verdictOf = (actor: Verdict['actor'], code: string): Verdict => ({
  actor,
  certainty: 5,
  rule: code,
  reason: { code, values: {} },
});

/** One hit a day, of somebody else each; the second one was taken for a person at first. */
function hitOf(index: number): MessageHit {
  return {
    id: `made-${index}`,
    kind: 'open',
    at: new Date(Date.UTC(2026, 0, 1) - index * 86_400_000).toISOString(),
    position: null,
    verdict: index === 1 ? verdictOf('scanner', 'burst') : verdictOf('person', 'opened-in'),
    first: index === 1 ? verdictOf('likely-person', 'webmail') : null,
    client: { kind: 'mail-client', name: 'Outlook', device: 'desktop' },
    country: 'DE',
    city: null,
    visitor: `visitor-${index}`,
  };
}

async function openSent(page: Page, subject: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Gesend/ })
    .first()
    .click();
  await page
    .getByRole('region', { name: /^Gesend/ })
    .getByRole('button', { name: subject })
    .first()
    .click();
}

async function setWidth(page: Page, width: number): Promise<void> {
  await page.addStyleTag({ content: `${PANE} { width: ${width}px !important; min-width: ${width}px !important; }` });
}

/** How much wider than its window a page is, in pixels. */
function sideways(html: Locator): Promise<number> {
  return html.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}

/** What comes on top is read out, and moves nothing of what is being read further down. */
async function staysWhereItIsRead({ frame }: Pane, subject: string): Promise<void> {
  const read = frame.getByRole('region', { name: 'Verlauf' }).getByRole('listitem').nth(40);
  await read.scrollIntoViewIfNeeded();
  await read.getByRole('button', { name: 'Das war ich' }).focus();
  const text = await read.innerText();
  const again = frame
    .getByRole('listitem')
    .filter({ hasText: text.split('\n').at(-2) ?? text })
    .first();
  const { y: before } = (await read.boundingBox()) ?? { y: NaN };
  const recipient = await stage().recipient();
  await recipient.open(subject.slice(0, 20));
  await recipient.click('our offer');
  await frame
    .getByRole('status')
    .getByText(/^Neu: /)
    .waitFor({ state: 'attached' });
  const { y: after } = (await again.boundingBox()) ?? { y: NaN };
  expect(Math.abs(after - before)).toBeLessThan(2);
}

/** How much of a page has moved since it was loaded, other than at a person's wish. */
function shiftOf(html: Locator): Promise<number> {
  return html.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const shifts = observer.takeRecords();
    observer.disconnect();
    return shifts.reduce((sum, shift) => {
      const isWished = 'hadRecentInput' in shift && shift.hadRecentInput === true;
      return 'value' in shift && typeof shift.value === 'number' && !isWished ? sum + shift.value : sum;
    }, 0);
  });
}
