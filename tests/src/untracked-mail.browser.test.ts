import type { Pane } from './pane.ts';
import type { Sender } from './sender.ts';
import { setStage } from './set-stage.ts';

const stage = setStage();

const LINK = { text: 'our offer', address: 'https://www.northwind.example/offer' };

/** How somebody says no, or has a mail that can't be tracked. */
interface Case {
  title: string;
  client: 'web' | 'classic' | 'mac';
  prevent: (sender: Sender) => Promise<void>;
  /** What the pane says beside the sent mail. */
  reason: RegExp;
}

async function switchOff(pane: Pane, name: string): Promise<void> {
  await pane.switch(name).click();
  await pane.frame.getByRole('switch', { name, checked: false }).waitFor();
}

const CASES: readonly Case[] = [
  {
    title: 'in plain text',
    client: 'classic',
    prevent: async ({ page }) => {
      await page.getByRole('combobox', { name: 'Format' }).selectOption('Plain text');
      await page.getByRole('textbox', { name: 'Message body' }).waitFor();
    },
    reason: /Plain text/,
  },
  ...(['web', 'classic', 'mac'] as const).map((client): Case => ({
    title: `switched off in the pane, on ${client}`,
    client,
    prevent: async (sender) => {
      const pane = await sender.openPane();
      // In this order: on web opens give way to clicks, and can be switched once those are off.
      await switchOff(pane, 'Clicks');
      await switchOff(pane, 'Opens');
      await pane.says('This mail won’t be tracked');
    },
    reason: /off for this mail/,
  })),
  ...(['web', 'classic', 'mac'] as const).map((client): Case => ({
    title: `switched off in the ribbon, on ${client}`,
    client,
    prevent: async ({ button, page }) => {
      await button("Don't track this mail").click();
      await page
        .getByRole('status')
        .filter({ hasText: /won't track/ })
        .waitFor();
    },
    reason: /off for this mail/,
  })),
  {
    title: 'from a shared mailbox',
    client: 'mac',
    prevent: async ({ page }) => {
      await page.getByLabel('From').selectOption({ label: 'Contoso Sales <sales@contoso.example>' });
    },
    reason: /another address than your own/,
  },
  {
    title: 'with a sensitivity label',
    client: 'mac',
    prevent: async ({ page }) => {
      await page.getByLabel('Sensitivity').selectOption('Confidential');
    },
    reason: /label may protect/,
  },
];

describe('a mail that isn’t to be tracked', () => {
  it('counts nothing although its picture was handed to Outlook before the sender said no', async () => {
    const subject = 'A late no';
    const sender = await stage().sender({ client: 'classic' });
    await (await sender.openPane()).says(/^Your (tracked )?mails/);
    await sender.write({ subject, link: LINK });
    await sender.untilHandled('OnMessageCompose');
    await sender.page.getByLabel('From').selectOption({ label: 'Contoso Sales <sales@contoso.example>' });
    await sender.send();

    const recipient = await stage().recipient();
    await recipient.open(subject);
    await recipient.loadPictures();

    await sender.open('Sent', subject);
    const pane = await sender.openPane();
    await pane.says(/another address than your own/);
    expect(await pane.hits().count()).toBe(0);
    await pane.tab('Activity');
    await pane.says(/^Your (tracked )?mails/);
    expect(await pane.frame.getByText(subject).count()).toBe(0);
  });

  it.each(CASES)('arrives as it was written: $title', async ({ title, client, prevent, reason }) => {
    const subject = `Untracked, ${title}`;
    const sender = await stage().sender({ client });
    await (await sender.openPane()).says(/^Your (tracked )?mails/);
    await sender.write({ subject, link: LINK });
    await sender.untilHandled('OnMessageCompose');
    await prevent(sender);
    await sender.send();

    const recipient = await stage().recipient();
    await recipient.open(subject);
    const markup = await recipient.markup();
    expect(markup).toContain('Hello Ada');
    expect(markup).toContain(LINK.address);
    expect(markup).not.toContain(stage().origin);

    await sender.open('Sent', subject);
    const pane = await sender.openPane();
    await pane.says('This mail isn’t tracked');
    await pane.says(reason);
  });
});
