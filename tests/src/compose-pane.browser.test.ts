import { NO_PREFERENCES } from '@readback/core';
import type { Locator } from 'playwright-core';
import type { Pane } from './pane.ts';
import type { Sender } from './sender.ts';
import { faultsOf, misfitsOf } from './faults.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

const PANE = 'iframe[title="Readback"]';
const LINK = { text: 'our offer', address: 'https://www.northwind.example/offer' };

/** How far things jumped by themselves since the pane opened (https://web.dev/articles/cls). */
async function shiftOf(pane: Pane): Promise<number> {
  return pane.frame.locator('body').evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries().filter((entry) => Reflect.get(entry, 'hadRecentInput') === false);
          resolve(shifts.reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without a shift the observer is never called.
        setTimeout(() => resolve(0), 500);
      }),
  );
}

const cards = (pane: Pane): Locator => pane.frame.getByRole('region', { name: 'About Readback' });

/** The line above the mail that Readback put there. */
const bar = ({ page }: Sender): Locator => page.getByRole('status').filter({ hasText: /^Readback / });

async function begin(sender: Sender, subject: string): Promise<void> {
  await sender.write({ subject, link: LINK });
  await sender.untilHandled('OnMessageCompose');
}

/** Puts links before everything else in the mail, as pasting them would. */
async function paste(sender: Sender, html: string): Promise<void> {
  await sender.body.locator('body').evaluate((body, markup) => {
    body.insertAdjacentHTML('afterbegin', markup);
    body.dispatchEvent(new Event('input', { bubbles: true }));
  }, html);
}

describe('the first time', () => {
  it('asks for one press where Outlook can’t sign in alone, introduces once, and stays out of the way', async () => {
    const sender = await stage().sender({ client: 'classic', theme: 'dark' });
    const { page } = sender;
    await page.route('**/local/token', (route) => route.fulfill({ status: 500, body: '' }));
    const locked = await sender.openPane({ keepsIntroduction: true });
    await locked.frame.getByRole('button', { name: 'Sign in' }).click();
    await locked.says(/^That didn’t work/);
    expect(await faultsOf(page, PANE)).toEqual([]);
    await page.unroute('**/local/token');
    await locked.frame.getByRole('button', { name: 'Sign in' }).click();

    await cards(locked).waitFor();
    await locked.says('Your tracked mails appear here');
    expect(await faultsOf(page, PANE)).toEqual([]);
    const press = async (name: string): Promise<void> => {
      await cards(locked).getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    const title = (name: string): Promise<void> => cards(locked).getByRole('heading', { name }).waitFor();
    await title('What Readback tells you');
    await press('Next');
    await title('What can’t be known');
    await press('Next');
    await title('What recipients can see');
    await press('Back');
    await title('What can’t be known');
    expect(await faultsOf(page, PANE)).toEqual([]);
    await press('Next');
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/preferences') && answer.request().method() === 'PUT',
    );
    await press('Done');
    await cards(locked).waitFor({ state: 'detached' });
    expect((await kept).ok()).toBe(true);

    // Again only when it is asked for.
    await locked.frame.getByRole('button', { name: 'About Readback' }).click();
    await cards(locked).getByRole('button', { name: 'Close' }).click();
    await cards(locked).waitFor({ state: 'detached' });
    const about = locked.frame.getByRole('button', { name: 'About Readback' });
    await about.press('Enter');
    await cards(locked).getByRole('button', { name: 'Close' }).waitFor();
    await page.keyboard.press('Escape');
    await cards(locked).waitFor({ state: 'detached' });
    await about.and(locked.frame.locator(':focus')).waitFor();

    // On another device the server knows.
    const elsewhere = await stage().sender({ client: 'mac' });
    const pane = await elsewhere.openPane({ keepsIntroduction: true });
    await pane.says('Your tracked mails appear here');
    expect(await cards(pane).count()).toBe(0);
    expect(await shiftOf(pane)).toBeLessThan(0.05);
  });

  it('doesn’t nag where the server can’t keep that it happened', async () => {
    const sender = await stage().sender({ client: 'classic' });
    await sender.page.route('**/api/preferences', (route) =>
      route.request().method() === 'GET' ? route.fulfill({ json: NO_PREFERENCES }) : route.abort(),
    );
    const pane = await sender.openPane({ keepsIntroduction: true });
    await cards(pane).waitFor();
    expect(await faultsOf(sender.page, PANE)).toEqual([]);
    await cards(pane).getByRole('button', { name: 'Skip' }).click();
    await cards(pane).waitFor({ state: 'detached' });
    await sender.restart();
    const again = await sender.openPane({ keepsIntroduction: true });
    await again.says('Your tracked mails appear here');
    expect(await cards(again).count()).toBe(0);
  });
});

