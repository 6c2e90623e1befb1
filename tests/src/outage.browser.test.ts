import { setStage } from './set-stage.ts';

const stage = setStage();

const link = (origin: string) => ({ text: 'our offer', address: `${origin}/simulator/example.html?outage` });

describe('with the server out of reach while sending', () => {
  // On web the picture gives way to the link (design §4).
  it.each([
    { client: 'web', opens: null },
    { client: 'classic', opens: 1 },
    { client: 'mac', opens: 1 },
  ] as const)('sends, and the pane catches up from the sent mail, on $client', async ({ client, opens }) => {
    const { origin } = stage();
    const subject = `Unheard on ${client}`;
    const sender = await stage().sender({ client });
    await (await sender.openPane()).says(/^Your (tracked )?mails/);
    await sender.write({ subject, link: link(origin) });
    await sender.untilHandled('OnMessageCompose');
    await sender.context.route('**/m/**', (route) => route.abort('connectionrefused'));
    await sender.send();
    await sender.untilHandled('OnMessageSend');

    // What comes before the server has heard of the mail is kept until it has.
    const recipient = await stage().recipient();
    await recipient.open(subject);
    if (opens !== null) await recipient.loadPictures();
    expect(await recipient.click('our offer')).toEqual({ through: '/c/', to: link(origin).address });

    await sender.open('Sent', subject);
    const pane = await sender.openPane();
    await pane.says('The server hasn’t heard of this mail yet');
    await sender.context.unroute('**/m/**');
    await pane.frame.getByRole('button', { name: 'Try again' }).click();
    await pane.says('The server hadn’t heard of this mail. It was registered from here.');
    await pane.counts({ opens, clicks: 1 });
  });
});

describe('with the storage out of reach while clicking', () => {
  it.each(['drop-before', 'silence'] as const)(
    'leads to the destination, and counts the click later: %s',
    async (fault) => {
      const { origin, storage } = stage();
      const subject = `Stored nowhere, ${fault}`;
      const sender = await stage().sender({ client: 'classic' });
      await (await sender.openPane()).says(/^Your (tracked )?mails/);
      await sender.write({ subject, link: link(origin) });
      await sender.untilHandled('OnMessageCompose');
      await sender.send();
      await sender.untilHandled('OnMessageSend');

      const recipient = await stage().recipient();
      await recipient.open(subject);
      storage.choose = () => fault;
      expect(await recipient.click('our offer')).toEqual({ through: '/c/', to: link(origin).address });
      storage.choose = () => 'none';

      await sender.open('Sent', subject);
      await (await sender.openPane()).counts({ opens: 0, clicks: 1 });
    },
  );
});
