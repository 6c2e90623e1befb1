import { foldAll } from '@readback/core';
import { connectionTo, startAzurite, type Azurite } from '../../local/azurite.ts';
import { readHit } from '../rows/hit-row.ts';
import { readMessage } from '../rows/message-row.ts';
import { contextOf, STORED_HITS } from '../rows/stored-message.ts';
import { startFaultProxy, type FaultProxy } from '../store/fault-proxy.fixture.ts';
import type { RowStore } from '../store/row-store.ts';
import { createTableStore } from '../store/table-store.ts';
import { systemSources } from './ledger-options.ts';
import {
  clickAt,
  createChance,
  createTestLedger,
  mailboxId,
  messageId,
  NOON,
  openAt,
  ownerOf,
  registrationOf,
  rowsIn,
  type TestLedger,
} from './ledger.fixture.ts';
import { LedgerError } from './ledger.ts';
import { createRepair } from './repair.ts';

const BOX = mailboxId(1);
const OFFER = messageId(1);

let azurite: Azurite | null = null;
let proxy: FaultProxy | null = null;
let tables = 0;

beforeAll(async () => {
  azurite = await startAzurite({ folder: null });
  proxy = await startFaultProxy(azurite.port);
});

afterAll(async () => {
  await proxy?.stop();
  await azurite?.stop();
});

/** One table, seen directly and through the proxy. */
async function begin(): Promise<{ direct: RowStore; behind: () => RowStore; proxy: FaultProxy; plain: TestLedger }> {
  if (azurite === null || proxy === null) throw new Error('Azurite has not started');
  const { port } = proxy;
  const table = `table${(tables += 1)}`;
  const direct = createTableStore(azurite.connection, { table });
  const plain = createTestLedger(direct);
  proxy.choose = () => 'none';
  await plain.open(ownerOf(BOX));
  await plain.register(BOX, OFFER, registrationOf());
  return { direct, behind: () => createTableStore(connectionTo(port), { table }), proxy, plain };
}

interface Kept {
  rows: number;
  places: number;
  opens: number;
  overflow: number;
}

/** What lies in storage, once it is checked that the counts are what its hits fold to. */
async function keptIn(store: RowStore): Promise<Kept> {
  const [row] = await rowsIn(store, BOX, `m!${OFFER}`);
  if (row === undefined) throw new Error('The message is gone');
  const message = readMessage(row);
  const hits = (await rowsIn(store, BOX, 'e!')).map(readHit).sort((a, b) => a.n - b.n);
  expect(message.state).toEqual(foldAll(hits, contextOf(message)).state);
  const places = new Set(hits.map(({ n }) => n)).size;
  return { rows: hits.length, places, opens: message.state.opens.count, overflow: message.overflow.open };
}

describe('ledger behind a network that drops connections', () => {
  it('keeps every hit once, with two writers and a fifth of the connections dropped before or after the write', async () => {
    const { direct, behind, proxy } = await begin();
    const chance = createChance(7);
    proxy.choose = () => {
      const drawn = chance();
      return drawn < 0.1 ? 'drop-before' : drawn < 0.2 ? 'drop-after' : 'none';
    };
    const ledgers = [createTestLedger(behind(), { seed: 1 }), createTestLedger(behind(), { seed: 2 })] as const;
    const outcomes: string[] = [];
    for (let wave = 0; wave < 20; wave += 1) {
      const asked = Array.from({ length: 50 }, (_, index) =>
        ledgers[index % 2 === 0 ? 0 : 1].record(BOX, OFFER, openAt(NOON + wave * 100 + index)),
      );
      outcomes.push(...(await Promise.all(asked)));
    }
    expect(new Set(outcomes)).toEqual(new Set(['stored']));
    expect(await keptIn(direct)).toEqual({ rows: 1_000, places: 1_000, opens: 1_000, overflow: 0 });
  });

  it('keeps every hit of a burst once, whose batches are prepared while the one before is on its way', async () => {
    const { direct, behind, proxy } = await begin();
    const chance = createChance(5);
    proxy.choose = ({ isWrite }) => {
      const drawn = isWrite ? chance() : 1;
      return drawn < 0.15 ? 'drop-before' : drawn < 0.3 ? 'drop-after' : 'none';
    };
    const ledgers = [createTestLedger(behind(), { seed: 1 }), createTestLedger(behind(), { seed: 2 })];
    const asked = ledgers.flatMap((ledger) =>
      Array.from({ length: 500 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['stored']));
    expect(await keptIn(direct)).toEqual({ rows: 1_000, places: 1_000, opens: 1_000, overflow: 0 });
  });

  it('tallies every hit past the limit once, though no row of its own stands for it', async () => {
    const { direct, behind, proxy, plain } = await begin();
    await Promise.all(
      Array.from({ length: STORED_HITS }, (_, index) => plain.record(BOX, OFFER, openAt(NOON + index))),
    );
    const chance = createChance(11);
    proxy.choose = ({ isWrite }) => (isWrite && chance() < 0.3 ? 'drop-after' : 'none');
    const ledgers = [createTestLedger(behind(), { seed: 1 }), createTestLedger(behind(), { seed: 2 })] as const;
    for (let wave = 0; wave < 8; wave += 1) {
      const asked = Array.from({ length: 20 }, (_, index) =>
        ledgers[index % 2 === 0 ? 0 : 1].record(BOX, OFFER, openAt(NOON + index)),
      );
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['tallied']));
    }
    expect(await keptIn(direct)).toMatchObject({ rows: STORED_HITS, overflow: 160 });
  });

  it.each(['drop-before', 'drop-after', 'silence', 'silence-after'] as const)(
    'registers, corrects and deletes once when the first answers are lost by %s',
    async (fault) => {
      const { behind, proxy, plain } = await begin();
      const ledger = createTestLedger(behind(), { limits: { attemptMs: 150 } });
      let failures = 0;
      proxy.choose = ({ isWrite }) => (isWrite && (failures += 1) % 3 === 1 ? fault : 'none');
      expect(await ledger.register(BOX, messageId(2), registrationOf())).toBe('created');
      expect(await ledger.record(BOX, messageId(2), clickAt(NOON, 1))).toBe('stored');
      const box = await ledger.open(ownerOf(BOX));
      expect(await box?.deleteMessage(OFFER)).toBe(true);
      proxy.choose = () => 'none';
      expect(await plain.message(ownerOf(BOX), messageId(2), { after: null, limit: 10 })).toMatchObject({ clicks: 1 });
      expect(await plain.message(ownerOf(BOX), OFFER, { after: null, limit: 10 })).toBeNull();
    },
  );
});

