import vm from 'node:vm';
import type { ClientName, Setting } from './client-profile.ts';
import { countQuirks, createQuirkBook, QUIRKS } from './quirks.ts';
import type { Quirk, QuirkId } from './quirks.ts';
import { PIXEL, setStage } from './stage.fixture.ts';
import type { Stage, StageOptions } from './stage.fixture.ts';

const CLIENTS: readonly ClientName[] = ['web', 'classic', 'mac', 'mobile'];
const SETTINGS: readonly Setting[] = ['documented', 'worst'];
const INLINE = '<p>See <img src="cid:picture@here"> this</p>';

/** Starts an Outlook in which at most the one quirk differs from what is documented. */
type Start = (options?: StageOptions) => Stage;

/** Whether the quirk is to be seen. */
type Scenario = (start: Start) => Promise<boolean>;

const sendOne = async (stage: Stage, html = '<p>Hello</p>') => stage.send(await stage.write(html));

/** Something to answer: a mail whose answer quotes it. */
const answer = async (stage: Stage) => {
  const original = stage.outlook.receive({
    from: { name: 'Ada', address: 'ada@fabrikam.example' },
    subject: 'Question',
    body: '<p class="big">What?</p>',
  });
  const draft = stage.outlook.reply(original, 'reply');
  await stage.clock.advance(10_000);
  draft.write('<p>That.</p>');
  return draft;
};

