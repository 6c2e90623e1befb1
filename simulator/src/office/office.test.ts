import vm from 'node:vm';
import { setStage } from '../outlook/stage.fixture.ts';
import type { StageOptions } from '../outlook/stage.fixture.ts';

/** Runs statements in a send handler; what they put into `seen` is the answer. */
async function run(statements: string, options: StageOptions = {}): Promise<Record<string, unknown>> {
  const stage = setStage(vm, {
    onSend: `const seen = {}; ${statements} event.completed({ allowEvent: true, seen });`,
    ...options,
  });
  await stage.send(await stage.write('<p>Hello</p>'));
  const { seen } = stage.said();
  return typeof seen === 'object' && seen !== null ? { ...seen } : {};
}

const throwing = (call: string): string => `try { ${call} } catch (error) { seen.thrown = error.name; }`;

describe('Office.js', () => {
  it('hands asyncContext through', async () => {
    const seen = await run(
      `seen.result = await new Promise((resolve) => item().body.getTypeAsync({ asyncContext: 7 }, resolve));`,
    );
    expect(seen['result']).toEqual({ status: 'succeeded', value: 'html', error: null, asyncContext: 7 });
  });

  it.each([
    ['a missing callback', 'item().body.getTypeAsync();', 'Sys.ArgumentNullException'],
    ['options that are none', 'item().body.getTypeAsync(1, () => 0);', 'Sys.ArgumentException'],
    ['too many arguments', 'item().body.getTypeAsync({}, () => 0, 1);', 'Sys.ParameterCountException'],
    ['a body that is no text', 'item().body.setAsync(1);', 'Sys.ArgumentTypeException'],
    ['a coercion type that isn’t one', `item().body.getAsync('rtf', () => 0);`, 'Sys.ArgumentException'],
    ['too much to append', `item().body.appendOnSendAsync('x'.repeat(5001));`, 'Sys.ArgumentOutOfRangeException'],
    ['an empty session name', `item().sessionData.setAsync('', 'x');`, 'Sys.ArgumentNullException'],
    ['a session value that is no text', `item().sessionData.setAsync('x', 1);`, 'Sys.ArgumentTypeException'],
    [
      'a notification without icon',
      `item().notificationMessages.addAsync('key', { type: 'informationalMessage', message: 'x', persistent: false });`,
      'Sys.ArgumentNullException',
    ],
    [
      'an icon on an error message',
      `item().notificationMessages.addAsync('key', { type: 'errorMessage', message: 'x', icon: 'y' });`,
      'Sys.ArgumentException',
    ],
    [
      'too long a notification',
      `item().notificationMessages.addAsync('key', { type: 'errorMessage', message: 'x'.repeat(151) });`,
      'Sys.ArgumentOutOfRangeException',
    ],
    [
      'too long a notification key',
      `item().notificationMessages.removeAsync('k'.repeat(33));`,
      'Sys.ArgumentOutOfRangeException',
    ],
  ])('throws at once for %s', async (_, call, name) => {
    expect(await run(throwing(call))).toEqual({ thrown: name });
  });

  it('throws for more custom properties than an item holds', async () => {
    const seen = await run(`
      const { value } = await ask(item(), 'loadCustomPropertiesAsync');
      value.set('long', 'x'.repeat(2500));
      ${throwing('value.saveAsync();')}`);
    expect(seen).toEqual({ thrown: 'Sys.ArgumentOutOfRangeException' });
  });

  it('fails for more roaming settings than a mailbox holds', async () => {
    const seen = await run(`
      Office.context.roamingSettings.set('long', 'x'.repeat(33000));
      seen.code = (await ask(Office.context.roamingSettings, 'saveAsync')).error.code;`);
    expect(seen).toEqual({ code: 9019 });
  });

  it('fails for HTML in a plain text body', async () => {
    const stage = setStage(vm, {
      onSend: `const { error } = await write('<b>x</b>'); event.completed({ allowEvent: true, name: error.name });`,
    });
    const draft = await stage.write('<p>Hello <a href="https://a.example/">there</a></p>');
    draft.setFormat('text');
    await stage.send(draft);
    expect(stage.said()['name']).toBe('InvalidFormatError');
    expect(stage.left[0]?.body).toBe('Hello there<https://a.example/>');
  });

  it('fails with error 1000 for a coercion type that bodies don’t have', async () => {
    expect(
      await run(`seen.code = (await ask(item().body, 'setAsync', 'x', { coercionType: 'table' })).error.code;`),
    ).toEqual({
      code: 1000,
    });
  });

  it('keeps session data and custom properties with the item', async () => {
    const seen = await run(
      `
      seen.session = (await ask(item().sessionData, 'getAllAsync')).value;
      const { value } = await ask(item(), 'loadCustomPropertiesAsync');
      seen.property = value.get('own');
      seen.missing = (await ask(item().sessionData, 'getAsync', 'other')).error.code;`,
      {
        compose: `
          await ask(item().sessionData, 'setAsync', 'name', 'value');
          const { value } = await ask(item(), 'loadCustomPropertiesAsync');
          value.set('own', 'kept');
          await ask(value, 'saveAsync');
          event.completed();`,
      },
    );
    expect(seen).toEqual({ session: { name: 'value' }, property: 'kept', missing: 9050 });
  });

  it('refuses more session data than the client holds', async () => {
    const fill = `seen.code = (await ask(item().sessionData, 'setAsync', 'a', 'x'.repeat(50000))).error?.code;`;
    expect(await run(fill, { client: 'mac' })).toEqual({ code: 9051 });
    expect(await run(fill, { client: 'web' })).toEqual({});
  });

  it('reads and writes subject, recipients and sender', async () => {
    const seen = await run(`
      await ask(item().subject, 'setAsync', 'Changed');
      await ask(item().cc, 'addAsync', ['cc@example.org', { displayName: 'Two', emailAddress: 'two@example.org' }]);
      seen.subject = (await ask(item().subject, 'getAsync')).value;
      seen.to = (await ask(item().to, 'getAsync')).value.map((one) => one.emailAddress);
      seen.cc = (await ask(item().cc, 'getAsync')).value.map((one) => one.displayName);
      seen.from = (await ask(item().from, 'getAsync')).value.emailAddress;`);
    expect(seen).toEqual({
      subject: 'Changed',
      to: ['ada@fabrikam.example'],
      cc: ['cc@example.org', 'Two'],
      from: 'robin.reed@contoso.example',
    });
  });

  it('tells delay and label', async () => {
    const stage = setStage(vm, {
      profile: { labels: [{ id: 'secret', name: 'Secret', encrypts: true }] },
      onSend: `
        const none = (await ask(item().delayDeliveryTime, 'getAsync')).value;
        await ask(item().delayDeliveryTime, 'setAsync', new Date(Date.UTC(2027, 0, 1)));
        const { value } = await ask(item().delayDeliveryTime, 'getAsync');
        const label = (await ask(item().sensitivityLabel, 'getAsync')).value;
        const enabled = (await ask(Office.context.sensitivityLabelsCatalog, 'getIsEnabledAsync')).value;
        event.completed({ allowEvent: true, none, at: value.getTime(), label, enabled });`,
    });
    const draft = await stage.write('<p>Hello</p>');
    draft.edit({ label: { id: 'secret', name: 'Secret', encrypts: true } });
    await stage.send(draft);
    expect(stage.said()).toMatchObject({ none: 0, at: Date.UTC(2027, 0, 1), label: 'secret', enabled: true });
    expect(stage.left[0]?.deliverAfter).toBe(Date.UTC(2027, 0, 1));
  });

  it('shows, replaces and counts notifications', async () => {
    const note = (key: string, method: string): string =>
      `(await ask(item().notificationMessages, '${method}', '${key}', { type: 'errorMessage', message: '${key}' })).status`;
    const stage = setStage(vm, {
      compose: `
        const seen = [${['a', 'b', 'c', 'd', 'e', 'f'].map((key) => note(key, 'addAsync')).join(', ')}];
        seen.push(${note('a', 'addAsync')}, ${note('a', 'replaceAsync')});
        event.completed({ seen });`,
    });
    const draft = await stage.write('');
    const done = 'succeeded';
    expect(stage.said()['seen']).toEqual([done, done, done, done, done, 'failed', 'failed', done]);
    expect(draft.notifications.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('gives a token where there is one, and a numbered error where there is none', async () => {
    const ask = `await OfficeRuntime.auth.getAccessToken({}).then((token) => { seen.token = token; }, (error) => { seen.code = error.code; });`;
    expect(await run(ask, { getToken: () => Promise.resolve('a.b.c') })).toEqual({ token: 'a.b.c' });
    expect(await run(ask)).toEqual({ code: 13001 });
    const refusing = { getToken: () => Promise.reject(Object.assign(new Error('no'), { code: 13003 })) };
    expect(await run(ask, refusing)).toEqual({ code: 13003 });
  });

  it.each([
    ['web', 'OutlookWebApp', 'OfficeOnline', 'function'],
    ['classic', 'Outlook', 'PC', 'undefined'],
    ['mac', 'Outlook', 'Mac', 'function'],
  ] as const)('says on %s where it runs', async (client, hostName, platform, url) => {
    const seen = await run(
      `seen.hostName = Office.context.mailbox.diagnostics.hostName;
       seen.platform = Office.context.diagnostics.platform;
       seen.theme = typeof Office.context.officeTheme;
       seen.url = typeof URL;`,
      { client, browserGlobals: { URL } },
    );
    expect(seen).toEqual({ hostName, platform, theme: 'undefined', url });
  });

  it('gives new Outlook for Windows its own name', async () => {
    const seen = await run('seen.hostName = Office.context.mailbox.diagnostics.hostName;', { newWindows: true });
    expect(seen).toEqual({ hostName: 'newOutlookWindows' });
  });

  it.each([
    ['throws', `try { await read(); } catch (error) { seen.how = 'threw'; }`, 'threw'],
    ['fails', `seen.how = (await ask(item().body, 'getAsync', 'html')).status;`, 'failed'],
    [
      'silent',
      `seen.how = await Promise.race([read(), new Promise((resolve) => setTimeout(() => resolve('nothing'), 60000))]);`,
      'nothing',
    ],
  ] as const)('lets a call go wrong that is to go wrong: %s', async (fault, statements, how) => {
    expect(await run(statements, { faults: { 'Body.getAsync': fault } })).toEqual({ how });
  });

  it('reports what a callback throws as the run’s failure', async () => {
    const stage = setStage(vm, { onSend: `item().body.getTypeAsync(() => { throw new Error('broken'); });` });
    const outcome = await stage.send(await stage.write(''));
    expect(outcome.handler?.failure).toBe('broken');
    expect(outcome.handler?.completions).toBe(0);
    expect(outcome.dialogs.map(({ kind }) => kind)).toEqual(['slow', 'timeout']);
  });
});
