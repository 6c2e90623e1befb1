import sparticuz from '@sparticuz/chromium';
import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { manifestXml } from './outlook/stage.fixture.ts';

/** The add-in's one file: it tells what its runtime has, and writes the body. */
const HANDLERS = `
  let ready = false;
  Office.onReady(() => { ready = true; });
  Office.actions.associate('compose', (event) => event.completed());
  Office.actions.associate('send', (event) => {
    const { body } = Office.context.mailbox.item;
    const kinds = [typeof document, typeof URL, typeof crypto, typeof localStorage, typeof importScripts, typeof fetch, typeof Intl].join();
    fetch('__ORIGIN__/answer').then((response) => response.text()).then((answer) => {
      body.getAsync('html', (read) => {
        body.setAsync(read.value.replace('Hello', answer), { coercionType: 'html' }, () => event.completed({ allowEvent: true, kinds, ready }));
      });
    });
  });`;

/** Plays Outlook in the page, and leaves a function that writes and sends one mail. */
const STAGE = `
  import { createWallClock } from './outlook/clock.ts';
  import { createOutlook } from './outlook/create-outlook.ts';
  import { readManifest } from './outlook/manifest.ts';
  import { createFrameRuntimes, connectFrame } from './frame-runtimes.ts';
  const locate = (url) => url.replace('https://app.example', location.origin);
  globalThis.sendOne = async (client, missing) => {
    const runtimes = createFrameRuntimes({ shim: '/office.js', container: document.body, loadLimitMs: 1000,
      locate: (url) => missing ? '/nowhere' : locate(url) });
    const manifest = readManifest(globalThis.manifest, 'en-US');
    const outlook = createOutlook({ client, setting: 'documented', clock: createWallClock(), manifest, runtimes });
    const draft = outlook.newMail({ subject: 'Offer' });
    draft.write('<p>Hello</p>');
    const { result, mail, handler, dialogs } = await outlook.pressSend(draft);
    return { result, body: mail.body, handler, dialogs: dialogs.map(({ kind }) => kind), frames: document.querySelectorAll('iframe').length };
  };
  globalThis.showPane = async () => {
    const outlook = createOutlook({ client: 'web', setting: 'documented', clock: createWallClock(), manifest: readManifest(globalThis.manifest, 'en-US'), runtimes: null });
    const mail = outlook.receive({ from: { name: 'Ada', address: 'ada@fabrikam.example' }, subject: 'Question', body: '<p>What?</p>' });
    const pane = outlook.openPane(mail);
    const frame = document.createElement('iframe');
    const errors = [];
    await new Promise((resolve) => {
      connectFrame(frame, pane.link, { onLoaded: resolve, onError: (error) => errors.push(error.message) });
      frame.src = '/pane.html';
      document.body.append(frame);
    });
    const first = await frame.contentWindow.look();
    pane.show(null);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { first, changed: frame.contentWindow.changed, errors };
  };`;

const PANE = `<script src="/office.js"></script><script>
  window.look = () => Office.onReady().then(() => new Promise((resolve) => {
    window.changed = [];
    Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => window.changed.push(Office.context.mailbox.item));
    Office.context.mailbox.item.body.getAsync('html', (read) => resolve([Office.context.mailbox.item.subject, read.value]));
  }));
  setTimeout(() => { throw new Error('of the pane'); }, 0);
</script>`;

async function bundle(source: { entryPoints: string[] } | { stdin: { contents: string; resolveDir: string } }) {
  const { outputFiles } = await build({ ...source, bundle: true, write: false, format: 'iife', target: 'es2022' });
  return outputFiles[0]?.text ?? '';
}

async function serve(): Promise<Server> {
  const shim = await bundle({ entryPoints: [join(__dirname, 'shim.ts')] });
  const stage = await bundle({ stdin: { contents: STAGE, resolveDir: __dirname } });
  const pages: Record<string, [type: string, text: string]> = {
    '/': ['text/html', '<body><script src="/stage.js"></script></body>'],
    '/stage.js': ['text/javascript', stage],
    '/office.js': ['text/javascript', shim],
    '/handlers.html': ['text/html', '<script src="/office.js"></script><script src="/handlers.js"></script>'],
    '/pane.html': ['text/html', PANE],
    '/answer': ['text/plain', 'Hallo'],
  };
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    const found =
      request.url === '/handlers.js'
        ? ['text/javascript', HANDLERS.replace('__ORIGIN__', origin)]
        : pages[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': `${found?.[0] ?? 'text/plain'}; charset=utf-8`,
    });
    response.end(found?.[1] ?? '');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

describe('the stand-in for office.js in a browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await serve();
    browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate((xml) => Object.assign(globalThis, { manifest: xml }), manifestXml());
  });

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });

  it('runs a handler in a hidden frame', async () => {
    expect(await page.evaluate(`sendOne('web')`)).toMatchObject({
      result: 'sent',
      body: expect.stringContaining('<p>Hallo</p>'),
      handler: {
        completions: 1,
        failure: null,
        options: { ready: true, kinds: 'object,function,object,object,undefined,function,object' },
      },
      dialogs: [],
    });
  });

  it('runs it in a worker without what classic Outlook’s runtime lacks', async () => {
    expect(await page.evaluate(`sendOne('classic')`)).toMatchObject({
      result: 'sent',
      body: expect.stringContaining('Hallo'),
      handler: {
        completions: 1,
        failure: null,
        options: { ready: false, kinds: 'undefined,undefined,undefined,undefined,undefined,function,undefined' },
      },
      dialogs: [],
    });
  });

  it.each(['web', 'classic'])('calls a handler unavailable on %s whose file isn’t there', async (client) => {
    expect(await page.evaluate(`sendOne('${client}', true)`)).toMatchObject({
      result: 'sent',
      dialogs: ['unavailable'],
    });
  });

  it('shows a pane the item, tells it of another, and hears what it throws', async () => {
    expect(await page.evaluate('showPane()')).toEqual({
      first: ['Question', '<p>What?</p>'],
      changed: [null],
      errors: ['of the pane'],
    });
  });

  it('says outside of the simulator that there is no Outlook', async () => {
    const alone = await browser.newPage();
    await alone.goto(new URL('/pane.html', page.url()).href);
    expect(await alone.evaluate('Office.onReady()')).toEqual({ host: null, platform: null });
    await alone.close();
  });
});
