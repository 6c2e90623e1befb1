import { TableClient } from '@azure/data-tables';
import { globalAgent } from 'node:http';
import type { Hit, Registration } from '@readback/core';
import { createLedger } from '../../functions/src/ledger/create-ledger.ts';
import { hitChange } from '../../functions/src/ledger/hit-change.ts';
import { systemSources } from '../../functions/src/ledger/ledger-options.ts';
import type { Ledger } from '../../functions/src/ledger/ledger.ts';
import { hitValues } from '../../functions/src/rows/hit-row.ts';
import { parseMailboxId, parseMessageId } from '../../functions/src/rows/ids.ts';
import { messageValues } from '../../functions/src/rows/message-row.ts';
import { hitIdAt, hitKey, messageKey } from '../../functions/src/rows/row-keys.ts';
import { heldMessage } from '../../functions/src/rows/stored-message.ts';
import { createTableStore } from '../../functions/src/store/table-store.ts';
import { inLanes, numbersBelow } from './in-lanes.ts';

/** One burst. Azurite looks through a whole partition at each write: with more, all three measure nothing but that. */
const HITS = 1_000;
/** Requests that are open at once in a burst. */
const OPEN_REQUESTS = 1_000;
/** Where inserts one by one are fastest (azure.md C). */
export const BEST_INSERTS = 64;
/** Writers of the exact reference, each on a message of its own, so that none ever meets a conflict. */
const BEST_EXACT = 16;

const mailbox = required(parseMailboxId('0123456789abcdef'));
const message = required(parseMessageId('0123456789abcdef01234567'));

/** Hits per second that the ledger makes durable in a table of their own. */
export async function rateOfLedger(connection: string, table: string): Promise<number> {
  const store = createTableStore(connection, { table });
  const ledger = createLedger({ store, log: () => undefined, ...systemSources });
  await begin(ledger);
  return await rateOf(OPEN_REQUESTS, async (index) => {
    const outcome = await ledger.record(mailbox, message, hitNumber(index));
    if (outcome !== 'stored') throw new Error(`A hit was ${outcome}`);
  });
}

/** The plain way to count exactly: insert the hit, and replace the counts if they are as they were read. */
export async function rateOfExact(connection: string, table: string): Promise<number> {
  const store = createTableStore(connection, { table });
  await begin(createLedger({ store, log: () => undefined, ...systemSources }));
  const context = { owner: 'owner', now: Date.now(), entropy: systemSources.entropy };
  const writers = Array.from({ length: BEST_EXACT }, (_, number) => ({
    id: required(parseMessageId(number.toString(16).padStart(24, '0'))),
    message: heldMessage('owner', context.now),
    etag: null as string | null,
    last: Promise.resolve(),
  }));
  const write = async (writer: (typeof writers)[number], index: number): Promise<void> => {
    const hit = hitNumber(index);
    const id = hitIdAt(hit.at, systemSources.entropy());
    const effect = hitChange({ messageId: writer.id, id, hit }).apply(writer.message, context);
    const values = messageValues(effect.message ?? writer.message);
    const key = messageKey(writer.id);
    const counts =
      writer.etag === null
        ? { kind: 'insert' as const, key, values }
        : { kind: 'replace' as const, key, values, etag: writer.etag };
    const head = { kind: 'merge' as const, key: 'head', values: { schema: 1 } };
    const result = await store.commit(mailbox, [...effect.rows, counts, head], new AbortController().signal);
    if (result.outcome !== 'committed') throw new Error(`A transaction met a ${result.outcome}`);
    writer.message = effect.message ?? writer.message;
    writer.etag = result.etags[effect.rows.length] ?? null;
  };
  return await rateOf(BEST_EXACT, (index) => {
    const writer = required(writers[index % BEST_EXACT]);
    writer.last = writer.last.then(() => write(writer, index));
    return writer.last;
  });
}

/** Each hit by itself, without counting it. */
export async function rateOfInserts(connection: string, table: string): Promise<number> {
  const client = TableClient.fromConnectionString(connection, table, { allowInsecureConnection: true });
  await client.createTable();
  const verdict = { actor: 'unknown', certainty: 0, rule: 'none', reason: { code: 'not-judged', values: {} } } as const;
  return await rateOf(BEST_INSERTS, async (index) => {
    const hit = hitNumber(index);
    const rowKey = hitKey(message, hitIdAt(hit.at, systemSources.entropy()));
    await client.createEntity({ partitionKey: mailbox, rowKey, ...hitValues({ hit, n: index, verdict }) });
  });
}

/** Work units per second, with `open` of them under way at any time. */
async function rateOf(open: number, work: (index: number) => Promise<void>): Promise<number> {
  // Connections that idled during another measurement may be about to be closed by the server.
  globalAgent.destroy();
  const start = process.hrtime.bigint();
  await inLanes(open, numbersBelow(HITS), work);
  return HITS / (Number(process.hrtime.bigint() - start) / 1e9);
}

async function begin(ledger: Ledger): Promise<void> {
  await ledger.open({ mailboxId: mailbox, tenant: 'bench', ownerHash: 'owner' });
  await ledger.register(mailbox, message, registration);
}

const registration: Registration = {
  opens: true,
  links: true,
  ageMs: 0,
  deliverAfter: null,
  subject: 'Offer',
  recipients: [{ address: 'ben@example.com', name: 'Ben' }],
  trackedLinks: [{ position: 0, destination: 'https://example.com/' }],
  opensReason: null,
  linksReason: null,
  pixelPlace: 'end',
  quotes: [],
  senderDomain: 'contoso.com',
};

/** What a browser sends along, and what is known about it. */
function hitNumber(index: number): Hit {
  const isClick = index % 4 === 0;
  return {
    kind: isClick ? 'click' : 'open',
    at: Date.now(),
    ...(isClick ? { position: index % 8 } : {}),
    method: 'GET',
    headers: {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
      'accept-language': 'de-DE,de;q=0.9,en;q=0.8',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'image',
    },
    network: { asn: 3320, organisation: 'Deutsche Telekom AG', kind: 'access' },
    country: 'DE',
    city: null,
    client: 'q1w2e3r4t5z6u7i8',
    neighbourhood: 'a1s2d3f4g5h6j7k8',
    own: false,
  };
}

function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('A value is missing that is always there');
  return value;
}