const SCENARIOS: Readonly<Record<QuirkId, Scenario>> = {
  'append-before-handler': async (start) => {
    const stage = start({
      compose: `await append('<b>x</b>'); event.completed();`,
      onSend: 'event.completed({ allowEvent: true, body: await read() });',
    });
    await sendOne(stage);
    expect(stage.left[0]?.body).toContain('<b>x</b>');
    return String(stage.said()['body']).includes('<b>x</b>');
  },
  'append-behind-history': async (start) => {
    const stage = start({ compose: `await append('<b>x</b>'); event.completed();` });
    await stage.send(await answer(stage));
    const body = stage.left[0]?.body ?? '';
    return body.indexOf('<b>x</b>') > body.indexOf('What?');
  },
  'append-in-handler-refused': async (start) => {
    const stage = start({
      onSend: `const { status, error } = await append('<b>x</b>'); event.completed({ allowEvent: true, status, code: error && error.code });`,
    });
    await sendOne(stage);
    return stage.said()['code'] === 9032;
  },
  'append-in-handler-lost': async (start) => {
    const stage = start({
      onSend: `const { status } = await append('<b>x</b>'); event.completed({ allowEvent: false, status });`,
      ask: () => Promise.resolve('dont-send'),
    });
    const draft = await stage.write('<p>Hello</p>');
    await stage.send(draft);
    const first = stage.said()['status'];
    await stage.send(draft);
    return first === 'succeeded' && stage.said()['status'] === 'failed' && !draft.content.body.includes('<b>x</b>');
  },
  'append-kept-over-close': async (start) => {
    const stage = start({
      compose: `if (item().conversationId === null) await append('<b>x</b>'); event.completed();`,
    });
    const draft = await stage.write('<p>Hello</p>');
    const stored = stage.outlook.save(draft);
    stage.outlook.close(draft, 'save');
    await stage.send(stage.outlook.reopen(stored));
    return stage.left[0]?.body.includes('<b>x</b>') ?? false;
  },
  'append-again-after-hold': async (start) => {
    const stage = start({
      compose: `await append('<b>x</b>'); event.completed();`,
      onSend: 'event.completed({ allowEvent: false });',
      ask: () => Promise.resolve('dont-send'),
    });
    const draft = await stage.write('<p>Hello</p>');
    await stage.send(draft);
    return !draft.content.body.includes('<b>x</b>');
  },
  'append-shown-in-text': async (start) => {
    const stage = start({ compose: `await append('<b>x</b>'); event.completed();` });
    const draft = await stage.write('<p>Hello</p>');
    draft.setFormat('text');
    await stage.send(draft);
    return stage.left[0]?.body.includes('<b>x</b>') ?? false;
  },
  'append-becomes-attachment': async (start) => {
    const stage = start({ compose: `await append('${PIXEL}'); event.completed();` });
    await sendOne(stage);
    return stage.left[0]?.attachments.length === 1 && !stage.left[0].body.includes('https://track.example');
  },
  'append-drops-attachments': async (start) => {
    const stage = start({ compose: `await append('${PIXEL}'); event.completed();` });
    const draft = await stage.write('<p>Hello</p>');
    draft.attach({ name: 'offer.pdf' });
    await stage.send(draft);
    return stage.left[0]?.attachments.length === 0;
  },
  'write-attaches-pictures': async (start) => {
    const stage = start({ onSend: `await write((await read()) + '${PIXEL}'); event.completed({ allowEvent: true });` });
    const outcome = await sendOne(stage);
    return outcome.result === 'held' && stage.outlook.folder('drafts')[0]?.attachments.length === 1;
  },
  'write-loses-inline-pictures': async (start) => {
    const stage = start({ onSend: 'await write(await read()); event.completed({ allowEvent: true });' });
    await sendOne(stage, INLINE);
    return !(stage.left[0]?.body.includes('cid:picture') ?? false);
  },
  'write-uploads-again-late': async (start) => {
    const stage = start({ onSend: 'await write(await read()); event.completed({ allowEvent: true });' });
    const draft = await stage.write(INLINE);
    const outcome = await stage.send(draft);
    const before = draft.content.body;
    await stage.clock.advance(600);
    return outcome.result === 'held' && draft.content.body !== before;
  },
  'write-throws-on-bad-source': async (start) => {
    const stage = start({
      onSend: `let thrown = null; try { await write('<img src="https://a.example/%E0%A4%A">'); } catch (error) { thrown = error.name; } event.completed({ allowEvent: true, thrown });`,
    });
    await sendOne(stage);
    return stage.said()['thrown'] === 'URIError';
  },
  'word-writes-again': async (start) => {
    const stage = start({ onSend: 'event.completed({ allowEvent: true, body: await read() });' });
    await sendOne(stage, '<p>Hello <a href="https://a.example/?x=1&amp;y=2">there</a></p>');
    const body = String(stage.said()['body']);
    expect(body).toContain('a.example/?x=1&amp;y=2');
    return body.includes('<p class=MsoNormal>Hello');
  },
  'class-and-data-dropped': async (start) => {
    const stage = start({ onSend: 'event.completed({ allowEvent: true, body: await read() });' });
    await sendOne(stage, '<p class="own" data-own="1" title="t">Hello</p>');
    return String(stage.said()['body']).includes('<p title="t">Hello</p>');
  },
  'wrs-pictures': async (start) => {
    const stage = start({
      onSend: `const body = await read(); await ask(item().body, 'prependAsync', '<b>x</b>', { coercionType: 'html' });
        const kept = await read(); await write(body); event.completed({ allowEvent: true, body, kept });`,
    });
    await sendOne(stage, INLINE);
    // What is put before the body leaves its pictures alone.
    expect(String(stage.said()['kept']).replace('<b>x</b>', '')).toBe(stage.said()['body']);
    return String(stage.said()['body']).includes('src="~WRS') && !(stage.left[0]?.body.includes('cid:picture') ?? true);
  },
  'picture-source-missing': async (start) => {
    const stage = start({ onSend: 'event.completed({ allowEvent: true, body: await read() });' });
    await sendOne(stage, INLINE);
    return String(stage.said()['body']).includes('<img>');
  },
  'body-mode-ignored': async (start) => {
    const stage = start({
      onSend: `const { value } = await ask(item().body, 'getAsync', 'html', { bodyMode: Office.MailboxEnums.BodyMode.HostConfig }); event.completed({ allowEvent: true, value });`,
    });
    await stage.send(await answer(stage));
    return String(stage.said()['value']).includes('What?');
  },
  'prepend-fails': async (start) => {
    const stage = start({
      onSend: `const { status } = await ask(item().body, 'prependAsync', '<b>x</b>', { coercionType: 'html' }); event.completed({ allowEvent: true, status });`,
    });
    await sendOne(stage);
    return stage.said()['status'] === 'failed';
  },
  'write-beyond-limit-throws': async (start) => {
    const stage = start({
      onSend: `let thrown = null; let status = null; try { ({ status } = await write('x'.repeat(1000001))); } catch (error) { thrown = error.name; } event.completed({ allowEvent: true, thrown, status });`,
    });
    await sendOne(stage);
    expect(stage.said()['status']).not.toBe('succeeded');
    return stage.said()['thrown'] === 'Sys.ArgumentOutOfRangeException';
  },
  'addin-writes-between': async (start) => {
    const stage = start({
      onSend:
        'const first = await read(); const second = await read(); event.completed({ allowEvent: true, differs: first !== second });',
    });
    await sendOne(stage);
    return stage.said()['differs'] === true;
  },
  'slow-load': async (start) => {
    const stage = start();
    return (await sendOne(stage)).waited >= 3_000;
  },
  'asks-early': async (start) => {
    const stage = start({ onSend: 'setTimeout(() => event.completed({ allowEvent: true }), 4500);' });
    return (await sendOne(stage)).dialogs[0]?.kind === 'slow';
  },
  'asks-again-when-late': async (start) => {
    const stage = start({ onSend: 'setTimeout(() => event.completed({ allowEvent: true }), 6000);' });
    return (await sendOne(stage)).dialogs.some(({ kind }) => kind === 'late');
  },
  'send-lost-after-undo': async (start) => {
    const stage = start({ undoSeconds: 10 });
    const draft = await stage.write('<p>Hello</p>');
    const first = stage.outlook.pressSend(draft);
    await stage.clock.advance(5_000);
    expect(stage.outlook.undoSend(draft)).toBe(true);
    expect((await stage.clock.until(first)).result).toBe('undone');
    const second = await stage.send(draft);
    expect(second.result).toBe('sent');
    return second.handler === null && second.waited >= 300_000;
  },
  'schedule-lost-after-hold': async (start) => {
    const stage = start({ undoSeconds: 10 });
    const draft = await stage.write('<p>Hello</p>');
    const scheduled = stage.outlook.pressSend(draft, { at: Date.UTC(2026, 11, 24) });
    await stage.clock.advance(5_000);
    stage.outlook.undoSend(draft);
    await stage.clock.until(scheduled);
    await stage.send(draft);
    return stage.left[0]?.deliverAfter === null;
  },
  'undo-opens-anew': async (start) => {
    const stage = start({ undoSeconds: 10 });
    const draft = await stage.write('<p>Hello</p>');
    const sending = stage.outlook.pressSend(draft);
    await stage.clock.advance(5_000);
    stage.outlook.undoSend(draft);
    await stage.clock.until(sending);
    await stage.clock.advance(5_000);
    return stage.outlook.runs.filter(({ eventType }) => eventType === 'OnMessageCompose').length === 2;
  },
  'unreachable-blocks': async (start) => {
    const outcome = await sendOne(start({ reachable: false }));
    expect(outcome.dialogs[0]?.kind).toBe('unavailable');
    return outcome.result === 'held';
  },
  'unreachable-waits': async (start) => (await sendOne(start({ reachable: false }))).waited >= 15_000,
  'ends-when-completed': async (start) => {
    const stage = start({
      onSend: `setTimeout(() => fetch('https://app.example/late'), 50); event.completed({ allowEvent: true });`,
    });
    await sendOne(stage);
    await stage.clock.advance(5_000);
    return stage.requests.length === 0;
  },
  'ready-never-runs': async (start) => {
    const stage = start({
      file: `Office.onReady(() => { globalThis.ready = true; });
        Office.actions.associate('send', (event) => setTimeout(() => event.completed({ allowEvent: true, ready: globalThis.ready === true }), 10));`,
    });
    await sendOne(stage);
    return stage.said()['ready'] === false;
  },
  'runtime-without-page': async (start) => {
    const stage = start({
      browserGlobals: { URL, TextEncoder },
      onSend: `event.completed({ allowEvent: true, types: [typeof URL, typeof TextEncoder, typeof Intl, typeof fetch, typeof setTimeout] });`,
    });
    await sendOne(stage);
    return (
      JSON.stringify(stage.said()['types']) ===
      JSON.stringify(['undefined', 'undefined', 'undefined', 'function', 'function'])
    );
  },
  'compose-ends-at-send': async (start) => {
    const stage = start({
      compose: `setTimeout(() => fetch('https://app.example/late'), 60000);`,
    });
    const draft = await stage.write('<p>Hello</p>');
    await stage.send(draft);
    await stage.clock.advance(120_000);
    return stage.requests.length === 0;
  },
  'compose-event-missing': async (start) => {
    const stage = start();
    await stage.write('<p>Hello</p>');
    return stage.outlook.runs.length === 0;
  },
  'compose-event-twice': async (start) => {
    const stage = start({ compose: `setTimeout(() => event.completed(), 1000);` });
    await stage.write('<p>Hello</p>');
    return JSON.stringify(stage.outlook.runs.map(({ completions }) => completions)) === '[0,1]';
  },
  'compose-type-wrong': async (start) => {
    const stage = start({
      onSend: `const { value } = await ask(item(), 'getComposeTypeAsync'); event.completed({ allowEvent: true, type: value.composeType });`,
    });
    await stage.send(await answer(stage));
    return stage.said()['type'] === 'newMail';
  },
  'session-data-late': async (start) => {
    const stage = start({
      compose: `await ask(item().sessionData, 'setAsync', 'name', 'value'); const { value } = await ask(item().sessionData, 'getAllAsync'); event.completed({ value });`,
    });
    await stage.write('<p>Hello</p>');
    return JSON.stringify(stage.said()['value']) === '{}';
  },
  'timers-late': async (start) => {
    const stage = start({ onSend: 'setTimeout(() => event.completed({ allowEvent: true }), 1);' });
    return (await sendOne(stage)).waited >= 900;
  },
  'network-fails-late': async (start) => {
    const stage = start({
      onSend: `fetch('https://app.example/m').then(() => event.completed({ allowEvent: true, went: true }), () => event.completed({ allowEvent: true, went: false }));`,
    });
    const { waited } = await sendOne(stage);
    return stage.said()['went'] === false && stage.requests.length === 0 && waited >= 6_000;
  },
  'token-never-settles': async (start) => {
    const stage = start({
      getToken: () => Promise.resolve('token'),
      onSend: `OfficeRuntime.auth.getAccessToken({}).then((token) => event.completed({ allowEvent: true, token })); setTimeout(() => event.completed({ allowEvent: true }), 4000);`,
    });
    await sendOne(stage);
    return stage.said()['token'] === undefined;
  },
  'token-unsupported': async (start) => {
    const stage = start({
      getToken: () => Promise.resolve('token'),
      onSend: `OfficeRuntime.auth.getAccessToken({}).then(() => event.completed({ allowEvent: true }), (error) => event.completed({ allowEvent: true, code: error.code }));`,
    });
    await sendOne(stage);
    return stage.said()['code'] === 13012;
  },
  'token-prompt-fails': async (start) => {
    const stage = start({
      getToken: () => Promise.resolve('token'),
      onSend: `OfficeRuntime.auth.getAccessToken({ allowSignInPrompt: true }).then(() => event.completed({ allowEvent: true }), (error) => event.completed({ allowEvent: true, code: error.code }));`,
    });
    await sendOne(stage);
    return stage.said()['code'] === 5001;
  },
  'roaming-two-bags': async (start) => {
    const stage = start({
      compose: `Office.context.roamingSettings.set('own', 1); await ask(Office.context.roamingSettings, 'saveAsync'); event.completed();`,
      onSend: `event.completed({ allowEvent: true, own: Office.context.roamingSettings.get('own') });`,
    });
    await sendOne(stage);
    expect(stage.said()['own']).toBe(1);
    return stage.outlook.openPane(null).link.start.roamingSettings['own'] === undefined;
  },
  'roaming-stale': async (start) => {
    const stage = start({
      command: `Office.context.roamingSettings.set('key', 1); await ask(Office.context.roamingSettings, 'saveAsync'); event.completed();`,
      onSend: `event.completed({ allowEvent: true, key: Office.context.roamingSettings.get('key') });`,
    });
    const draft = await stage.write('<p>Hello</p>');
    await stage.clock.until(stage.outlook.pressCommand('command', draft));
    expect(stage.outlook.openPane(null).link.start.roamingSettings['key']).toBe(1);
    await stage.send(draft);
    return stage.said()['key'] === undefined;
  },
  'roaming-whole-bag': async (start) => {
    const stage = start({
      command: `Office.context.roamingSettings.set('second', 1); await ask(Office.context.roamingSettings, 'saveAsync'); event.completed();`,
    });
    const pane = stage.outlook.openPane(null);
    const draft = await stage.write('<p>Hello</p>');
    await stage.clock.until(stage.outlook.pressCommand('command', draft));
    await stage.clock.until(pane.link.call('RoamingSettings.saveAsync', [{ first: 1 }], 0));
    return stage.outlook.openPane(null).link.start.roamingSettings['second'] === undefined;
  },
  'property-null-when-sent': async (start) => (await sentProperties(start, 'compose')) === null,
  'property-at-send-lost': async (start) => (await sentProperties(start, 'onSend')) === null,
  'forward-inherits-properties': async (start) => {
    const stage = start({
      compose: `const { value } = await ask(item(), 'loadCustomPropertiesAsync'); const own = value.get('own'); value.set('own', 1); await ask(value, 'saveAsync'); event.completed({ own });`,
    });
    const { mail } = await sendOne(stage);
    if (mail === null) return false;
    stage.outlook.reply(mail, 'forward');
    await stage.clock.advance(10_000);
    return stage.said()['own'] === 1;
  },
  'property-fails-in-shared': async (start) => {
    const stage = start({
      onSend: `const { error } = await ask(item(), 'loadCustomPropertiesAsync'); event.completed({ allowEvent: true, code: error && error.code });`,
    });
    const draft = await stage.write('<p>Hello</p>');
    draft.edit({ from: { name: 'Sales', address: 'sales@contoso.example' } });
    await stage.send(draft);
    return stage.said()['code'] === 9020;
  },
  'headers-empty-when-sent': async (start) => {
    const stage = start();
    const { mail } = await sendOne(stage);
    const { link } = stage.outlook.openPane(mail);
    const outcome = await stage.clock.until(
      link.call('MessageRead.getAllInternetHeadersAsync', [], link.start.item?.number ?? 0),
    );
    return outcome.ok && outcome.value === '';
  },
  'read-body-cut': async (start) => {
    const stage = start();
    const body = `<p>${'x'.repeat(50_000)}</p>`;
    const mail = stage.outlook.receive({
      from: { name: 'Ada', address: 'ada@fabrikam.example' },
      subject: 'Long',
      body,
    });
    const { link } = stage.outlook.openPane(mail);
    const outcome = await stage.clock.until(link.call('Body.getAsync', ['html', null], link.start.item?.number ?? 0));
    return outcome.ok && String(outcome.value).length < body.length;
  },
};

