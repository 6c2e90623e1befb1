import { subscribe, unsubscribe } from 'node:diagnostics_channel';
// CommonJS: outside a bundle Node finds none of its names.
import azure from '@azure/functions';
import { mailboxIdOf, ownerHashOf } from '@readback/core';
import type { Hit, Registration } from '@readback/core';
import { startAzurite } from '../../functions/local/azurite.ts';
import { createLedger } from '../../functions/src/ledger/create-ledger.ts';
import { mailboxIdFromBytes, parseMessageId } from '../../functions/src/rows/ids.ts';
import type { MessageId } from '../../functions/src/rows/ids.ts';
import { systemSources } from '../../functions/src/ledger/ledger-options.ts';
import type { Ledger, MailboxOwner } from '../../functions/src/ledger/ledger.ts';
import { createMemoryStore } from '../../functions/src/store/memory-store.ts';
import { keysUnder, messageKey } from '../../functions/src/rows/row-keys.ts';
import { MAX_PAGE_ROWS, MAX_WRITES } from '../../functions/src/store/row-store.ts';
import type { RowStore, Write } from '../../functions/src/store/row-store.ts';
import { createTableStore } from '../../functions/src/store/table-store.ts';
import { createRoutes } from '../../functions/src/routes.ts';
import { createBenchApp } from './bench-app.ts';
import { atMost, type Figure } from './figure.ts';
import { inLanes, numbersBelow } from './in-lanes.ts';
import { median } from './median.ts';

/**
 * Storage requests that one request of the pane costs, however much is stored: counted at the store where 100,000 hits are
 * recorded in memory, and as HTTP requests of this process where 10,000 messages lie in Azurite.
 */

/** A message stores 5,000 hits at most, so that 100,000 take twenty. */
const MESSAGES_WITH_HITS = 20;
const FEW_HITS = 100;
const MANY_HITS = 100_000;
const MANY_MESSAGES = 10_000;

/** Changes that are under way at once: as many as the ledger lets wait, and fewer. */
const OPEN_REQUESTS = 1_000;

const hour = 3_600_000;
const account = { tid: '11111111-1111-4111-8111-111111111111', oid: 'aaaaaaaa-0000-4000-8000-000000000001' };

export async function run(): Promise<Figure[]> {
  return [...(await countWith(FEW_HITS)), ...(await countWith(MANY_HITS)), ...(await countDigest())];
}

async function countWith(hits: number): Promise<Figure[]> {
  const { store, count } = countRequests(createMemoryStore());
  const owner = ownerOf(createLedger({ store, log: () => undefined, ...systemSources }));
  await recordHits(owner, hits);
  const pane = await openPane(store);
  const { version } = await pane.ask('get-overview', '/api/overview');
  const cost = async (name: string, path: string): Promise<number> => {
    const before = count();
    await pane.ask(name, path);
    return count() - before;
  };
  const known = `?version=${encodeURIComponent(String(version))}`;
  const polls = [
    await cost('get-overview', `/api/overview${known}`),
    await cost('list-activity', `/api/activity${known}`),
    await cost('list-messages', `/api/messages${known}`),
  ];
  const stored = `${hits.toLocaleString('en')} stored hits`;
  return [
    atMost(1, { name: `a poll that finds nothing, ${stored}`, value: Math.max(...polls), unit: 'requests' }),
    atMost(2, {
      name: `the first page of Activity, ${stored}`,
      value: await cost('get-overview', '/api/overview'),
      unit: 'requests',
    }),
    atMost(2, {
      name: `the first page of a message, ${stored}`,
      value: await cost('get-message', `/api/messages/${idOf(0)}`),
      unit: 'requests',
    }),
  ];
}

