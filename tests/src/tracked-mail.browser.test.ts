import { setStage } from './set-stage.ts';

const stage = setStage();

describe('a mail from Send to the pane', () => {
  // New Outlook writes no body with a picture in it, so where a link can be tracked the picture gives way (design §4).
  it.each([
    { client: 'web', setting: 'documented', opens: null },
    { client: 'web', setting: 'worst', opens: null },
    { client: 'classic', setting: 'documented', opens: 1 },
    { client: 'classic', setting: 'worst', opens: 1 },
    { client: 'mac', setting: 'documented', opens: 1 },
    { client: 'mac', setting: 'worst', opens: 1 },
  ] as const)('shows the sender on $client, $setting, what the recipient did', async ({ client, setting, opens }) => {
    const subject = `Offer by ${client}, ${setting}`;
    const destination = `${stage().origin}/simulator/example.html?from=${client}&in=${setting}#price`;
    const sender = await stage().sender({ client, setting });
    await (await sender.openPane()).says(/^Your (tracked )?mails/);
    // Handlers of classic Outlook may see what the pane stored only after this (office-js#6728).
    await sender.restart();
    await sender.write({ subject, link: { text: 'our offer', address: destination } });
    await sender.untilHandled('OnMessageCompose');
    await sender.send();
    await sender.untilHandled('OnMessageSend');

    const recipient = await stage().recipient();
    await recipient.open(subject);
    expect(await recipient.pictures()).toBe(opens ?? 0);
    if (opens !== null) await recipient.loadPictures();
    expect(await recipient.click('our offer')).toEqual({ through: '/c/', to: destination });

    await sender.open('Sent', subject);
    const pane = await sender.openPane();
    await pane.counts({ opens, clicks: 1 });
    await pane.tab('Activity');
    await pane.says(subject);
  });

  it('tracks opens on web where there is no link', async () => {
    const sender = await stage().sender({ client: 'web' });
    await sender.openPane();
    await sender.write({ subject: 'No link at all', text: 'Just a word.' });
    await sender.untilHandled('OnMessageCompose');
    await sender.send();

    const recipient = await stage().recipient();
    await recipient.open('No link at all');
    await recipient.loadPictures();

    await sender.open('Sent', 'No link at all');
    await (await sender.openPane()).counts({ opens: 1 });
  });

  it('counts nothing while pictures stay blocked', async () => {
    const sender = await stage().sender({ client: 'classic' });
    await sender.openPane();
    await sender.write({
      subject: 'Blocked',
      link: { text: 'our offer', address: `${stage().origin}/simulator/example.html` },
    });
    await sender.send();

    const recipient = await stage().recipient();
    await recipient.open('Blocked');
    expect(await recipient.pictures()).toBe(1);

    await sender.open('Sent', 'Blocked');
    const pane = await sender.openPane();
    await pane.counts({ opens: 0, clicks: 0 });
    await pane.says('Nothing seen yet');
  });
});
