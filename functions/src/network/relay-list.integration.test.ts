import { InvocationContext } from '@azure/functions';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { APPLE_RELAY } from '@readback/core';
import type { Hit } from '@readback/core';
import { startAzurite } from '../../local/azurite.ts';
import type { Azurite } from '../../local/azurite.ts';
import { ANNA, createMemoryLedger, createTestApp, messageIdOf, signerOf } from '../app.fixture.ts';
import { createRefreshRelays } from '../handlers/refresh-relays.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createClientNetworks } from './client-networks.ts';
import { createRelayBlob } from './relay-blob.ts';
import { createRelayWatch } from './relay-watch.ts';
import { makeTables } from './tables.fixture.ts';

/** Apple's list as it travels, from Apple's server (played here) over the blob into a hit's facts. */

const TIMER = {
  isPastDue: false,
  schedule: { adjustForDST: true },
  scheduleStatus: { last: '', next: '', lastUpdated: '' },
};

/** What this Apple publishes: the second half of Example Hosting's network. */
const CSV = Array.from({ length: 128 }, (_, at) => `100.0.2.${128 + at}/32,US,US-CA,San Jose,\n`).join('');

let azurite: Azurite;
let apple: Server;
let appleUrl = '';
let answered: number[] = [];
let folder = '';

beforeAll(async () => {
  azurite = await startAzurite({ folder: null, blobs: true });
  folder = await makeTables();
  apple = createServer((request, answer) => {
    const isKnown = request.headers['if-none-match'] === '"v1"';
    answered.push(isKnown ? 304 : 200);
    answer.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end(isKnown ? undefined : CSV);
  });
  await new Promise<void>((resolve) => {
    apple.listen(0, '127.0.0.1', resolve);
  });
  const address = apple.address();
  if (typeof address === 'object' && address !== null) appleUrl = `http://127.0.0.1:${address.port}/list.csv`;
});

afterAll(async () => {
  apple.closeAllConnections();
  apple.close();
  await azurite.stop();
  await rm(folder, { recursive: true });
});

/** The app of another process: it shares nothing with the timer's but the storage account. */
function appOnStorage() {
  const store = createRelayBlob(azurite.connection);
  const hits: Hit[] = [];
  const record: Ledger['record'] = async (_mailbox, _message, hit) => {
    hits.push(hit);
    return 'stored';
  };
  const log = () => undefined;
  const relays = createRelayWatch({ store, now: Date.now, log });
  const networks = createClientNetworks({ folder, cityDatabase: null, relays, log });
  const { app, ask } = createTestApp({ networks, ledger: { ...createMemoryLedger(), record } });
  app.waits = { pixel: 10_000, redirect: 10_000 };
  const path = new URL(signerOf(ANNA).pixelUrl(messageIdOf(1))).pathname;
  const load = async (ip: string): Promise<Hit['network'] | undefined> => {
    await ask('pixel', { path, headers: { 'client-ip': `${ip}:1`, 'user-agent': 'Mozilla/5.0' } });
    return hits.at(-1)?.network;
  };
  return { load };
}

/** Asks until the list has come, which nobody waits for. */
async function eventually<T>(ask: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (isRight(value)) return value;
    await sleep(20);
  }
}

describe('Apple’s relay list', () => {
  const hosting = { asn: 64502, organisation: 'Example Hosting', kind: 'hosting' };
  const relay = { asn: 64502, organisation: APPLE_RELAY, kind: 'privacy-relay' };
  const runTimer = async (connection = azurite.connection): Promise<string[]> => {
    const logged: string[] = [];
    const log = (event: string) => void logged.push(event);
    const store = createRelayBlob(connection);
    await createRefreshRelays({ store, url: appleUrl, fetch, log, minRows: 100 })(TIMER, new InvocationContext());
    return logged;
  };

  it('tells hits through the relay from others, once the timer has fetched it', async () => {
    const { load: loadBefore } = appOnStorage();
    expect(await loadBefore('100.0.2.200')).toEqual(hosting);

    expect(await runTimer()).toEqual(['relay-list-replaced']);
    const { load } = appOnStorage();
    expect(await load('100.0.2.200')).toEqual(hosting);
    const found = await eventually(
      () => load('100.0.2.200'),
      (network) => network?.kind === 'privacy-relay',
    );
    expect(found).toEqual(relay);
    expect(await load('100.0.2.100')).toEqual(hosting);
  });

  it('is asked for by its ETag the next week', async () => {
    answered = [];
    expect(await runTimer()).toEqual([]);
    expect(answered).toEqual([304]);
  });

  it('stays as it is when storage refuses', async () => {
    const wrongKey = azurite.connection.replace(
      /AccountKey=[^;]+/,
      `AccountKey=${Buffer.alloc(64).toString('base64')}`,
    );
    expect(await runTimer(wrongKey)).toEqual(['relay-list-kept']);
    const { load } = appOnStorage();
    expect(
      await eventually(
        () => load('100.0.2.200'),
        (network) => network?.kind === 'privacy-relay',
      ),
    ).toEqual(relay);
  });
});