async function countDigest(): Promise<Figure[]> {
  const azurite = await startAzurite({ folder: null });
  try {
    const store = createTableStore(azurite.connection);
    const owner = ownerOf(createLedger({ store, log: () => undefined, ...systemSources }));
    await copyMessages(owner, store);
    const { requests, messages, pageMs } = await readDigest(await openPane(store));
    if (messages !== MANY_MESSAGES) throw new Error(`The digest held ${messages} messages`);
    // The head is a row as well.
    const thousands = Math.ceil((messages + 1) / MAX_PAGE_ROWS);
    const bareMs = await bareListMs(owner, store);
    return [
      {
        name: `all ${MANY_MESSAGES.toLocaleString('en')} messages in short, Azurite`,
        value: requests,
        unit: 'requests',
        reference: { name: 'thousands of rows', value: thousands },
        ratio: requests / thousands,
        aim: { atMost: 1 },
      },
      {
        name: 'a page of them',
        value: pageMs,
        unit: 'ms',
        reference: { name: '1,000 whole rows, bare', value: bareMs },
        ratio: pageMs / bareMs,
        aim: { atMost: 1.5 },
      },
    ];
  } finally {
    await azurite.stop();
  }
}

/** Turns all pages of the digest; `requests` are those that left this process. */
async function readDigest(pane: Pane): Promise<{ requests: number; messages: number; pageMs: number }> {
  let requests = 0;
  const note = (): void => {
    requests += 1;
  };
  subscribe('http.client.request.start', note);
  const times: number[] = [];
  let messages = 0;
  for (let after = ''; ;) {
    const start = performance.now();
    const { items, next } = await pane.ask('list-digest', `/api/digest${after}`);
    times.push(performance.now() - start);
    messages += Array.isArray(items) ? items.length : 0;
    if (typeof next !== 'string') break;
    after = `?after=${next}`;
  }
  unsubscribe('http.client.request.start', note);
  return { requests, messages, pageMs: median(times) };
}

