import { randomBytes } from 'node:crypto';
// CommonJS: outside a bundle Node finds none of its names.
import azure from '@azure/functions';
import type { HttpHandler } from '@azure/functions';
import { createSigner, decodeHex, fold, initialState, mailboxKeyOf } from '@readback/core';
import type { Hit, MessageContext, NumberedHit } from '@readback/core';
import { startAzurite } from '../../functions/local/azurite.ts';
import type { App } from '../../functions/src/app.ts';
import { createPixel } from '../../functions/src/handlers/pixel.ts';
import { createRedirect } from '../../functions/src/handlers/redirect.ts';
import { createLedger } from '../../functions/src/ledger/create-ledger.ts';
import { mailboxIdFromBytes, messageIdFromBytes } from '../../functions/src/rows/ids.ts';
import { systemSources } from '../../functions/src/ledger/ledger-options.ts';
import type { Ledger } from '../../functions/src/ledger/ledger.ts';
import { createTableStore } from '../../functions/src/store/table-store.ts';
import { createClientNetworks } from '../../functions/src/network/client-networks.ts';
import { createRelayWatch } from '../../functions/src/network/relay-watch.ts';
import { createBenchApp } from './bench-app.ts';
import type { Figure } from './figure.ts';
import { inLanes } from './in-lanes.ts';
import { median } from './median.ts';
import { pathOfBuilt } from './project.ts';

/**
 * What judging costs: verdicts per second on one core, and their share of all that this process does for a hit, from the
 * request that the host hands over to the transaction that Azurite has answered.
 */

const ROUNDS = 5;
const MESSAGES = 60;
const HITS_PER_MESSAGE = 30;
/** Requests that are open at once. */
const OPEN_REQUESTS = 64;
/** How often the same hits are judged: once is too short to be measured. */
const REPEATS = 10;

/** The aims: judging must never be what a burst waits for, and at most a fifth of a hit's cost. */
const MIN_VERDICTS_PER_SECOND = 10_000;
const MAX_SHARE = 0.2;

const hour = 3_600_000;

const context: MessageContext = {
  sentAt: Date.now() - hour,
  deliverAfter: null,
  trackedLinks: 8,
  recipientDomains: ['example.com'],
  senderDomain: 'contoso.com',
};

export async function run(): Promise<Figure[]> {
  const folder = await pathOfBuilt('networks');
  const azurite = await startAzurite({ folder: null });
  const whole: number[] = [];
  const judging: number[] = [];
  try {
    // The first round warms up and doesn't count.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const { microsPerHit, hits } = await takeHits(azurite.connection, folder);
      const judged = judgeAll(hits);
      if (round === 0) continue;
      whole.push(microsPerHit);
      judging.push(judged);
    }
  } finally {
    await azurite.stop();
  }
  const perVerdict = median(judging);
  const perHit = median(whole);
  const rate = 1e6 / perVerdict;
  return [
    {
      name: 'verdicts on one core',
      value: rate,
      unit: 'per s',
      reference: null,
      ratio: rate,
      aim: { atLeast: MIN_VERDICTS_PER_SECOND },
    },
    {
      name: 'judging and counting a hit',
      value: perVerdict,
      unit: 'µs',
      reference: { name: 'all that this process does for it', value: perHit },
      ratio: perVerdict / perHit,
      aim: { atMost: MAX_SHARE },
    },
  ];
}

/** Hits as they reached the ledger, by message. */
type HitsByMessage = ReadonlyMap<string, readonly NumberedHit[]>;

/** Sends hits through the handlers and says what one costs, in microseconds of this process's time. */
async function takeHits(connection: string, folder: string): Promise<{ microsPerHit: number; hits: HitsByMessage }> {
  const hits = new Map<string, NumberedHit[]>();
  const table = `verdicts${randomBytes(4).toString('hex')}`;
  const ledger = createLedger({
    store: createTableStore(connection, { table }),
    log: () => undefined,
    ...systemSources,
  });
  const noting: Ledger = {
    ...ledger,
    record: (mailboxId, messageId, hit) => {
      const known = hits.get(messageId) ?? [];
      hits.set(messageId, [...known, { n: known.length, hit }]);
      return ledger.record(mailboxId, messageId, hit);
    },
  };
  const log = (): void => undefined;
  const relays = createRelayWatch({ store: null, now: Date.now, log });
  const app = createBenchApp(noting, {
    networks: createClientNetworks({ folder, cityDatabase: null, relays, log }),
  });
  const requests = await prepare(app, ledger);
  const handlers = { open: createPixel(app), click: createRedirect(app) };
  const before = process.cpuUsage();
  await askAll(requests, handlers);
  const { user, system } = process.cpuUsage(before);
  return { microsPerHit: (user + system) / requests.length, hits };
}

