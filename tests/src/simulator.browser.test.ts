import { setStage } from './set-stage.ts';

const stage = setStage();

/** A red square of 8 × 8 points. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
  'base64',
);

describe('the simulator', () => {
  it('keeps an unfinished mail over a reload, and gives it to another client', async () => {
    const sender = await stage().sender({ client: 'web' });
    await sender.write({ subject: 'Half a mail', text: 'To be continued' });
    await sender.restart();
    await sender.page.getByLabel('Client').selectOption('Mac');
    await sender.open('Drafts', 'Half a mail');
    await sender.button('Continue writing').click();
    await sender.body.getByText('To be continued').waitFor();
  });

  it('formats text as the bar says', async () => {
    const sender = await stage().sender();
    await sender.write({ subject: 'In bold', text: 'plain ' });
    await sender.button('Bold').click();
    await sender.page.keyboard.type('bold');
    await sender.button('Bold').click();
    await sender.button('Bulleted list').click();
    await sender.send();
    const recipient = await stage().recipient();
    await recipient.open('In bold');
    expect(await recipient.markup()).toMatch(/<ul>.*plain.*<b>bold<\/b>.*<\/ul>/s);
  });

  it('sends a picture of this device with the mail, and shows it without asking', async () => {
    const sender = await stage().sender();
    await sender.write({ subject: 'With a picture', text: 'Look: ' });
    await sender.button('Insert picture').click();
    await sender.page
      .getByLabel('From this device')
      .setInputFiles({ name: 'square.png', mimeType: 'image/png', buffer: PICTURE });
    await sender.body.getByRole('img', { name: 'square.png' }).waitFor();
    await sender.send();

    const recipient = await stage().recipient();
    await recipient.open('With a picture');
    expect(await recipient.markup()).toMatch(/<img src="cid:[^"]+" alt="square.png">/);
    const shown = recipient.page.frameLocator('iframe').getByRole('img', { name: 'square.png' });
    expect(await shown.evaluate((image) => image instanceof Object && Reflect.get(image, 'naturalWidth'))).toBe(8);
  });

  it('takes a mail back while Outlook waits', async () => {
    const sender = await stage().sender({ client: 'web', undo: 'on' });
    await sender.write({ subject: 'Not so fast' });
    await sender.button('Send').click();
    await sender.button('Undo').click();
    await sender.page.getByText('Taken back: the mail is open again.').waitFor();
    await sender.body.getByText('Hello Ada').waitFor();
    await sender.page.getByRole('navigation').getByRole('button', { name: 'Sent' }).click();
    await sender.page.getByText('Nothing here yet').waitFor();
  });

  it('delivers a scheduled mail when its time has come, and not before', async () => {
    const sender = await stage().sender({ client: 'classic' });
    for (const [subject, time] of [
      ['Due long ago', '2020-01-01T08:00'],
      ['Due far from now', '2099-01-01T08:00'],
    ] as const) {
      await sender.write({ subject });
      await sender.button('Schedule send').click();
      await sender.page.getByLabel('Deliver after').fill(time);
      await sender.button('Schedule').click();
      await sender.page.getByText('Your mail was sent.').waitFor();
    }
    const recipient = await stage().recipient();
    await recipient.open('Due long ago');
    expect(await recipient.page.getByText('Due far from now').count()).toBe(0);
  });
});
