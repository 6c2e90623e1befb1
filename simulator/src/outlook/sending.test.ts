import vm from 'node:vm';
import type { Dialog, DialogAnswer, OutlookOptions } from './outlook.ts';
import { PIXEL, setStage } from './stage.fixture.ts';
import type { StageOptions } from './stage.fixture.ts';

const REFUSE = `event.completed({ allowEvent: false, errorMessage: 'Not yet' });`;
const after = (milliseconds: number, options = '{ allowEvent: true }'): string =>
  `setTimeout(() => event.completed(${options}), ${milliseconds});`;

async function send(options: StageOptions = {}) {
  const stage = setStage(vm, options);
  const draft = await stage.write('<p>Hello</p>');
  const outcome = await stage.send(draft);
  return { ...stage, draft, outcome, kinds: outcome.dialogs.map(({ kind }) => kind) };
}

const answering =
  (answers: Partial<Record<Dialog['kind'], DialogAnswer>>): NonNullable<OutlookOptions['ask']> =>
  ({ kind, answers: [first = 'wait'] }) =>
    Promise.resolve(answers[kind] ?? first);

describe('pressing Send', () => {
  it('lets a mail leave once, with a copy in Sent Items and none in Drafts', async () => {
    const { outlook, left, outcome, draft } = await send();
    expect(outcome).toMatchObject({ result: 'sent', reason: null, dialogs: [] });
    expect(left).toHaveLength(1);
    expect(outlook.folder('sent').map(({ id }) => id)).toEqual([outcome.mail?.id]);
    expect(outlook.folder('drafts')).toEqual([]);
    expect(draft.state).toBe('sent');
  });

  it('runs no send handler on phones, which have no Smart Alerts', async () => {
    const { outcome, left } = await send({ client: 'mobile', onSend: REFUSE });
    expect(outcome).toMatchObject({ result: 'sent', handler: null, dialogs: [] });
    expect(left).toHaveLength(1);
  });

  it('lets a mail go that the add-in refused, where the sender may', async () => {
    const { outcome, kinds } = await send({ onSend: REFUSE });
    expect(kinds).toEqual(['refused']);
    expect(outcome.dialogs[0]).toMatchObject({
      title: 'Stage',
      text: 'Not yet',
      answers: ['send-anyway', 'dont-send'],
    });
    expect(outcome.result).toBe('sent');
  });

  it.each(['SoftBlock', 'Block'])('holds a mail that the add-in refused under %s', async (sendMode) => {
    const { outcome, left, draft } = await send({ onSend: REFUSE, sendMode });
    expect(outcome.dialogs[0]?.answers).toEqual(['dont-send']);
    expect(outcome.result).toBe('held');
    expect(left).toEqual([]);
    expect(draft.state).toBe('open');
  });

  it('lets the handler soften its mode with sendModeOverride', async () => {
    const onSend = `event.completed({ allowEvent: false, sendModeOverride: Office.MailboxEnums.SendModeOverride.PromptUser });`;
    expect((await send({ onSend, sendMode: 'Block' })).outcome.result).toBe('sent');
  });

  it('asks after 5 s from the click, loading included, and goes on by itself when the handler ends', async () => {
    const { outcome, kinds } = await send({ onSend: after(6_000) });
    expect(kinds).toEqual(['slow']);
    expect(outcome).toMatchObject({ result: 'sent', waited: 6_124 });
    expect((await send({ onSend: after(4_800) })).kinds).toEqual([]);
    expect((await send({ onSend: after(4_900) })).kinds).toEqual(['slow']);
  });

  it('ends the handler when the sender sends anyway', async () => {
    const ask = answering({ slow: 'send-anyway' });
    const { outcome, outlook, clock } = await send({ onSend: after(60_000), ask });
    await clock.advance(120_000);
    expect(outcome).toMatchObject({ result: 'sent', waited: 5_000 });
    expect(outlook.runs[1]).toMatchObject({ eventType: 'OnMessageSend', completions: 0 });
  });

  it('gives up after 5 minutes', async () => {
    const { outcome, kinds } = await send({
      onSend: 'return;',
      ask: answering({ slow: 'wait', timeout: 'dont-send' }),
    });
    expect(kinds).toEqual(['slow', 'timeout']);
    expect(outcome).toMatchObject({ result: 'held', waited: 300_000 });
  });

  it.each([
    ['PromptUser', 'sent'],
    ['SoftBlock', 'sent'],
    ['Block', 'held'],
  ])('treats a handler that isn’t there under %s', async (sendMode, result) => {
    const { outcome, kinds } = await send({ file: '', sendMode });
    expect(kinds).toEqual(['unavailable']);
    expect(outcome.result).toBe(result);
    expect(outcome.handler?.failure).toBe('No function is associated with send.');
    expect((await send({ reachable: false, sendMode })).outcome.result).toBe(result);
  });

  it('calls a file that throws while it loads unavailable', async () => {
    const { kinds, outcome } = await send({ file: `throw new Error('at load');` });
    expect(kinds).toEqual(['unavailable']);
    expect(outcome.handler?.failure).toBe('at load');
  });

  it('counts each completion, and obeys the first', async () => {
    const onSend = 'event.completed({ allowEvent: true }); event.completed({ allowEvent: false });';
    const { outcome, clock } = await send({ onSend });
    await clock.advance(1_000);
    expect(outcome.result).toBe('sent');
    expect(outcome.handler?.completions).toBe(2);
  });

  it('opens a runtime of its own for each launch', async () => {
    const file = `let count = 0; const handle = (event) => { count += 1; event.completed({ allowEvent: true, count }); };
      Office.actions.associate('compose', handle); Office.actions.associate('send', handle);`;
    const { outlook } = await send({ file });
    expect(outlook.runs.map(({ options }) => options?.['count'])).toEqual([1, 1]);
  });

  it('takes a mail back within the undo time, with the body as the handler left it', async () => {
    const stage = setStage(vm, {
      undoSeconds: 10,
      onSend: `await write((await read()).replace('Hello', 'Hallo')); event.completed({ allowEvent: true });`,
    });
    const draft = await stage.write('<p>Hello</p>');
    const sending = stage.outlook.pressSend(draft);
    await stage.clock.advance(9_000);
    expect(draft.state).toBe('waiting');
    expect(stage.outlook.undoSend(draft)).toBe(true);
    expect((await stage.clock.until(sending)).result).toBe('undone');
    expect(draft.content.body).toContain('Hallo');
    expect(stage.left).toEqual([]);
    expect((await stage.send(draft)).result).toBe('sent');
    expect(stage.outlook.undoSend(draft)).toBe(false);
  });

  it('hands on when a scheduled mail is to be delivered', async () => {
    const stage = setStage(vm);
    const draft = await stage.write('<p>Hello</p>');
    await stage.clock.until(stage.outlook.pressSend(draft, { at: Date.UTC(2026, 11, 24) }));
    expect(stage.left[0]?.deliverAfter).toBe(Date.UTC(2026, 11, 24));
  });

  it('takes back what was scheduled to be appended when it is asked with null', async () => {
    const { left } = await send({ compose: `await append('${PIXEL}'); await append(null); event.completed();` });
    expect(left[0]?.body).not.toContain('track.example');
  });

  it('lets other add-ins write before and after', async () => {
    const { left } = await send({
      onSend: `await write((await read()).replace('one', 'one and ours')); event.completed({ allowEvent: true });`,
      otherAddins: [
        { name: 'First', when: 'before', write: (html) => `${html}<i>one</i>` },
        { name: 'Last', when: 'after', write: (html) => `${html}<i>last</i>` },
      ],
    });
    expect(left[0]?.body).toMatch(/<i>one and ours<\/i><i>last<\/i>$/);
  });
});