/** Microseconds that judging and counting one of the hits takes. */
function judgeAll(hits: HitsByMessage): number {
  let judged = 0;
  const before = process.cpuUsage();
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const all of hits.values()) {
      let state = initialState();
      for (const hit of all) state = fold(state, hit, context).state;
      judged += all.length;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / judged;
}

interface Asked {
  kind: Hit['kind'];
  url: string;
  headers: Record<string, string>;
}

/** Opens a mailbox, registers its messages, and thinks up who asks for what. */
async function prepare({ config }: App, ledger: Ledger): Promise<readonly Asked[]> {
  const mailboxId = new Uint8Array(8).fill(5);
  const key = mailboxKeyOf(config.masters.get(0) ?? new Uint8Array(32), mailboxId, 0);
  const signer = createSigner({ origin: 'https://go.contoso.com', mailboxId, key, epoch: 0, generation: 0 });
  const id = mailboxIdFromBytes(mailboxId);
  await ledger.open({ mailboxId: id, tenant: 'bench', ownerHash: 'owner' });
  const asked: Asked[] = [];
  for (let message = 0; message < MESSAGES; message += 1) {
    const messageId = decodeHex(message.toString(16).padStart(24, '0')) ?? new Uint8Array(12);
    await ledger.register(id, messageIdFromBytes(messageId), {
      opens: true,
      links: true,
      ageMs: hour,
      deliverAfter: null,
      subject: 'Offer',
      recipients: [{ address: 'ben@example.com', name: 'Ben' }],
      trackedLinks: Array.from({ length: 8 }, (_, position) => ({ position, destination: 'https://example.com/' })),
      opensReason: null,
      linksReason: null,
      pixelPlace: 'end',
      quotes: [],
      senderDomain: 'contoso.com',
    });
    for (let hit = 0; hit < HITS_PER_MESSAGE; hit += 1) {
      const headers = ASKERS[(message + hit) % ASKERS.length] ?? {};
      const isClick = hit % 3 === 0;
      asked.push({
        kind: isClick ? 'click' : 'open',
        url: isClick ? signer.linkUrl(messageId, hit % 8, 'https://example.com/') : signer.pixelUrl(messageId),
        headers: { ...headers, 'client-ip': `${headers['client-ip'] ?? '80.187.0.'}${(hit * 7) % 250}:4711` },
      });
    }
  }
  return asked;
}

async function askAll(asked: readonly Asked[], handlers: Record<Hit['kind'], HttpHandler>): Promise<void> {
  await inLanes(OPEN_REQUESTS, asked, async ({ kind, url, headers }) => {
    const request = new azure.HttpRequest({ method: 'GET', url, headers });
    await handlers[kind](request, new azure.InvocationContext());
  });
}

const BROWSER = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'accept-language': 'de-DE,de;q=0.9,en;q=0.8',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
};

/** People, picture servers and filters, each with the start of an address of theirs. */
const ASKERS: readonly Readonly<Record<string, string>>[] = [
  {
    'user-agent':
      'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.17000; ms-office; MSOffice 16)',
    'client-ip': '80.187.0.',
  },
  {
    ...BROWSER,
    'user-agent':
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'client-ip': '79.240.12.',
  },
  {
    'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    'client-ip': '66.249.93.',
  },
  { 'user-agent': 'Mozilla/5.0', 'client-ip': '172.224.226.' },
  {
    ...BROWSER,
    'user-agent':
      'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/72.0.3626.109 Safari/537.36',
    'client-ip': '40.94.89.',
  },
  { 'user-agent': 'python-requests/2.32.3', 'client-ip': '52.28.10.' },
];
