import vm from 'node:vm';
import { createMemoryStorage } from './mail-store.ts';
import type { ClientName } from './client-profile.ts';
import { PIXEL, setStage } from './stage.fixture.ts';

const ADA = { name: 'Ada', address: 'ada@fabrikam.example' };
const CLIENTS: readonly ClientName[] = ['web', 'classic', 'mac', 'mobile'];

describe('the mailbox', () => {
  it.each(CLIENTS)('quotes below the author’s words on %s', (client) => {
    const { outlook } = setStage(vm, { client, profile: { signature: '<p>Robin</p>' } });
    const original = outlook.receive({
      from: ADA,
      subject: 'Question',
      body: '<html><body><p>What?</p></body></html>',
    });
    const draft = outlook.reply(original, 'reply');
    draft.write('<p>That.</p>');
    const { body, subject, to } = draft.content;
    expect([subject, to]).toEqual(['RE: Question', [ADA]]);
    expect(body).toMatch(/That[\s\S]*Robin[\s\S]*ada@fabrikam\.example[\s\S]*What\?/);
    expect(body.match(/<body/g) ?? []).toHaveLength(1);
    draft.write('<p>Other.</p>');
    expect(draft.content.body).not.toContain('That.');
  });

  it('answers all but the user, and forwards to nobody yet', () => {
    const { outlook } = setStage(vm);
    const carl = { name: 'Carl', address: 'carl@fabrikam.example' };
    const to = [outlook.profile.user, carl];
    const file = {
      id: '1',
      name: 'plan.pdf',
      contentType: 'application/pdf',
      size: 9,
      isInline: false,
      contentId: null,
      isCloud: false,
    };
    const original = outlook.receive({ from: ADA, to, subject: 'RE: Plan', body: '', attachments: [file] });
    expect(outlook.reply(original, 'replyAll').content).toMatchObject({
      to: [ADA],
      cc: [carl],
      subject: 'RE: Plan',
      attachments: [],
    });
    expect(outlook.reply(original, 'forward').content).toMatchObject({
      to: [],
      subject: 'FW: Plan',
      attachments: [file],
    });
  });

  it('answers an own sent mail to whom it went', async () => {
    const stage = setStage(vm);
    const { mail } = await stage.send(await stage.write('<p>Hello</p>'));
    if (mail === null) throw new Error('It was sent.');
    expect(stage.outlook.reply(mail, 'reply').content.to).toEqual([ADA]);
  });

  it('answers plain text in plain text', () => {
    const { outlook } = setStage(vm);
    const original = outlook.receive({ from: ADA, subject: 'Text', body: 'What?', format: 'text' });
    const draft = outlook.reply(original, 'reply');
    draft.write('That.');
    expect(draft.content.format).toBe('text');
    expect(draft.content.body).toMatch(/^That\.\n\nFrom: Ada[\s\S]*What\?$/);
  });

  it('keeps a draft with its properties, and forgets its session', async () => {
    const stage = setStage(vm, {
      compose: `
        const { value } = await ask(item(), 'loadCustomPropertiesAsync');
        const session = (await ask(item().sessionData, 'getAllAsync')).value;
        event.completed({ own: value.get('own'), session });
        value.set('own', 1); await ask(value, 'saveAsync'); await ask(item().sessionData, 'setAsync', 'a', 'b');`,
    });
    const draft = await stage.write('<p>Hello</p>');
    stage.outlook.close(draft, 'save');
    const [stored] = stage.outlook.folder('drafts');
    if (stored === undefined) throw new Error('It was saved.');
    stage.outlook.reopen(stored);
    await stage.clock.advance(5_000);
    expect(stage.said()).toEqual({ own: 1, session: {} });
  });

  it('forgets a draft that is discarded', async () => {
    const stage = setStage(vm);
    const draft = await stage.write('<p>Hello</p>');
    stage.outlook.save(draft);
    stage.outlook.close(draft, 'discard');
    expect(stage.outlook.folder('drafts')).toEqual([]);
  });

  it('is the same for two Outlooks over one storage', async () => {
    const storage = createMemoryStorage();
    const first = setStage(vm, {
      storage,
      command: `Office.context.roamingSettings.set('key', 1); await ask(Office.context.roamingSettings, 'saveAsync'); event.completed();`,
    });
    const draft = await first.write('<p>Hello</p>');
    await first.clock.until(first.outlook.pressCommand('command', draft));
    await first.send(draft);
    const second = setStage(vm, { storage, client: 'classic', setting: 'worst' });
    expect(second.outlook.folder('sent').map(({ subject }) => subject)).toEqual(['Offer']);
    expect(second.outlook.openPane(null).link.start.roamingSettings).toEqual({ key: 1 });
  });

  it('tells who listens that something changed', () => {
    const { outlook } = setStage(vm);
    let changes = 0;
    const stop = outlook.subscribe(() => {
      changes += 1;
    });
    const draft = outlook.newMail();
    draft.edit({ subject: 'Changed' });
    expect(changes).toBe(2);
    stop();
    draft.edit({ subject: 'Again' });
    expect(changes).toBe(2);
  });
});

