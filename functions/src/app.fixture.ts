import { HttpRequest, InvocationContext } from '@azure/functions';
import type { HttpHandler, HttpResponseInit } from '@azure/functions';
import { createSigner, mailboxIdOf, mailboxKeyOf, signRegistration } from '@readback/core';
import type { Signer, SigningKey } from '@readback/core';
import type { App } from './app.ts';
import { readConfig } from './config.ts';
import { createOwnCallers } from './hit/own-callers.ts';
import { createLedger } from './ledger/create-ledger.ts';
import { systemSources } from './ledger/ledger-options.ts';
import type { Ledger } from './ledger/ledger.ts';
import { createMemoryStore } from './store/memory-store.ts';
import type { RowStore } from './store/row-store.ts';
import type { ClientNetworks } from './network/client-networks.ts';
import { NOWHERE } from './networks.ts';
import { createRoutes } from './routes.ts';
import { createSecretsGuard } from './secrets-guard.ts';
import { createStorageLook } from './storage-look.ts';
import { goodSettings } from './settings.fixture.ts';
import type { Account } from './sign-in/verify-token.ts';

/** Two people of the company. */
export const ANNA: Account = {
  tid: '11111111-1111-4111-8111-111111111111',
  oid: 'aaaaaaaa-0000-4000-8000-000000000001',
  addresses: ['anna@contoso.com'],
};
export const BEN: Account = { ...ANNA, oid: 'bbbbbbbb-0000-4000-8000-000000000002', addresses: ['ben@contoso.com'] };

/** A line that the app logged. */
interface LogLine {
  event: string;
  facts: object;
}

/** An app over a store in memory, whose bearer tokens are `anna` and `ben`. */
export interface TestApp {
  app: App;
  lines: LogLine[];
  /** Asks a function by its name. */
  ask: (name: string, call: Call) => Promise<HttpResponseInit>;
}

/** A request as the host would hand it over. */
export interface Call {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  /** Whose token goes with it. */
  as?: 'anna' | 'ben';
  /** Text or bytes as they are; anything else as JSON. */
  body?: unknown;
}

/** What of the app differs from one without a fault. */
export interface TestAppOptions {
  settings?: Record<string, string | undefined>;
  /** In place of the one in memory; null: none. */
  ledger?: Ledger | null;
  /** In place of none that is known. */
  networks?: ClientNetworks;
  now?: () => number;
}

const NO_NETWORKS: ClientNetworks = { find: () => Promise.resolve(NOWHERE), notes: () => [] };

/** Builds an app for a test. */
export function createTestApp(options: TestAppOptions = {}): TestApp {
  const lines: LogLine[] = [];
  const log: App['log'] = (event, facts = {}) => {
    lines.push({ event, facts });
  };
  const config = readConfig({ ...goodSettings(), ...options.settings });
  const ledger = options.ledger === undefined ? createMemoryLedger(log) : options.ledger;
  const now = options.now ?? Date.now;
  const secretsGuard = createSecretsGuard(config, ledger);
  const app: App = {
    config,
    ledger,
    networks: options.networks ?? NO_NETWORKS,
    ownCallers: createOwnCallers(config, now),
    verifyToken: config.company === null ? null : async (token) => judge(token),
    secretsGuard,
    lookAtStorage: createStorageLook(secretsGuard, now),
    now,
    log,
    waits: { pixel: 50, redirect: 25 },
  };
  const routes = createRoutes(app, async () => null);
  return {
    app,
    lines,
    ask: async (name, call) => {
      const route = routes.find((each) => each.name === name);
      if (route === undefined) throw new Error(`There is no function ${name}`);
      return await callHandler(route.handler, call);
    },
  };
}

/** A ledger over a store of its own, unless one is given. */
export function createMemoryLedger(log: App['log'] = () => undefined, store: RowStore = createMemoryStore()): Ledger {
  return createLedger({ store, log, ...systemSources });
}

/** Calls a handler with the objects of Microsoft's library. */
async function callHandler(handler: HttpHandler, call: Call): Promise<HttpResponseInit> {
  const headers = { ...call.headers, ...(call.as === undefined ? {} : { authorization: `Bearer ${call.as}` }) };
  const request = new HttpRequest({
    method: call.method ?? 'GET',
    url: `https://readback.contoso.com${call.path}`,
    headers,
    ...(call.body === undefined ? {} : { body: { bytes: bytesOf(call.body) } }),
  });
  return await handler(request, new InvocationContext());
}

/** The signer of a person's mailbox, as the add-in would make it. */
export function signerOf(
  account: Account,
  options: { generation?: number } = {},
): Signer & { key: SigningKey; register: typeof register } {
  const key = keyOf(account, options.generation ?? 0);
  return { ...createSigner({ ...key, origin: 'https://track.contoso.com' }), key, register };
}

/** The path of a registration of exactly this body. */
function register(key: SigningKey, messageId: Uint8Array, body: Uint8Array): string {
  return `/m/${signRegistration(key, messageId, body)}`;
}

/** A message id of its own. */
export function messageIdOf(number: number): Uint8Array {
  const id = new Uint8Array(12).fill(7);
  id[11] = number;
  return id;
}

function judge(token: string): { ok: true; account: Account } | { ok: false; reason: string } {
  if (token === 'anna') return { ok: true, account: ANNA };
  if (token === 'ben') return { ok: true, account: BEN };
  return { ok: false, reason: token === 'keys-unavailable' ? token : 'ERR_JWS_INVALID' };
}

function keyOf(account: Account, generation: number): SigningKey {
  const { company, masters } = readConfig(goodSettings());
  const mailboxId = company && mailboxIdOf(company.idSecret, account.tid, account.oid);
  const master = masters.get(1);
  if (!mailboxId || !master) throw new Error('The settings of the fixture are faulty');
  return { mailboxId, key: mailboxKeyOf(master, mailboxId, generation), epoch: 1, generation };
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}
