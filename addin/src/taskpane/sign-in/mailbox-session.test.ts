import { MAILBOX_SETTING } from '@readback/core';
import { APP, settingsOf, storedMailbox } from '../../host/fake-desk.fixture.ts';
import { openSession, readKeptMailbox } from './mailbox-session.ts';

const ADDRESS = 'ann@contoso.com';
const { appOrigin: _, ...ANSWER } = storedMailbox();

function place(kept: unknown = null) {
  const asked: unknown[] = [];
  const settings = new Map([[MAILBOX_SETTING, kept]]);
  let saves = 0;
  const answers: object[] = [];
  const door = {
    appOrigin: APP,
    api: {
      openMailbox: (request: unknown) => {
        asked.push(request);
        return Promise.resolve(answers.shift() ?? ANSWER);
      },
    },
    mailbox: {
      address: () => ADDRESS,
      readSetting: (name: string) => settings.get(name) ?? null,
      writeSetting: (name: string, value: object) => {
        saves += 1;
        settings.set(name, value);
        return Promise.resolve();
      },
    },
  };
  return { door, asked, answers, kept: () => settings.get(MAILBOX_SETTING), saves: () => saves };
}

const confirmedBefore = { ...storedMailbox(), confirmedFor: ADDRESS };

describe('opening the mailbox at the server', () => {
  it('keeps the key with where it came from, for the handlers', async () => {
    const { door, asked, kept } = place();
    const access = await openSession(door, { confirmed: false });
    expect(asked).toEqual([{ address: ADDRESS }]);
    expect(kept()).toEqual({ ...ANSWER, appOrigin: APP });
    expect(access).toMatchObject({ appOrigin: APP, signing: { epoch: 3, generation: 1 } });
  });

  it('saves nothing while nothing changed', async () => {
    const { door, saves } = place(storedMailbox());
    await openSession(door, { confirmed: false });
    expect(saves()).toBe(0);
  });

  it.each([
    ['the key', { ...ANSWER, key: 'AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' }],
    ['the generation', { ...ANSWER, generation: 2 }],
    ['the settings', { ...ANSWER, settings: settingsOf({ tracking: 'listen-only' }) }],
    ["the person's defaults", { ...ANSWER, personal: { opens: false, links: true } }],
  ])('keeps %s when it changed', async (_, answer) => {
    const { door, answers, kept, saves } = place(storedMailbox());
    answers.push(answer);
    await openSession(door, { confirmed: false });
    expect(saves()).toBe(1);
    expect(kept()).toEqual({ ...answer, appOrigin: APP });
  });

  it('refuses an answer that is not whole', async () => {
    const { door, answers, saves } = place();
    answers.push({ ...ANSWER, key: 'short' });
    await expect(openSession(door, { confirmed: false })).rejects.toMatchObject({ code: 'unreadable' });
    expect(saves()).toBe(0);
  });

  it("sends the sender's word that the mailbox is theirs, and remembers it", async () => {
    const { door, asked, kept } = place();
    await openSession(door, { confirmed: true });
    expect(asked).toEqual([{ address: ADDRESS, confirmed: true }]);
    expect(kept()).toMatchObject({ confirmedFor: ADDRESS });
    await openSession(door, { confirmed: false });
    expect(asked[1]).toEqual({ address: ADDRESS, confirmed: true });
  });

  it('asks again when another account is signed in than the one that was confirmed', async () => {
    const { door, answers, saves } = place(confirmedBefore);
    answers.push({ ...ANSWER, mailboxId: 'CAcGBQQDAgE' });
    await expect(openSession(door, { confirmed: false })).rejects.toMatchObject({ code: 'address-differs' });
    expect(saves()).toBe(0);
  });

  it('takes a yes for one address as none for another', async () => {
    const { door, asked } = place({ ...confirmedBefore, confirmedFor: 'team@contoso.com' });
    await openSession(door, { confirmed: false });
    expect(asked).toEqual([{ address: ADDRESS }]);
  });
});

describe('what an earlier session left', () => {
  it.each([
    ['a whole mailbox of this server', storedMailbox(), true],
    ['nothing', null, false],
    ['a mailbox of another server', { ...storedMailbox(), appOrigin: 'https://elsewhere.example' }, false],
    ['half a mailbox', { ...storedMailbox(), key: undefined }, false],
  ])('%s', (_, kept, isUsed) => {
    expect(readKeptMailbox(place(kept).door) !== null).toBe(isUsed);
  });
});
