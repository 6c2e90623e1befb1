import type { Sender } from './sender.ts';
import { faultsOf } from './faults.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

/** Once around the page, pane and all. */
const MOST_TABS = 60;

const PANE = 'iframe[title="Readback"]';

/** A mail that was opened and clicked. */
async function sendAndVisit(sender: Sender, subject: string): Promise<void> {
  await sender.write({ subject, link: { text: 'our offer', address: `${stage().origin}/simulator/example.html` } });
  await sender.untilHandled('OnMessageCompose');
  await sender.send();
  const recipient = await stage().recipient();
  await recipient.open(subject);
  await recipient.loadPictures();
  await recipient.click('our offer');
}

describe('the pane', () => {
  it('says that it belongs in Outlook where there is none', async () => {
    const context = await stage().visitor();
    const page = await context.newPage();
    await page.goto(`${stage().origin}/taskpane.html`);
    await page.getByRole('heading', { name: 'This page belongs in Outlook' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('offers the newer version when a file that it wants is gone with a deployment', async () => {
    const sender = await stage().sender({ client: 'classic' });
    const { context } = sender;
    const pane = await sender.openPane();
    await pane.says(/^Your (tracked )?mails/);
    // As after a deployment: every file has another name, and the page names the new ones.
    await context.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
    await context.route('**/taskpane.html*', async (route) => {
      const page = await route.fetch();
      await route.fulfill({
        response: page,
        body: (await page.text()).replaceAll('/assets/main-', '/assets/main-NEW'),
      });
    });
    await pane.tab('Insights');
    await pane.says('There is a newer version of Readback');
    expect(await faultsOf(sender.page, PANE)).toEqual([]);

    await context.unroute('**/assets/*.js');
    await context.unroute('**/taskpane.html*');
    await pane.frame.getByRole('button', { name: 'Load the newer version' }).click();
    await pane.says(/^Your (tracked )?mails/);
    await pane.tab('Insights');
    await pane.frame.getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
  });

  it('says that a view can’t be loaded without a connection, and stays until there is one', async () => {
    const sender = await stage().sender({ client: 'classic' });
    const pane = await sender.openPane();
    await pane.says(/^Your (tracked )?mails/);
    await sender.context.setOffline(true);
    await pane.tab('Insights');
    await pane.says('This can’t be loaded right now');
    const again = pane.frame.getByRole('button', { name: 'Try again' });
    await again.click();
    await again.and(pane.frame.locator(':enabled')).waitFor();
    expect(await faultsOf(sender.page, PANE)).toEqual([]);

    await sender.context.setOffline(false);
    await again.click();
    await pane.says(/^Your (tracked )?mails/);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe can find beside a mail, %s', async (theme) => {
    const sender = await stage().sender({ client: 'classic', theme });
    const pane = await sender.openPane();
    await pane.says(/^Your (tracked )?mails/);
    await sender.write({
      subject: 'Only begun',
      link: { text: 'our offer', address: 'https://www.northwind.example/' },
    });
    const compose = await sender.openPane();
    await compose.says('1 of 2 tracked');
    expect(await faultsOf(sender.page, PANE)).toEqual([]);
    await sender.button('Discard').click();

    const subject = `Looked at in ${theme}`;
    await sendAndVisit(sender, subject);
    await sender.open('Sent', subject);
    await pane.counts({ opens: 1, clicks: 1 });
    await pane.frame.getByRole('link', { name: 'IP Geolocation by DB-IP' }).waitFor();
    expect(await faultsOf(sender.page, PANE)).toEqual([]);
    await sender.open('Inbox', 'Kick-off on Thursday');
    await pane.tab('This mail');
    await pane.says('A mail you received');
    expect(await faultsOf(sender.page, PANE)).toEqual([]);
  });

  it('can be used with the keyboard alone', async () => {
    const sender = await stage().sender({ client: 'classic' });
    const { page } = sender;
    await (await sender.openPane()).says(/^Your (tracked )?mails/);
    await sender.write({ subject: 'By keys', link: { text: 'our offer', address: 'https://www.northwind.example/' } });
    await sender.untilHandled('OnMessageCompose');
    const pane = await sender.openPane();
    await pane.says('Opens and clicks will be tracked');
    await sender.button('Close pane').focus();

    const tabTo = async (name: string | RegExp): Promise<void> => {
      // A switch that Outlook hasn't answered for yet can't be reached.
      const wanted = pane.frame.getByRole('switch', { name, disabled: false });
      await wanted.waitFor();
      for (let presses = 0; presses < MOST_TABS; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await wanted.and(pane.frame.locator(':focus')).count()) > 0) return;
      }
      throw new Error(`Tab never reaches ${String(name)}.`);
    };
    const headline = (name: string): Promise<void> =>
      pane.frame.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    // One press after the other, faster than Outlook answers: none undoes another.
    await tabTo('Opens');
    await page.keyboard.press('Space');
    await tabTo('Clicks');
    await page.keyboard.press('Space');
    await headline('This mail won’t be tracked');
    await page.keyboard.press('Space');
    await headline('Clicks will be tracked');
    await tabTo(/Track .*our offer/);
    await page.keyboard.press('Space');
    await pane.says('0 of 2 tracked');
  });
});
