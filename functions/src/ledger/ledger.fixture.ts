import { foldAll, type Hit, type Registration } from '@readback/core';
import type { Log, LogFacts } from '../log.ts';
import { readHit } from '../rows/hit-row.ts';
import { parseMailboxId, parseMessageId, type MailboxId, type MessageId } from '../rows/ids.ts';
import { readMessage } from '../rows/message-row.ts';
import { contextOf, heldMessage } from '../rows/stored-message.ts';
import type { Row, RowPage, RowStore, RowValues, Write } from '../store/row-store.ts';
import { systemClock, type Clock } from './clock.ts';
import { createLedger } from './create-ledger.ts';
import type { LedgerLimits, LedgerOptions } from './ledger-options.ts';
import type { Ledger, Mailbox, MailboxOwner } from './ledger.ts';
import { numberHit } from './stored-hits.ts';

/** A clock that a test sets; pauses last as long as they should, since they are short. */
export interface TestClock extends Clock {
  set(at: number): void;
  pass(ms: number): void;
}

export const NOON = Date.UTC(2026, 10, 21, 12);
export const DAY_MS = 24 * 3_600_000;

export function createTestClock(start = NOON): TestClock {
  let at = start;
  return {
    now: () => at,
    sleep: (ms, signal) => systemClock.sleep(ms, signal),
    set: (moment) => (at = moment),
    pass: (ms) => (at += ms),
  };
}

/** Numbers that look like chance and are the same in each run (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let drawn = 0;

/** Entropy that no two ledgers of a test run share. */
export function drawEntropy(): string {
  return (drawn += 1).toString(16).padStart(16, '0');
}

/** A ledger as a test wants it, with the lines that it logged. */
export interface TestLedger extends Ledger {
  lines: { event: string; facts: LogFacts }[];
  clock: TestClock;
}

export function createTestLedger(
  store: RowStore,
  {
    clock = createTestClock(),
    seed = 1,
    limits = {},
  }: { clock?: TestClock; seed?: number; limits?: Partial<LedgerLimits> } = {},
): TestLedger {
  const lines: TestLedger['lines'] = [];
  const log: Log = (event, facts = {}) => lines.push({ event, facts });
  const options: LedgerOptions = { store, log, clock, jitter: createChance(seed), entropy: drawEntropy, limits };
  return { ...createLedger(options), lines, clock };
}

export function mailboxId(number: number): MailboxId {
  const id = parseMailboxId(number.toString(16).padStart(16, '0'));
  if (id === null) throw new RangeError(`No mailbox ${number}`);
  return id;
}

/** Message 0 is the newest. */
export function messageId(number: number): MessageId {
  const id = parseMessageId(`${number.toString(16).padStart(12, '0')}abcdefabcdef`);
  if (id === null) throw new RangeError(`No message ${number}`);
  return id;
}

export function ownerOf(mailbox: MailboxId, ownerHash = 'hash-of-anna'): MailboxOwner {
  return { mailboxId: mailbox, tenant: 'contoso', ownerHash };
}

/** Anna's mailbox. */
const ANNAS = mailboxId(1);

export async function opened(ledger: TestLedger): Promise<Mailbox> {
  const box = await ledger.open(ownerOf(ANNAS));
  if (box === null) throw new Error("Anna's mailbox is hers");
  return box;
}

export function registrationOf(more: Partial<Registration> = {}): Registration {
  return {
    opens: true,
    links: true,
    ageMs: 3_600_000,
    deliverAfter: null,
    subject: 'Offer',
    recipients: [{ address: 'ben@example.com', name: 'Ben' }],
    trackedLinks: [{ position: 1, destination: 'https://example.com/offer' }],
    opensReason: null,
    linksReason: null,
    pixelPlace: 'before-history',
    quotes: [],
    senderDomain: 'contoso.com',
    ...more,
  };
}

const OUTLOOK =
  'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.17000; ms-office; MSOffice 16)';

const NAVIGATION = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'de-DE',
  'sec-fetch-mode': 'navigate',
};

/** A person opens the mail in Outlook, at home. */
export function openAt(at: number, more: Partial<Hit> = {}): Hit {
  return {
    kind: 'open',
    at,
    method: 'GET',
    headers: { 'user-agent': OUTLOOK },
    network: { asn: 3320, organisation: 'Deutsche Telekom', kind: 'access' },
    country: 'DE',
    city: null,
    client: 'client',
    neighbourhood: 'neighbourhood',
    own: false,
    ...more,
  };
}

/** A person follows a link in a browser. */
export function clickAt(at: number, position: number, more: Partial<Hit> = {}): Hit {
  return openAt(at, { kind: 'click', position, headers: NAVIGATION, ...more });
}

/** A filter's look at the picture. */
export function scanAt(at: number, more: Partial<Hit> = {}): Hit {
  const network = { asn: 30031, organisation: 'Mimecast', kind: 'mail-security' } as const;
  return openAt(at, { network, headers: NAVIGATION, client: 'filter', neighbourhood: 'filters', ...more });
}

/** Everything that lies in a partition under keys that begin with `prefix`. */
export async function rowsIn(store: RowStore, partition: string, prefix = ''): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after = ''; ;) {
    const page = await listTwice(store, partition, after);
    rows.push(...page.rows);
    if (!page.more) return rows.filter(({ key }) => key.startsWith(prefix));
    after = page.rows.at(-1)?.key ?? after;
  }
}

/** Azurite closes idle connections after 5 s: a request that finds its connection closed is made again. */
async function listTwice(store: RowStore, partition: string, after: string): Promise<RowPage> {
  const request = { range: { after, before: '~' }, limit: 1_000 };
  const { signal } = new AbortController();
  return await store.list(partition, request, signal).catch(() => store.list(partition, request, signal));
}

/** Writes what no ledger would into a row of Anna's mailbox. */
export async function spoil(store: RowStore, key: string, values: RowValues): Promise<void> {
  await store.commit(ANNAS, [{ kind: 'merge', key, values }], new AbortController().signal);
}

/** The state of a message of Anna's is what its stored hits fold to, by their places, which are all different. */
export async function expectFoldedState(store: RowStore, id: MessageId): Promise<void> {
  const [row] = await rowsIn(store, ANNAS, `m!${id}`);
  const hits = (await rowsIn(store, ANNAS, `e!${id}!`)).map(readHit).sort((a, b) => a.n - b.n);
  const message = row === undefined ? heldMessage('', 0) : readMessage(row);
  const { state, verdicts } = foldAll(
    hits.map((hit) => numberHit(hit, message)),
    contextOf(message),
  );
  expect(message.state).toEqual(state);
  expect(hits.map(({ verdict }) => verdict)).toEqual(verdicts);
  expect([message.stale, message.untold, message.unsettled]).toEqual([false, false, false]);
  expect(new Set(hits.map(({ n }) => n)).size).toBe(hits.length);
}

/** A store that tells how often it was asked. */
export interface CountedStore extends RowStore {
  asked: { read: number; list: number; commit: number };
  commits: { partition: string; writes: readonly Write[] }[];
}

export function countRequests(store: RowStore): CountedStore {
  const asked = { read: 0, list: 0, commit: 0 };
  const commits: CountedStore['commits'] = [];
  return {
    ...store,
    asked,
    commits,
    read: (...args) => ((asked.read += 1), store.read(...args)),
    list: (...args) => ((asked.list += 1), store.list(...args)),
    commit: (partition, writes, signal) => {
      asked.commit += 1;
      commits.push({ partition, writes });
      return store.commit(partition, writes, signal);
    },
  };
}