describe('ledger before a storage that accepts and never answers', () => {
  it('gives each attempt up in time and keeps every hit once', async () => {
    const { direct, behind, proxy } = await begin();
    const ledger = createTestLedger(behind(), { limits: { attemptMs: 150 } });
    let seen = 0;
    proxy.choose = () => (['silence', 'silence-after', 'none'] as const)[(seen += 1) % 3] ?? 'none';
    const outcomes = await Promise.all(
      Array.from({ length: 250 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))),
    );
    expect(new Set(outcomes)).toEqual(new Set(['stored']));
    expect(await keptIn(direct)).toMatchObject({ rows: 250, places: 250, opens: 250 });
  });

  it('tells those who ask that storage is unavailable', async () => {
    const { behind, proxy } = await begin();
    const ledger = createTestLedger(behind(), { limits: { attemptMs: 50, answerMs: 400 } });
    proxy.choose = () => 'silence';
    const owner = ownerOf(BOX);
    const asked = [
      ledger.open(owner),
      ledger.message(owner, OFFER, { after: null, limit: 10 }),
      ledger.register(BOX, messageId(2), registrationOf()),
      ledger.compareSecrets({ idSecret: 'a' }, true),
      ledger.sweep(180),
    ];
    for (const question of await Promise.allSettled(asked)) {
      expect(question).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
      if (question.status === 'rejected') expect(question.reason).toBeInstanceOf(LedgerError);
    }
    await ledger.flush(100);
  });

  it('turns what it could not write into log lines at the end, and they can be read back once', async () => {
    const { direct, behind, proxy, plain } = await begin();
    const ledger = createTestLedger(behind(), { limits: { attemptMs: 60_000 } });
    expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('stored');
    // The first transaction from here on is written, but its answer never comes; the others wait behind it.
    proxy.choose = ({ isWrite }) => (isWrite ? 'silence-after' : 'none');
    const waiting = Array.from({ length: 130 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + 1 + index)));
    await ledger.flush(1_000);
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['logged']));
    expect(await ledger.record(BOX, OFFER, openAt(NOON + 500))).toBe('logged');
    const lines = linesOf(ledger);
    expect(lines.filter((line) => line.includes('hit-not-kept'))).toHaveLength(131);
    const written = (await keptIn(direct)).rows - 1;
    expect(written).toBeGreaterThan(0);
    const repair = createRepair({ store: direct, log: () => undefined, ...systemSources });
    const report = { written: 131 - written, alreadyThere: written, dropped: 0, unreadable: 0 };
    expect(await repair.readBack(lines)).toEqual(report);
    expect(await repair.readBack(lines)).toEqual({ ...report, written: 0, alreadyThere: 131 });
    expect(await plain.message(ownerOf(BOX), OFFER, { after: null, limit: 10 })).toMatchObject({ opens: 132 });
    expect(await keptIn(direct)).toMatchObject({ rows: 132, places: 132 });
  });
});

describe('ledger while storage is down', () => {
  it('keeps what comes meanwhile, as much as there is room for, and logs the rest', async () => {
    const { direct, behind, proxy } = await begin();
    const ledger = createTestLedger(behind(), { limits: { waitingChanges: 120 } });
    proxy.choose = () => 'drop-before';
    const asked = Array.from({ length: 150 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index)));
    expect(await Promise.all(asked.slice(120))).toEqual(Array.from({ length: 30 }, () => 'logged'));
    proxy.choose = () => 'none';
    expect(new Set(await Promise.all(asked.slice(0, 120)))).toEqual(new Set(['stored']));
    expect(await keptIn(direct)).toMatchObject({ rows: 120, opens: 120 });
    const repair = createRepair({ store: direct, log: () => undefined, ...systemSources });
    expect(await repair.readBack(linesOf(ledger))).toMatchObject({ written: 30, alreadyThere: 0 });
    expect(await keptIn(direct)).toMatchObject({ rows: 150, opens: 150 });
  });
});

describe('60 ledgers on one message', () => {
  it('count exactly, with at most one storage request per hit', async () => {
    const { direct, behind, proxy } = await begin();
    const ledgers = Array.from({ length: 60 }, (_, seed) => createTestLedger(behind(), { seed }));
    const before = proxy.requests;
    const asked = ledgers.flatMap((ledger) =>
      Array.from({ length: 17 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['stored']));
    const requests = proxy.requests - before;
    console.log(`60 ledgers, ${asked.length} hits: ${(requests / asked.length).toFixed(2)} storage requests per hit`);
    expect(requests).toBeLessThanOrEqual(asked.length);
    expect(await keptIn(direct)).toMatchObject({ rows: 1_020, places: 1_020, opens: 1_020 });
  });
});

/** The log as the host would print it. */
function linesOf({ lines }: TestLedger): readonly string[] {
  return lines.map(({ event, facts }) => `[Information] ${JSON.stringify({ event, ...facts })}`);
}
