import type { MessageDetail, MessageHit, Verdict } from '@readback/core';
import type { Locator, Page, Route } from 'playwright-core';
import { openPane } from './pane.ts';
import type { Pane } from './pane.ts';
import type { Sender } from './sender.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

const PANE = 'iframe[title="Readback"]';

/** On a busy machine. */
const LIMIT_MS = 180_000;

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
      await frame.getByText('eine von: Anna, Ben und 498 weiteren').first().waitFor();
      await frame.getByText('Deutschland').first().waitFor();
      await frame
        .getByText(/^Bis .* hieß es: /)
        .first()
        .waitFor();
      const entries = frame.getByRole('region', { name: 'Was geschehen ist' }).getByRole('listitem');
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
  const read = frame.getByRole('region', { name: 'Was geschehen ist' }).getByRole('listitem').nth(40);
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
