import { DEFAULT_CLIENTS, DRAFT_KEY, MAILBOX_SETTING, parseDraft } from '@readback/core';
import type { DraftState, Registration, StoredMailbox, TenantSettings } from '@readback/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { createVirtualClock } from '../../simulator/src/outlook/virtual-clock.fixture.ts';
import type { VirtualClock } from '../../simulator/src/outlook/virtual-clock.fixture.ts';
import { createOutlook } from '../../simulator/src/outlook/create-outlook.ts';
import { createMemoryStorage } from '../../simulator/src/outlook/mail-store.ts';
import type { MailContent, OutgoingMail } from '../../simulator/src/outlook/mail.ts';
import { readManifest } from '../../simulator/src/outlook/manifest.ts';
import type { Draft, Outlook, OutlookOptions } from '../../simulator/src/outlook/outlook.ts';
import { createScriptRuntimes } from '../../simulator/src/outlook/script-runtimes.ts';
import type { ScriptEngine } from '../../simulator/src/outlook/script-runtimes.ts';

/** The project. */
export const ROOT = join(__dirname, '../..');
const APP = 'https://localhost:7071';
export const TRACK = 'https://track.contoso.example';
/** What the sender may have to wait for the send handler. */
export const HANDLER_LIMIT_MS = 2_500;
export const ADA = { name: 'Ada', address: 'ada@fabrikam.example' };

const MANIFEST = readManifest(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'), 'en-US');

/** What the pane stored after it fetched the key. */
export function storedMailbox(settings: Partial<TenantSettings> = {}): StoredMailbox {
  return {
    appOrigin: APP,
    mailboxId: 'AQIDBAUGBwg',
    key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
    epoch: 3,
    generation: 1,
    personal: { opens: true, links: true },
    settings: {
      tracking: 'on',
      opens: true,
      links: true,
      trackingOrigin: TRACK,
      site: null,
      clients: DEFAULT_CLIENTS,
      leaveUrlText: true,
      leaveSignature: true,
      excludedHosts: [],
      excludedPatterns: [],
      otherSenders: false,
      harmlessLabels: [],
      contact: 'privacy@contoso.example',
      signIn: {
        tenantId: '11111111-2222-3333-4444-555555555555',
        clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa',
        scope: 'api://localhost:7071/66666666-7777-8888-9999-aaaaaaaaaaaa/access_as_user',
      },
      ...settings,
    },
  };
}

/** What is special about a stage. */
export interface HandlerStageOptions extends Partial<
  Omit<OutlookOptions, 'manifest' | 'runtimes' | 'clock' | 'storage'>
> {
  /** What the pane stored; null: nobody opened it yet. Default: a key, everything on. */
  stored?: StoredMailbox | null;
  /** What the server answers; default: all is well. */
  serve?: (path: string) => Promise<{ status: number; text: string }>;
}

/** The built handlers in a simulated Outlook. */
export interface HandlerStage {
  outlook: Outlook;
  clock: VirtualClock;
  /** What left the mailbox, oldest first. */
  left: OutgoingMail[];
  /** `POST /m` as it arrived, oldest first. */
  registrations: Registration[];
  /** All requests: method and path, without tokens. */
  requests: string[];
  /** Opens a new mail, lets the handlers work, types, and lets the sender think. */
  write(html: string, change?: Partial<MailContent>): Promise<Draft>;
  /** Lets the handlers of a draft that was just opened work. */
  settle(): Promise<void>;
  /** The pane stores another key. */
  store(stored: StoredMailbox): void;
  /** What the handlers left in the custom property of a mail. */
  stateOf(mailId: string): DraftState | null;
}

const THINKING_MS = 20_000;

/** What a page of a browser has and the JavaScript-only runtime lacks. */
const PAGE_GLOBALS = { URL, TextEncoder, TextDecoder, crypto, atob, btoa, location: { origin: APP } };

export function setHandlerStage(script: string, given: HandlerStageOptions): HandlerStage {
  const { stored = storedMailbox(), serve = serveWell, ...options } = given;
  const clock = createVirtualClock();
  const storage = createMemoryStorage();
  const store = (mailbox: StoredMailbox): void => storage.set('roamingSettings', { [MAILBOX_SETTING]: mailbox });
  if (stored !== null) store(stored);
  const left: OutgoingMail[] = [];
  const registrations: Registration[] = [];
  const requests: string[] = [];
  const runtimes = createScriptRuntimes({
    engine: engineWith(clock),
    clock,
    files: { [`${APP}/launchevent.html`]: script, [`${APP}/launchevent.js`]: script },
    browserGlobals: PAGE_GLOBALS,
    fetch: async (url, init) => {
      const path = url.slice(APP.length);
      const body: unknown = init === undefined ? null : Reflect.get(init, 'body');
      requests.push(path.replace(/^\/m\/.*/, '/m'));
      const { status, text } = await serve(path);
      if (path.startsWith('/m/') && typeof body === 'string') registrations.push(JSON.parse(body));
      return { status, text: () => Promise.resolve(text) };
    },
  });
  const outlook = createOutlook({
    client: 'web',
    setting: 'documented',
    manifest: MANIFEST,
    mailTransport: (mail) => {
      left.push(mail);
    },
    ...options,
    clock,
    storage,
    runtimes,
  });
  return {
    outlook,
    clock,
    left,
    registrations,
    requests,
    store,
    settle: () => clock.advance(THINKING_MS),
    write: async (html, change = {}) => {
      const draft = outlook.newMail({ subject: 'Offer', to: [ADA], ...change });
      await clock.advance(THINKING_MS);
      draft.write(html);
      await clock.advance(THINKING_MS);
      return draft;
    },
    stateOf: (mailId) => {
      const text: unknown = outlook.find(mailId)?.customProperties?.[DRAFT_KEY];
      return typeof text === 'string' ? parseDraft(text) : null;
    },
  };
}

/** Code that was compiled before; each runtime of a stage runs the same file. */
const compiled = new Map<string, vm.Script>();

function compile(code: string, filename: string): vm.Script {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  const fresh = new vm.Script(code, { filename });
  compiled.set(code, fresh);
  return fresh;
}

/** Contexts in which Outlook's clock is the only one. */
function engineWith(clock: VirtualClock): ScriptEngine {
  return {
    createContext: (globals) => {
      const context = vm.createContext(globals);
      const date: unknown = vm.runInContext('Date', context);
      if (typeof date === 'function') Object.assign(date, { now: () => clock.now() });
      return context;
    },
    runInContext: (code, context, { filename }) => compile(code, filename).runInContext(context),
  };
}

function serveWell(path: string): Promise<{ status: number; text: string }> {
  const { appOrigin: _, settings, ...key } = storedMailbox();
  if (path === '/settings') return Promise.resolve({ status: 200, text: JSON.stringify(settings) });
  if (path === '/api/mailbox') return Promise.resolve({ status: 200, text: JSON.stringify({ ...key, settings }) });
  return Promise.resolve({ status: 200, text: '{}' });
}
