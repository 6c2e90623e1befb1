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
});
