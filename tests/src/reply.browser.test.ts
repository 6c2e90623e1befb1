import { setStage } from './set-stage.ts';

const stage = setStage();

/** Addresses of our pictures in a body. */
function picturesIn(markup: string, origin: string): string[] {
  return [...markup.matchAll(/\bsrc="([^"]+)"/g)]
    .map(([, source = '']) => source)
    .filter((source) => source.startsWith(`${origin}/o/`));
}

describe('a reply to a tracked mail', () => {
  it.each([
    { client: 'web', isWritten: false },
    { client: 'classic', isWritten: true },
    { client: 'mac', isWritten: true },
  ] as const)(
    'on $client carries the old picture only where no body is written: $isWritten',
    async ({ client, isWritten }) => {
      const { origin } = stage();
      const subject = `Thread on ${client}`;
      const sender = await stage().sender({ client });
      await (await sender.openPane()).says(/^Your (tracked )?mails/);
      await sender.write({ subject, text: 'A first word.' });
      if (client !== 'web') await sender.insertLink({ text: 'our offer', address: `${origin}/simulator/example.html` });
      await sender.untilHandled('OnMessageCompose');
      await sender.send();

      const recipient = await stage().recipient();
      await recipient.open(subject);
      const [first] = picturesIn(await recipient.markup(), origin);
      expect(first).toBeDefined();
      await recipient.reply('Thank you, and when?');

      await sender.open('Inbox', `RE: ${subject}`);
      await sender.button('Reply').click();
      await sender.type('On Monday. ');
      await sender.insertLink({ text: 'the agenda', address: `${origin}/simulator/example.html?agenda` });
      await sender.untilHandled('OnMessageCompose');
      await sender.send();

      await recipient.open(`RE: ${subject}`);
      const pictures = picturesIn(await recipient.markup(), origin);
      const own = pictures.filter((picture) => picture !== first);
      expect(own).toHaveLength(1);
      expect(pictures.includes(first ?? '')).toBe(!isWritten);
    },
  );

  it('leads from the answer to the mail that it answers', async () => {
    const subject = 'Which mail was that';
    const sender = await stage().sender({ client: 'classic' });
    await (await sender.openPane()).says(/^Your (tracked )?mails/);
    await sender.write({ subject, link: { text: 'our offer', address: `${stage().origin}/simulator/example.html` } });
    await sender.untilHandled('OnMessageCompose');
    await sender.send();
    const recipient = await stage().recipient();
    await recipient.open(subject);
    await recipient.loadPictures();
    await recipient.reply('This one.');

    await sender.open('Inbox', `RE: ${subject}`);
    const pane = await sender.openPane();
    await pane.says(`Reply to your mail “${subject}”`);
    await pane.frame.getByRole('button', { name: 'Show what happened to it' }).click();
    await pane.counts({ opens: 1, clicks: 0 });
  });
});