async function sentProperties(start: Start, where: 'compose' | 'onSend'): Promise<unknown> {
  const save = `const { value } = await ask(item(), 'loadCustomPropertiesAsync'); value.set('own', 1); await ask(value, 'saveAsync');`;
  const stage = start({ [where]: `${save} event.completed({ allowEvent: true });` });
  return (await sendOne(stage)).mail?.customProperties ?? null;
}

/** The row's first client, on which nothing but that row may differ from the documented setting. */
const onlyClient = ({ clients }: Quirk): ClientName => clients[0] ?? 'web';

describe.each(QUIRKS.map((quirk) => ({ ...quirk })))('the quirk $id', (quirk) => {
  const client = onlyClient(quirk);

  it('is seen where it plays', async () => {
    expect(
      await SCENARIOS[quirk.id]((options) => setStage(vm, { client, quirks: { on: [quirk.id] }, ...options })),
    ).toBe(true);
  });

  it('is not seen where it doesn’t', async () => {
    expect(
      await SCENARIOS[quirk.id]((options) => setStage(vm, { client, quirks: { off: [quirk.id] }, ...options })),
    ).toBe(false);
  });
});

describe('the quirk book', () => {
  it.each(CLIENTS.flatMap((client) => SETTINGS.map((setting) => ({ client, setting }))))(
    'plays for $client in $setting exactly the rows that say so',
    ({ client, setting }) => {
      const wanted = QUIRKS.filter(({ clients, settings }) => clients.includes(client) && settings.includes(setting));
      expect(createQuirkBook(client, setting).active).toEqual(wanted);
    },
  );

  it('plays nothing in the documented setting that is only reported, but what both settings share', () => {
    for (const client of CLIENTS) {
      for (const { grade, settings } of createQuirkBook(client, 'documented').active) {
        if (grade === 'reported') expect(settings).toEqual(['documented', 'worst']);
      }
    }
  });

  it('lets quirks that exclude each other take turns', () => {
    const book = createQuirkBook('web', 'worst');
    const played = [1, 2, 3, 4, 5, 6].map((draft) => [
      book.plays('compose-event-missing', draft),
      book.plays('compose-event-twice', draft),
    ]);
    expect(played).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  it('obeys a wish over setting and turn', () => {
    const book = createQuirkBook('web', 'worst', { on: ['compose-event-twice', 'wrs-pictures'], off: ['slow-load'] });
    expect([1, 2, 3].map((draft) => book.plays('compose-event-twice', draft))).toEqual([true, true, true]);
    expect(book.plays('wrs-pictures')).toBe(true);
    expect(book.plays('slow-load')).toBe(false);
  });

  it('counts its rows by grade, and claims no observation', () => {
    const counts = countQuirks();
    expect(counts.documented + counts.reported + counts.observed + counts.assumed).toBe(QUIRKS.length);
    expect(counts.observed).toBe(0);
    expect(counts.reported).toBeGreaterThan(20);
  });

  it('names a source for each row', () => {
    expect(QUIRKS.filter(({ source }) => source === '')).toEqual([]);
    expect(QUIRKS.filter(({ grade, source }) => grade === 'reported' && !/#\d+/.test(source))).toEqual([]);
  });
});
