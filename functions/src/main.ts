import { app as host } from '@azure/functions';
import { createRemoteJWKSet } from 'jose';
import { fileURLToPath } from 'node:url';
import type { App } from './app.ts';
import { loadConfig } from './config.ts';
import type { Config } from './config.ts';
import { createOwnCallers } from './hit/own-callers.ts';
import { createLedger } from './ledger/create-ledger.ts';
import { systemSources } from './ledger/ledger-options.ts';
import type { Ledger } from './ledger/ledger.ts';
import { createTableStore } from './store/table-store.ts';
import { errorFacts, logToConsole } from './log.ts';
import { createClientNetworks } from './network/client-networks.ts';
import type { RelayStore } from './network/refresh-relay-list.ts';
import { createRelayBlob } from './network/relay-blob.ts';
import { createRelayWatch } from './network/relay-watch.ts';
import { createRoutes } from './routes.ts';
import { createSecretsGuard } from './secrets-guard.ts';
import { createTokenCheck, keysAddressOf } from './sign-in/verify-token.ts';
import { openStaticFolder } from './static/static-folder.ts';
import { createStorageLook } from './storage-look.ts';
import { createTimers } from './timers.ts';

/** How long the picture and the redirect wait for their hit, in milliseconds (design §4). */
const WAITS = { pixel: 500, redirect: 250 };

/** Azure ends the process five seconds after its notice (WorkerConstants of the Functions host). */
const FLUSH_MS = 4_000;

/** Entra's new keys are fetched when a token names one; how long a withdrawn one may still be believed. */
const KEYS_MAX_AGE_MS = 3_600_000;

/** Null where no storage is set, or where its setting says nothing that the SDK understands. */
function openLedger(config: Config): { ledger: Ledger | null; config: Config } {
  if (config.tables === null) return { ledger: null, config };
  try {
    const store = createTableStore(config.tables);
    return { ledger: createLedger({ store, log: logToConsole, ...systemSources }), config };
  } catch (error) {
    logToConsole('storage-not-opened', errorFacts(error));
    const problem = {
      setting: 'TABLES_CONNECTION',
      problem: 'Storage cannot be opened with it.',
      remedy: 'Copy the connection string, or the address of the account, once more.',
    };
    return { ledger: null, config: { ...config, company: null, problems: [...config.problems, problem] } };
  }
}

/** Null where no storage is set, or where its setting tells of no blobs. */
function openRelayStore({ tables }: Config): RelayStore | null {
  return tables === null ? null : createRelayBlob(tables);
}

function buildApp(loaded: Config, relayStore: RelayStore | null): App {
  const { ledger, config } = openLedger(loaded);
  const { company } = config;
  const now = (): number => systemSources.clock.now();
  const keys =
    company === null ? null : createRemoteJWKSet(keysAddressOf(company.tenantId), { cacheMaxAge: KEYS_MAX_AGE_MS });
  const networks = createClientNetworks({
    folder: fileURLToPath(new URL('networks/', import.meta.url)),
    cityDatabase: config.cityDatabase,
    relays: createRelayWatch({ store: relayStore, now, log: logToConsole }),
    log: logToConsole,
  });
  const secretsGuard = createSecretsGuard(config, ledger);
  return {
    config,
    ledger,
    networks,
    ownCallers: createOwnCallers(config, now),
    verifyToken: company === null || keys === null ? null : createTokenCheck(company, keys, now),
    secretsGuard,
    lookAtStorage: createStorageLook(secretsGuard, now),
    now,
    log: logToConsole,
    waits: WAITS,
  };
}

const config = loadConfig();
const relayStore = openRelayStore(config);
const app = buildApp(config, relayStore);
const files = openStaticFolder(new URL('public/', import.meta.url));

for (const { name, methods, path, handler } of createRoutes(app, files)) {
  host.http(name, { route: path, methods: [...methods], authLevel: 'anonymous', handler });
}

for (const { name, schedule, handler } of createTimers(app, relayStore)) {
  host.timer(name, { schedule, handler });
}

host.hook.appTerminate(async () => {
  await app.ledger?.flush(FLUSH_MS);
});
