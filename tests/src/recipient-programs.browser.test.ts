import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { postedMail } from '../../simulator/src/post/mail.fixture.ts';
import type { Recipient } from './recipient.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

/** Opens the inbox as another program; what it asks for is played by the local server. */
async function openAs({ page }: Recipient, program: string): Promise<void> {
  await page.getByLabel('Open as').selectOption(program);
}

/** Resolves once the list of what was asked for holds such a request. */
async function untilAsked(page: Page, by: string): Promise<void> {
  await page.getByRole('list', { name: 'What was asked for' }).getByText(by, { exact: true }).first().waitFor();
}

describe('an inbox that is opened as somebody’s program', () => {
  it('shows the sender what each program’s requests mean', async () => {
    const sender = await stage().sender({ client: 'classic' });
    await sender.openPane();
    await sender.restart();
    const link = { text: 'our offer', address: `${stage().origin}/simulator/example.html` };
    await sender.write({ subject: 'Who reads this', link });
    await sender.untilHandled('OnMessageCompose');
    await sender.send();

    const recipient = await stage().recipient();
    await openAs(recipient, 'Gmail');
    await recipient.page.getByRole('button', { name: 'Who reads this' }).first().click();
    await untilAsked(recipient.page, 'gmail-pictures');
    await openAs(recipient, 'Apple Mail, privacy protection on');
    await untilAsked(recipient.page, 'apple-privacy-proxy');
    await openAs(recipient, 'Outlook with Safe Links');
    const shown = recipient.page.frameLocator('iframe[title="Message body"]').getByRole('link', { name: 'our offer' });
    expect(await shown.getAttribute('href')).toMatch(/^https:\/\/eur01\.safelinks\./);
    await recipient.page.getByLabel('Show links wrapped by Safe Links').uncheck();
    expect(await shown.getAttribute('href')).toContain(`${stage().origin}/c/`);
    await recipient.page.getByRole('button', { name: 'Click: our offer' }).click();
    await untilAsked(recipient.page, 'edge');

    await sender.open('Sent', 'Who reads this');
    const pane = await sender.openPane();
    await pane.says('Clicked by a person');
    await pane.says(/^Opened in Gmail\. Google fetches pictures for its users/);
    await pane.says(
      /^Apple Mail’s privacy protection loads every picture itself\. .*whether it was read can’t be known/,
    );
    await pane.says(/^Microsoft’s link check followed the link\./);
    await pane.says(/^Clicked in Edge/);
  });

  it('lets a filter look at a mail as it comes, and tells the sender that nobody read', async () => {
    const recipient = await stage().recipient();
    await openAs(recipient, 'Delivery scan by Microsoft');
    const sender = await stage().sender({ client: 'classic' });
    await sender.openPane();
    await sender.restart();
    const link = { text: 'our offer', address: `${stage().origin}/simulator/example.html` };
    await sender.write({ subject: 'Looked at by a filter', link });
    await sender.untilHandled('OnMessageCompose');
    await sender.send();

    const arrived = recipient.page.getByRole('button', { name: 'Looked at by a filter' }).first();
    await arrived.click();
    await untilAsked(recipient.page, 'microsoft-detonation');
    await sender.open('Sent', 'Looked at by a filter');
    await (await sender.openPane()).says('Checked by a program, most likely a mail filter; no sign of a person yet');
  });

  it('loads and follows nothing by itself', async () => {
    const sender = await stage().sender({ client: 'classic' });
    await sender.openPane();
    await sender.restart();
    const link = { text: 'our offer', address: `${stage().origin}/simulator/example.html` };
    await sender.write({ subject: 'Left alone', link });
    await sender.untilHandled('OnMessageCompose');
    await sender.send();

    const recipient = await stage().recipient();
    const asked: string[] = [];
    recipient.page.context().on('response', (answer) => asked.push(new URL(answer.url()).pathname));
    await openAs(recipient, 'Thunderbird');
    await recipient.page.getByRole('button', { name: 'Left alone' }).first().click();
    const body = recipient.page.frameLocator('iframe[title="Message body"]');
    await body.getByRole('link', { name: 'our offer' }).click();
    await recipient.page.getByRole('button', { name: 'Load pictures' }).click();
    await untilAsked(recipient.page, 'thunderbird');
    expect(asked.filter((path) => /^\/[oc]\//.test(path))).toEqual([]);
    expect(recipient.page.context().pages()).toHaveLength(1);
  });

  it.each([
    ['light', 'en', 'Open as', 'Show source'],
    ['dark', 'de', 'Öffnen als', 'Quelltext zeigen'],
  ] as const)('has no fault that axe can find, %s, %s', async (theme, language, picker, source) => {
    const { origin } = stage();
    const body = `<p>Hello <a href="${origin}/c/x">our offer</a></p><img src="${origin}/o/x" width="1" height="1" alt="">`;
    const context = await stage().visitor();
    await context.request.post(`${origin}/local/mail`, { data: postedMail({ subject: `In ${language}`, body }) });
    const page = await context.newPage();
    await page.goto(`${origin}/simulator/inbox.html?${new URLSearchParams({ theme, language }).toString()}`);
    await page.getByLabel(picker).selectOption('outlook-safe-links');
    await page
      .getByRole('button', { name: `In ${language}` })
      .first()
      .click();
    await page.getByRole('link', { name: source }).waitFor();
    await page.getByRole('button', { name: /^(Click|Klicken): our offer/ }).click();
    await page.getByText('microsoft-clicks').waitFor();
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
});