/** What a thousand rows cost as they are: Azurite looks through the whole partition for them. */
async function bareListMs({ mailboxId }: Owner, store: RowStore): Promise<number> {
  const times: number[] = [];
  for (let page = 0; page < MANY_MESSAGES / MAX_PAGE_ROWS; page += 1) {
    const range = keysUnder('m!', messageKey(idOf(page * MAX_PAGE_ROWS)));
    const start = performance.now();
    await store.list(mailboxId, { range, limit: MAX_PAGE_ROWS }, new AbortController().signal);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** A store that says how often it was asked. */
function countRequests(store: RowStore): { store: RowStore; count: () => number } {
  let asked = 0;
  const counted: RowStore = {
    read: (...args) => ((asked += 1), store.read(...args)),
    list: (...args) => ((asked += 1), store.list(...args)),
    scan: (...args) => ((asked += 1), store.scan(...args)),
    commit: (...args) => ((asked += 1), store.commit(...args)),
    remove: (...args) => ((asked += 1), store.remove(...args)),
  };
  return { store: counted, count: () => asked };
}

/** A mailbox to write into. */
interface Owner extends MailboxOwner {
  ledger: Ledger;
}

function ownerOf(ledger: Ledger): Owner {
  const { company } = createBenchApp(ledger, {}).config;
  const mailboxId = company && mailboxIdOf(company.idSecret, account.tid, account.oid);
  const ownerHash = company && ownerHashOf(company.idSecret, account.tid, account.oid);
  if (!mailboxId || !ownerHash) throw new Error('The settings of the measurement are faulty');
  const hash = Buffer.from(ownerHash).toString('base64url');
  return { ledger, mailboxId: mailboxIdFromBytes(mailboxId), tenant: account.tid, ownerHash: hash };
}

async function registerMessages({ ledger, ...owner }: Owner, count: number): Promise<void> {
  await ledger.open(owner);
  await inLanes(OPEN_REQUESTS, numbersBelow(count), async (number) => {
    const outcome = await ledger.register(owner.mailboxId, idOf(number), registration);
    if (outcome !== 'created') throw new Error(`A message was ${outcome}`);
  });
}

/** A registered message with hits, so many times: one by one Azurite would take minutes to register them. */
async function copyMessages(owner: Owner, store: RowStore): Promise<void> {
  await recordHits(owner, FEW_HITS);
  const { signal } = new AbortController();
  const values = (await store.read(owner.mailboxId, messageKey(idOf(0)), signal))?.values ?? {};
  for (let start = MESSAGES_WITH_HITS; start < MANY_MESSAGES; start += MAX_WRITES) {
    const count = Math.min(MAX_WRITES, MANY_MESSAGES - start);
    const writes = Array.from({ length: count }, (_, index): Write => {
      return { kind: 'insert', key: messageKey(idOf(start + index)), values };
    });
    const { outcome } = await store.commit(owner.mailboxId, writes, signal);
    if (outcome !== 'committed') throw new Error(`Copies met a ${outcome}`);
  }
}

async function recordHits(owner: Owner, count: number): Promise<void> {
  await registerMessages(owner, MESSAGES_WITH_HITS);
  const { ledger, mailboxId } = owner;
  await inLanes(OPEN_REQUESTS, numbersBelow(count), async (number) => {
    const outcome = await ledger.record(mailboxId, idOf(number % MESSAGES_WITH_HITS), hitNumber(number));
    if (outcome !== 'stored') throw new Error(`A hit was ${outcome}`);
  });
}

/** What a signed-in pane asks for, of a process that has just started and found its secrets unchanged. */
interface Pane {
  ask(name: string, path: string): Promise<Readonly<Record<string, unknown>>>;
}

async function openPane(store: RowStore): Promise<Pane> {
  const ledger = createLedger({ store, log: () => undefined, ...systemSources });
  const verifyToken = async () => ({ ok: true, account: { ...account, addresses: [] } }) as const;
  const routes = createRoutes(createBenchApp(ledger, { verifyToken }), async () => null);
  const ask: Pane['ask'] = async (name, path) => {
    const route = routes.find((each) => each.name === name);
    const url = `https://readback.contoso.com${path}`;
    const request = new azure.HttpRequest({ method: 'GET', url, headers: { authorization: 'Bearer anna' } });
    const answer = await route?.handler(request, new azure.InvocationContext());
    if (answer?.status !== 200) throw new Error(`${path} was answered with ${answer?.status}`);
    const read: unknown = typeof answer.body === 'string' ? JSON.parse(answer.body) : null;
    return typeof read === 'object' && read !== null ? Object.fromEntries(Object.entries(read)) : {};
  };
  await ask('get-preferences', '/api/preferences');
  return { ask };
}

/** The newest message has number 0. */
function idOf(number: number): MessageId {
  const id = parseMessageId(number.toString(16).padStart(24, '0'));
  if (id === null) throw new RangeError(`No message ${number}`);
  return id;
}

const registration: Registration = {
  opens: true,
  links: true,
  ageMs: hour,
  deliverAfter: null,
  subject: 'The offer that we spoke about on Tuesday',
  recipients: ['ben', 'carla', 'dana'].map((name) => ({ address: `${name}@example.com`, name })),
  trackedLinks: [0, 1, 2].map((position) => ({ position, destination: `https://example.com/offers/${position}` })),
  opensReason: null,
  linksReason: null,
  pixelPlace: 'end',
  quotes: [],
  senderDomain: 'contoso.com',
};

/** Every other hit a person's, one a minute. */
function hitNumber(number: number): Hit {
  return {
    kind: 'open',
    at: Date.now() + number * 60_000,
    method: 'GET',
    headers: { 'user-agent': number % 2 === 0 ? OUTLOOK : 'python-requests/2.32.3' },
    network: { asn: 3320, organisation: 'Deutsche Telekom AG', kind: 'access' },
    country: 'DE',
    city: null,
    client: 'q1w2e3r4t5z6u7i8',
    neighbourhood: 'a1s2d3f4g5h6j7k8',
    own: false,
  };
}

const OUTLOOK =
  'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.17000; ms-office; MSOffice 16)';