describe('a mail that is written', () => {
  it('says at one glance what will happen, and keeps what is switched', async () => {
    const sender = await stage().sender({ client: 'classic' });
    const { page } = sender;
    await (await sender.openPane()).says('Your tracked mails appear here');
    await begin(sender, 'At one glance');
    // The first week: nobody was introduced to it long ago.
    await bar(sender).filter({ hasText: 'tracks this mail: opens and clicks' }).waitFor();
    const pane = await sender.openPane();
    await pane.says('Opens and clicks will be tracked');
    expect(await shiftOf(pane)).toBeLessThan(0.05);

    await pane.frame.getByRole('button', { name: 'What your recipient sees' }).click();
    await pane.says(/^The address starts with localhost/);
    await pane.frame.getByText(`${stage().origin}/c/`).waitFor();
    await pane.says('Nothing is loaded, so nothing is known. The mail may have been read all the same.');
    expect(await faultsOf(page, PANE)).toEqual([]);

    await pane.switch('Opens').click();
    await pane.says('Clicks will be tracked');
    await pane.says('Off for this mail.');
    await bar(sender).filter({ hasText: 'tracks clicks in this mail, but no opens' }).waitFor();

    await sender.closePane();
    const again = await sender.openPane();
    await again.says('Clicks will be tracked');
    await again.frame.getByRole('switch', { name: 'Opens', checked: false }).waitFor();
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await faultsOf(page, PANE)).toEqual([]);
  });

  it('hands its switches to new mails, undoes that where the server doesn’t keep it, and says what to do in plain text', async () => {
    const sender = await stage().sender({ client: 'classic' });
    const { page } = sender;
    await (await sender.openPane()).says('Your tracked mails appear here');
    await begin(sender, 'The first one');
    const pane = await sender.openPane();
    await pane.switch('Opens').click();
    // The server says no first.
    await page.route('**/api/settings', (route) => route.fulfill({ status: 503, body: '' }));
    await pane.frame.getByRole('button', { name: 'Remember these for new mails' }).click();
    await pane.says('Your defaults couldn’t be saved');
    await pane.says('New mails start with opens and clicks on.');
    expect(await faultsOf(page, PANE)).toEqual([]);
    await page.unroute('**/api/settings');
    await pane.frame.getByRole('button', { name: 'Remember these for new mails' }).click();
    await pane.says('New mails start with clicks on, opens off.');

    await sender.button('Discard').click();

    await begin(sender, 'The next one');
    const next = await sender.openPane();
    await next.says('Clicks will be tracked');
    await next.says(/^It’s off in your own defaults/);
    await next.switch('Opens').click();
    await next.frame.getByRole('button', { name: 'Remember these for new mails' }).click();
    await next.says('New mails start with opens and clicks on.');

    await page.getByRole('combobox', { name: 'Format' }).selectOption('Plain text');
    await next.says(/Switch to HTML/);
    expect(await next.frame.getByText('Not possible').count()).toBe(2);
    await bar(sender).filter({ hasText: 'Open Readback to see why' }).waitFor();
    expect(await faultsOf(page, PANE)).toEqual([]);
  });

  it('says the same in German, in the dark, in the narrowest pane', async () => {
    const sender = await stage().sender({ client: 'classic', theme: 'dark' });
    const { page } = sender;
    await (await sender.openPane()).says('Your tracked mails appear here');
    await begin(sender, 'Ein Angebot');
    await page.goto(`${stage().origin}/?client=classic&theme=dark&language=de`);
    await page.addStyleTag({ content: `${PANE} { width: 320px !important; min-width: 320px !important; }` });
    await page.getByRole('navigation').getByRole('button', { name: 'Entwürfe' }).first().click();
    await page.getByRole('region', { name: 'Entwürfe' }).getByRole('button', { name: 'Ein Angebot' }).first().click();
    await page.getByRole('button', { name: 'Weiterschreiben' }).click();
    await page.getByRole('group', { name: 'Readback' }).getByRole('button', { name: 'Readback' }).click();
    const frame = page.frameLocator(PANE);
    const headline = (name: string): Promise<void> =>
      frame.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await headline('Öffnungen und Klicks werden verfolgt');
    await frame.getByRole('switch', { name: 'Öffnungen' }).click();
    await headline('Klicks werden verfolgt');
    await frame.getByRole('button', { name: 'Was Ihr Empfänger sieht' }).click();
    await frame.getByText(`${stage().origin}/c/`).waitFor();
    expect(await misfitsOf(frame.locator('html'))).toEqual([]);
    expect(await faultsOf(page, PANE)).toEqual([]);
  });

  it('stays clear with 200 links, and gathers those that stay as they are', async () => {
    const sender = await stage().sender({ client: 'web', theme: 'dark' });
    await begin(sender, 'Catalogue');
    const items = Array.from(
      { length: 200 },
      (_, at) => `<a href="https://www.northwind.example/${at}">Item ${at}</a>`,
    );
    const meetings = [1, 2, 3].map((at) => `<a href="https://zoom.us/j/123${at}">Join ${at}</a>`);
    await paste(
      sender,
      `<p><a href="https://x.example/">&lt;script&gt; مرحبا</a> ${[...items, ...meetings].join(' ')}</p>`,
    );
    const pane = await sender.openPane();
    await pane.says('202 of 206 tracked');
    // Which of the two this Outlook allows, and why.
    await pane.says(/allows either opens or clicks/);
    await pane.says('<script> مرحبا');
    expect(await pane.frame.getByRole('switch').count()).toBeLessThan(40);
    expect(await faultsOf(sender.page, PANE)).toEqual([]);
    await pane.frame.getByRole('button', { name: /^Show \d+ more links$/ }).click();
    const group = pane.frame.getByRole('button', { name: /^3 links stay as they are/ });
    await group.click();
    await pane.says('Join 3');
    await pane.frame.getByRole('switch', { name: 'Track Item 199' }).click();
    await pane.says('201 of 206 tracked');
  });
});
