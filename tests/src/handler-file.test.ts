import { MAILBOX_SETTING, peekDestination } from '@readback/core';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { bundleHandlers } from '../../scripts/build/handlers.ts';
import { HAND_WRITTEN_MAILS } from './hand-written-mails.fixture.ts';
import { ROOT, storedMailbox, TRACK } from './handler-stage.ts';

const MAX_BYTES = 32 * 1024;
/** Globals of browsers and of Node that classic Outlook's runtime lacks (docs/outlook-quirks.md#no-crypto, #no-location). */
const ABSENT = [
  'document',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'URL',
  'URLSearchParams',
  'DOMParser',
  'crypto',
  'atob',
  'btoa',
  'TextEncoder',
  'TextDecoder',
  'Buffer',
  'process',
  'require',
];

/** What came after the library of 2016, which is all that the sources may call, and packages too (decision 0149). */
const LATER = [
  'Object.entries',
  'Object.values',
  'Object.fromEntries',
  'Object.hasOwn',
  'Array.prototype.at',
  'Array.prototype.flat',
  'Array.prototype.flatMap',
  'Array.prototype.findLast',
  'Array.prototype.toSorted',
  'String.prototype.at',
  'String.prototype.padStart',
  'String.prototype.trimStart',
  'String.prototype.matchAll',
  'String.prototype.replaceAll',
  'Promise.allSettled',
  'Promise.any',
  'Promise.prototype.finally',
  'globalThis.BigInt',
  'globalThis.WeakRef',
  'globalThis.structuredClone',
];

let script = '';

beforeAll(async () => {
  script = await bundleHandlers(ROOT);
});

type Callback = (result: object) => void;
type Handler = (event: { completed(options: object): void }) => void;

/** An Office that knows nothing but what a Send of a new mail with one link asks for. */
function createBareOffice(body: { html: string }) {
  const handlers = new Map<string, Handler>();
  const answer =
    (value: unknown) =>
    (...args: (Callback | object | string | null)[]) => {
      const callback = args.at(-1);
      if (typeof callback === 'function') callback({ status: 'succeeded', value });
    };
  const properties = { get: () => undefined, set: () => undefined, saveAsync: answer(undefined) };
  const item = {
    subject: { getAsync: answer('Offer') },
    to: { getAsync: answer([{ emailAddress: 'ada@fabrikam.example', displayName: 'Ada' }]) },
    cc: { getAsync: answer([]) },
    bcc: { getAsync: answer([]) },
    from: { getAsync: answer({ emailAddress: 'robin.reed@contoso.example' }) },
    body: {
      getTypeAsync: answer('html'),
      getAsync: (_type: string, callback: Callback) => callback({ status: 'succeeded', value: body.html }),
      setAsync: (html: string, _options: object, callback: Callback) => {
        body.html = html;
        callback({ status: 'succeeded' });
      },
      appendOnSendAsync: answer(undefined),
    },
    conversationId: null,
    sessionData: { getAllAsync: answer({}), setAsync: answer(undefined) },
    loadCustomPropertiesAsync: answer(properties),
    getAttachmentsAsync: answer([]),
    getComposeTypeAsync: answer({ composeType: 'newMail' }),
    delayDeliveryTime: { getAsync: answer(0) },
  };
  const office = {
    actions: { associate: (name: string, handler: Handler) => handlers.set(name, handler) },
    onReady: () => new Promise(() => undefined),
    context: {
      requirements: { isSetSupported: () => true },
      diagnostics: { platform: 'PC' },
      displayLanguage: 'en-US',
      sensitivityLabelsCatalog: { getIsEnabledAsync: answer(false) },
      roamingSettings: { get: (name: string) => (name === MAILBOX_SETTING ? storedMailbox() : undefined) },
      mailbox: {
        item,
        diagnostics: { hostName: 'Outlook' },
        userProfile: { emailAddress: 'robin.reed@contoso.example' },
      },
    },
  };
  return { office, handlers };
}

function load(globals: object): vm.Context {
  const context = vm.createContext(globals);
  // V8 brings these along; nobody documents them for that runtime.
  vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly;', context);
  for (const name of LATER) vm.runInContext(`delete ${name};`, context);
  vm.runInContext(script, context, { filename: 'launchevent.js' });
  return context;
}

describe('the built file of the handlers', () => {
  it('weighs at most 32 KB', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(MAX_BYTES);
  });

  it('associates every function of the manifest while it loads, though Office.onReady never answers', () => {
    const { office, handlers } = createBareOffice({ html: '' });
    load({ Office: office, setTimeout, clearTimeout });
    expect([...handlers.keys()].toSorted()).toEqual([
      'onMessageComposeHandler',
      'onMessageSendHandler',
      'toggleTracking',
    ]);
  });

  it('does nothing where there is no Office', () => {
    expect(() => load({})).not.toThrow();
  });

  it('sends where all that a browser or Node would add is missing', async () => {
    const body = { html: '<p>See <a href="https://example.org/">this</a></p>' };
    const { office, handlers } = createBareOffice(body);
    const context = load({
      Office: office,
      setTimeout,
      clearTimeout,
      fetch: () => Promise.reject(new Error('offline')),
    });
    const present = ABSENT.filter((name) => vm.runInContext(`typeof ${name} !== 'undefined'`, context));
    expect(present).toEqual([]);
    const completed = await new Promise((resolve) => handlers.get('onMessageSendHandler')?.({ completed: resolve }));
    expect(completed).toEqual({ allowEvent: true });
    expect(body.html).toContain(`href="${TRACK}/c/`);
    expect(body.html).toContain(`src="${TRACK}/o/`);
  });

  it('lets the mail go where Office can answer nothing at all', async () => {
    const handlers = new Map<string, Handler>();
    const associate = (name: string, handler: Handler): unknown => handlers.set(name, handler);
    load({
      Office: { actions: { associate }, context: {}, onReady: () => Promise.resolve() },
      setTimeout,
      clearTimeout,
    });
    for (const handler of handlers.values()) {
      const completed = new Promise((resolve) => handler({ completed: resolve }));
      await expect(completed).resolves.toEqual({ allowEvent: true });
    }
    expect(handlers.size).toBe(3);
  });

  it.each(HAND_WRITTEN_MAILS)('wraps the links of a mail of $flavour, whatever became of its names', async (mail) => {
    const body = { html: mail.html };
    const { office, handlers } = createBareOffice(body);
    load({ Office: office, setTimeout, clearTimeout, fetch: () => Promise.reject(new Error('offline')) });
    await new Promise((resolve) => handlers.get('onMessageSendHandler')?.({ completed: resolve }));
    const wrapped = Array.from(body.html.matchAll(/\/c\/[\w-]+/g), ([path]) => peekDestination(TRACK + path));
    expect(wrapped).toEqual(mail.tracked);
  });
});
