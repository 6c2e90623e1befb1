import type { Page } from 'playwright-core';
import { openMailDesk } from './mail-desk.ts';
import { faultsOf } from './faults.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

const rowsOf = (page: Page) => page.getByRole('main').getByRole('listitem');

/** Resolves once the rows begin with these subjects. */
async function untilRows(page: Page, ...subjects: string[]): Promise<void> {
  for (const [index, subject] of subjects.entries()) {
    await rowsOf(page).nth(index).filter({ hasText: subject }).waitFor();
  }
}

describe('the activity as a page of its own', () => {
  it('needs no Outlook, follows what happens, tells it in passing, finds mails, and can be installed', async () => {
    const context = await stage().visitor({ colorScheme: 'dark' });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const desk = await openMailDesk(page, stage().origin);
    await page.getByRole('heading', { name: 'Your tracked mails appear here' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    const light = await desk.send({
      subject: 'Straßenbeleuchtung',
      to: 'zoe@fabrikam.example',
      name: 'Zoë',
      hoursAgo: 3,
    });
    const offer = await desk.send({ subject: 'Offer', to: 'ada.park@fabrikam.example', hoursAgo: 2 });
    await untilRows(page, 'Offer', 'Straßenbeleuchtung');
    await rowsOf(page).first().getByText('No sign yet').waitFor();

    // What happens to the older mail brings it to the top, marks it as new, and is told.
    await light.load();
    await untilRows(page, 'New: Straßenbeleuchtung', 'Offer');
    const toast = page.getByRole('listitem').filter({ hasText: 'Straßenbeleuchtung · To Zoë' });
    await toast.getByText(/opened by a person/i).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await toast.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await untilRows(page, 'Straßenbeleuchtung', 'Offer');
    await rowsOf(page).first().filter({ hasNotText: 'New:' }).waitFor();

    // Who comes back goes on at the mail that they opened.
    const row = rowsOf(page).nth(1).getByRole('button');
    await row.press('Enter');
    await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');
    await row.and(page.locator(':focus')).waitFor();

    // Search and filters look through all mails.
    await page.getByRole('searchbox').fill('STRASSEN zoe');
    await page.getByText('1 mail', { exact: true }).waitFor();
    await untilRows(page, 'Straßenbeleuchtung');
    await page.getByRole('button', { name: 'Clicked' }).click();
    await page.getByRole('heading', { name: 'No matching mails' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all mails' }).click();
    await untilRows(page, 'Straßenbeleuchtung', 'Offer');

    // Who wants to hear of nothing isn't told, and sees it all the same.
    await page.getByRole('button', { name: 'Notifications' }).click();
    const [saved] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'PUT'),
      page.getByRole('radio', { name: 'None' }).click(),
    ]);
    expect(saved.request().postDataJSON()).toMatchObject({ notify: 'none' });
    expect(await faultsOf(page)).toEqual([]);
    await offer.load();
    await untilRows(page, 'New: Offer', 'Straßenbeleuchtung');
    await page.getByRole('button', { name: 'Mark all seen' }).click();
    await rowsOf(page).first().filter({ hasNotText: 'New:' }).waitFor();
    expect(await page.getByText('Offer · To').count()).toBe(0);

    expect(asked.filter((url) => /office/i.test(new URL(url).pathname))).toEqual([]);
    const address = (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '';
    const manifest = await (await context.request.get(stage().origin + address)).json();
    expect(manifest).toMatchObject({ name: 'Readback', start_url: '/activity', display: 'standalone' });
    const icons: { src: string; sizes: string }[] = manifest.icons;
    expect(icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
    for (const { src } of icons) expect((await context.request.get(stage().origin + src)).status()).toBe(200);
  });

  it('keeps the focus in a mail while that comes which keeps long lists quick', async () => {
    const context = await stage().visitor();
    const page = await context.newPage();
    const desk = await openMailDesk(page, stage().origin);
    await desk.send({ subject: 'Offer', to: 'ada.park@fabrikam.example', hoursAgo: 2 });
    let letCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letCome = resolve));
    await page.route(/\/assets\/list-window-/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    const mail = rowsOf(page).first().getByRole('button');
    await mail.focus();
    letCome();
    await page.locator('main li[style*="translateY"]').first().waitFor();
    expect(await mail.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('comes back to the place at which a mail was opened', async () => {
    const context = await stage().visitor();
    const page = await context.newPage();
    const desk = await openMailDesk(page, stage().origin);
    for (let number = 0; number < 40; number += 1) {
      await desk.send({ subject: `Mail ${number}.`, to: 'ada.park@fabrikam.example', hoursAgo: 1 + number });
    }
    await page.reload();
    await page.locator('main li[style*="translateY"]').first().waitFor();
    await page.evaluate(() => window.scrollTo({ top: 1_600 }));
    const mail = rowsOf(page).filter({ hasText: 'Mail 25.' }).getByRole('button');
    await mail.scrollIntoViewIfNeeded();
    const before = await mail.boundingBox();
    await mail.click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await mail.waitFor();
    const after = await mail.boundingBox();
    expect(before?.y).toBeGreaterThan(0);
    expect(Math.abs((after?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThan(2);
  });

  it('says that the sign-in has run out, shows what was known, and goes on once it is renewed', async () => {
    const context = await stage().visitor();
    const page = await context.newPage();
    const desk = await openMailDesk(page, stage().origin);
    const offer = await desk.send({ subject: 'Offer', to: 'ada.park@fabrikam.example', hoursAgo: 2 });
    await untilRows(page, 'Offer');
    await page.route(/\/api\//, (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"type":"urn:readback:sign-in"}' }),
    );
    const notice = page.getByRole('status').filter({ hasText: 'Last updated' });
    await notice.getByText('Your sign-in has run out.').waitFor();
    await untilRows(page, 'Offer');
    expect(await faultsOf(page)).toEqual([]);
    await offer.load();
    await page.route('**/local/token', (route) => route.fulfill({ status: 500, body: '' }));
    await notice.getByRole('button', { name: 'Sign in' }).click();
    await notice.getByText(/^That didn’t work/).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await notice.getByRole('button', { name: 'Sign in' }).click();
    await untilRows(page, 'New: Offer');
    await notice.waitFor({ state: 'detached' });
  });

  it('shows the shape of what is looked for while all mails come, and keeps what is typed meanwhile', async () => {
    const context = await stage().visitor();
    const page = await context.newPage();
    const desk = await openMailDesk(page, stage().origin);
    await desk.send({ subject: 'Lighthouse', to: 'ada.park@fabrikam.example', hoursAgo: 0 });
    await untilRows(page, 'Lighthouse');
    let letCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letCome = resolve));
    let asked = 0;
    await page.route(/\/api\/digest/, async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    // Until the view asks for the mails, shapes stand for the view itself, and go when it comes.
    const asking = page.waitForRequest(/\/api\/digest/);
    await page.getByRole('searchbox').pressSequentially('light');
    await asking;
    const shapes = page.getByRole('main').locator('div[aria-hidden="true"] > div');
    await shapes.last().waitFor();
    expect((await shapes.last().boundingBox())?.width).toBeGreaterThan(200);
    await page.getByRole('searchbox').pressSequentially('house');
    letCome();
    await page.getByText('1 mail', { exact: true }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('lighthouse');
    expect(asked).toBe(1);
  });

  it('moves a mail up that was opened again, and gives the focus back when a toast goes', async () => {
    const context = await stage().visitor();
    const page = await context.newPage();
    const desk = await openMailDesk(page, stage().origin);
    await page.getByRole('button', { name: 'Notifications' }).click();
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'PUT'),
      page.getByRole('radio', { name: 'All my mails' }).click(),
    ]);
    const brochure = await desk.send({ subject: 'Brochure', to: 'ada.park@fabrikam.example', hoursAgo: 4 });
    const prices = await desk.send({ subject: 'Price list', to: 'ada.park@fabrikam.example', hoursAgo: 3 });
    await rowsOf(page).filter({ hasText: 'Price list' }).waitFor();
    await brochure.load();
    await untilRows(page, 'New: Brochure');
    const toasts = page.getByRole('region', { name: 'News' }).getByRole('listitem');
    await toasts.filter({ hasText: 'Brochure' }).getByRole('button', { name: 'Dismiss' }).press('Enter');
    await page.locator('main:focus').waitFor();
    await prices.load();
    await untilRows(page, 'New: Price list', 'New: Brochure');
    await toasts.filter({ hasText: 'Price list' }).getByRole('button', { name: 'Show' }).focus();
    await page.keyboard.press('Escape');
    await page.locator('main:focus').waitFor();
    await page.getByRole('button', { name: 'Mark all seen' }).click();

    // Too soon after the first look to be told again: it moves without a word.
    await brochure.load();
    await untilRows(page, 'Brochure', 'Price list');
    expect(await rowsOf(page).first().innerText()).not.toContain('New:');
    await page.getByRole('button', { name: 'Opened', exact: true }).click();
    await page.getByText(/^\d+ mails$/).waitFor();
    await untilRows(page, 'Brochure', 'Price list');
    expect(await toasts.count()).toBe(0);
  });
});
