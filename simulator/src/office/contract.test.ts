import vm from 'node:vm';
import { BLOCKED_IN_EVENTS, membersOf, offer } from './contract.ts';
import type { ClientName } from '../outlook/client-profile.ts';
import { CALLS } from './calls.ts';
import { setStage } from '../outlook/stage.fixture.ts';
import type { StageOptions } from '../outlook/stage.fixture.ts';

const compose = { mode: 'compose', permission: 'ReadWriteItem' } as const;

describe('what a client offers', () => {
  it.each<[string, readonly ClientName[]]>([
    ['Body.setAsync', ['web', 'classic', 'mac']],
    ['Body.appendOnSendAsync', ['web', 'classic', 'mac']],
    ['MessageCompose.getComposeTypeAsync', ['web', 'classic', 'mac', 'mobile']],
    ['SessionData.setAsync', ['web', 'classic', 'mac', 'mobile']],
    ['MessageCompose.sensitivityLabel', ['web', 'classic', 'mac']],
    ['MessageCompose.closeAsync', ['web', 'classic', 'mac']],
    // Mailbox 1.15 and 1.16: not on Mac.
    ['Mailbox.loadItemByIdAsync', []],
    ['SmartAlertsEventCompletedOptions.errorMessageMarkdown', ['web', 'classic']],
  ])('has %s on %p', (member, clients) => {
    const all: readonly ClientName[] = ['web', 'classic', 'mac', 'mobile'];
    expect(all.filter((client) => offer(member, { ...compose, client }) === 'offered')).toEqual(clients);
  });

  it('takes the set of Outlook on the web where it differs', () => {
    expect(offer('MessageCompose.addFileAttachmentAsync', { ...compose, client: 'web' })).toBe('offered');
    expect(offer('MessageCompose.addFileAttachmentAsync', { ...compose, client: 'mobile' })).toBe('offered');
  });

  it('keeps the modes apart', () => {
    const context = { client: 'web', permission: 'ReadWriteItem' } as const;
    expect(offer('Body.setAsync', { ...context, mode: 'read' })).toBe('absent');
    expect(offer('Body.getAsync', { ...context, mode: 'read' })).toBe('offered');
    expect(offer('MessageRead.itemId', { ...context, mode: 'compose' })).toBe('absent');
    // The typings say "Appointment Attendee" here; the interface's name is right.
    expect(offer('MessageRead.dateTimeModified', { ...context, mode: 'read' })).toBe('offered');
  });

  it('denies what the manifest’s permission doesn’t cover', () => {
    const context = { client: 'web', mode: 'compose' } as const;
    expect(offer('Body.setAsync', { ...context, permission: 'ReadItem' })).toBe('denied');
    expect(offer('MessageCompose.sendAsync', { ...context, permission: 'ReadWriteItem' })).toBe('denied');
    expect(offer('MessageCompose.sendAsync', { ...context, permission: 'ReadWriteMailbox' })).toBe('offered');
  });

  it('knows nothing beyond the typings', () => {
    expect(offer('Body.rewriteAsync', { ...compose, client: 'web' })).toBe('absent');
  });

  it('plays no call that the typings don’t have', () => {
    const typed = (name: string): boolean => membersOf(name.split('.')[0] ?? '').includes(name.split('.')[1] ?? '');
    expect(Object.keys(CALLS).filter((name) => !typed(name))).toEqual([]);
    expect(BLOCKED_IN_EVENTS.filter((name) => !typed(name) && !/^(UI|Auth)\./.test(name))).toEqual([]);
  });
});

/** Runs an expression in a send handler and answers what it gave, or what it threw. */
async function evaluate(expression: string, options: StageOptions = {}): Promise<unknown> {
  const stage = setStage(vm, {
    onSend: `let seen; try { seen = ${expression}; } catch (error) { seen = 'threw ' + error.message; } event.completed({ allowEvent: true, seen });`,
    ...options,
  });
  await stage.send(await stage.write('<p>Hello</p>'));
  return stage.said()['seen'];
}

describe('a handler that asks for more than its Outlook has', () => {
  it('finds a member undefined that the client’s set lacks', async () => {
    // 1.14 is Mac's highest set; sendAsync needs 1.15.
    expect(await evaluate(`typeof item().sendAsync`, { client: 'mac' })).toBe('undefined');
    expect(await evaluate(`typeof item().sendAsync`, { client: 'web' })).toBe('function');
  });

  it('finds a member undefined that belongs to the other mode', async () => {
    expect(await evaluate('[typeof item().itemId, typeof item().displayReplyForm, typeof item().sessionData]')).toEqual(
      ['undefined', 'undefined', 'object'],
    );
  });

  it('is refused at once what its permission doesn’t cover', async () => {
    const message = `threw Elevated permission is required to call the method: 'Body.setAsync'.`;
    expect(await evaluate(`item().body.setAsync('', () => 0)`, { permission: 'ReadItem' })).toBe(message);
    expect(await evaluate(`item().sendAsync(() => 0)`)).toContain('MessageCompose.sendAsync');
  });

  it('gets error 9032 for what handlers can’t do', async () => {
    const code = `(await ask(Office.context.auth, 'getAccessToken')).error.code`;
    expect(await evaluate(code)).toBe(9032);
  });

  it('is told plainly what the simulator doesn’t play', async () => {
    expect(await evaluate(`item().getSelectedDataAsync('html', () => 0)`)).toBe(
      "threw The simulator doesn't play MessageCompose.getSelectedDataAsync.",
    );
    expect(await evaluate('item().categories')).toBe("threw The simulator doesn't play MessageCompose.categories.");
  });

  it('needs the extended permission to append on send', async () => {
    const stage = setStage(vm, {
      extendedPermission: 'Other',
      compose: `const { error } = await append('<b>x</b>'); event.completed({ code: error.code });`,
    });
    await stage.write('');
    expect(stage.said()['code']).toBe(9047);
  });

  it.each([
    ['web', '1.16', true],
    ['classic', '1.16', true],
    ['mac', '1.14', true],
    ['mac', '1.15', false],
  ] as const)('hears on %s about Mailbox %s: %s', async (client, version, supported) => {
    expect(await evaluate(`Office.context.requirements.isSetSupported('Mailbox', '${version}')`, { client })).toBe(
      supported,
    );
  });

  it('hears 1.9 as older than 1.10', async () => {
    expect(await evaluate(`Office.context.requirements.isSetSupported('Mailbox', 1.9)`, { client: 'mac' })).toBe(true);
  });
});
