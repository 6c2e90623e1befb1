import { createManualTimers } from './manual-timers.fixture.ts';
import { installOffice, removeOffice } from './pane-office.fixture.ts';
import { hasNestedSignIn, openDialog, tellPane } from './sign-in-windows.ts';

afterEach(removeOffice);

const URL = 'https://readback.contoso.com/auth.html';
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("Outlook's own sign-in", () => {
  it.each([
    [['NestedAppAuth 1.1'], true],
    [[], false],
  ])('with %s: %s', (sets, expected) => {
    installOffice({ sets });
    expect(hasNestedSignIn()).toBe(expected);
  });
});

describe('the sign-in window', () => {
  async function open() {
    const office = installOffice();
    const message = openDialog(createManualTimers(), URL);
    await settle();
    if (office.dialog === null) throw new Error('no window was opened');
    return { message, dialog: office.dialog };
  }

  it('hands over its one message and is closed', async () => {
    const { message, dialog } = await open();
    expect(dialog.url).toBe(URL);
    dialog.say({ message: 'token', origin: 'https://readback.contoso.com' });
    await expect(message).resolves.toBe('token');
    expect(dialog.closed).toBe(true);
  });

  it('is listened to where Outlook does not tell which page speaks', async () => {
    const { message, dialog } = await open();
    dialog.say({ message: 'token', origin: undefined });
    await expect(message).resolves.toBe('token');
  });

  it.each(['https://evil.example', 'https://readback.contoso.com.evil.example', 'https://readback.contoso'])(
    'is not listened to while it shows %s',
    async (origin) => {
      const { message, dialog } = await open();
      dialog.say({ message: 'forged', origin });
      expect(dialog.closed).toBe(false);
      dialog.end();
      await expect(message).resolves.toBeNull();
    },
  );

  it('tells the pane from inside, and knows when nobody opened it', async () => {
    const { told } = installOffice();
    await expect(tellPane('token')).resolves.toBe(true);
    expect(told).toEqual(['token']);
    removeOffice();
    await expect(tellPane('token')).resolves.toBe(false);
  });
});