describe('compose events', () => {
  it.each([
    ['web', ['OnMessageCompose']],
    ['mobile', ['OnNewMessageCompose']],
  ] as const)('are those of the manifest that %s raises', async (client, types) => {
    const stage = setStage(vm, { client });
    await stage.write('');
    expect(stage.outlook.runs.map(({ eventType }) => eventType)).toEqual(types);
  });

  it('are raised again for a draft that is opened again', async () => {
    const stage = setStage(vm);
    const draft = await stage.write('');
    stage.outlook.reopen(stage.outlook.save(draft));
    await stage.clock.advance(1_000);
    expect(stage.outlook.runs).toHaveLength(2);
  });
});

describe('a pane', () => {
  const openPane = async () => {
    const stage = setStage(vm);
    const { mail } = await stage.send(await stage.write(`<p>Hello</p>${PIXEL}`));
    if (mail === null) throw new Error('It was sent.');
    return { stage, mail, pane: stage.outlook.openPane(mail) };
  };

  it('reads the mail that is shown', async () => {
    const { stage, mail, pane } = await openPane();
    const { item } = pane.link.start;
    expect(item).toMatchObject({
      mode: 'read',
      itemId: mail.id,
      subject: 'Offer',
      conversationId: mail.conversationId,
    });
    const answer = await stage.clock.until(pane.link.call('Body.getAsync', ['html', null], item?.number ?? 0));
    expect(answer).toEqual({ ok: true, value: mail.body });
  });

  it('follows the selection, and refuses calls about what was shown before', async () => {
    const { stage, mail, pane } = await openPane();
    const heard: unknown[] = [];
    pane.link.listen((event) => heard.push(event.type === 'item-changed' ? (event.item?.itemId ?? null) : event.type));
    const before = pane.link.start.item?.number ?? 0;
    pane.show(null);
    pane.show(mail);
    expect(heard).toEqual([null, mail.id]);
    const answer = await stage.clock.until(pane.link.call('Body.getAsync', ['html', null], before));
    expect(answer).toMatchObject({ ok: false, error: { code: 9030 } });
  });

  it('hears of recipients that a handler changes', async () => {
    const stage = setStage(vm, {
      command: `await ask(item().to, 'setAsync', ['new@example.org']); event.completed();`,
    });
    const draft = await stage.write('');
    const pane = stage.outlook.openPane(draft);
    const heard: unknown[] = [];
    pane.link.listen((event) => heard.push(event));
    await stage.clock.until(stage.outlook.pressCommand('command', draft));
    expect(heard).toEqual([{ type: 'recipients-changed', fields: { to: true } }]);
  });

  it('hears nothing any more when it is closed', async () => {
    const { stage, mail, pane } = await openPane();
    const heard: unknown[] = [];
    pane.link.listen((event) => heard.push(event));
    pane.close();
    pane.show(mail);
    let answered = false;
    const note = (): void => {
      answered = true;
    };
    pane.link.call('Body.getAsync', ['html', null], 1).then(note, note);
    await stage.clock.advance(1_000);
    expect([heard, answered]).toEqual([[], false]);
  });

  it('can ask to be closed', async () => {
    const { stage, pane } = await openPane();
    let asked = 0;
    pane.onClose(() => {
      asked += 1;
    });
    await stage.clock.until(pane.link.call('UI.closeContainer', [], 0));
    expect(asked).toBe(1);
  });
});
