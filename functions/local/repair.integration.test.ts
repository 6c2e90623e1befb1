import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createTestLedger,
  mailboxId,
  messageId,
  NOON,
  openAt,
  ownerOf,
  registrationOf,
} from '../src/ledger/ledger.fixture.ts';
import type { RowStore } from '../src/store/row-store.ts';
import { createTableStore } from '../src/store/table-store.ts';
import { startAzurite, type Azurite } from './azurite.ts';
import { runTool } from './run-tool.fixture.ts';

const BOX = mailboxId(1);
const OFFER = messageId(1);

let azurite: Azurite | null = null;

beforeAll(async () => {
  azurite = await startAzurite({ folder: null });
});

afterAll(async () => {
  await azurite?.stop();
});

const runRepair = (args: readonly string[], connection?: string) =>
  runTool('functions/local/repair.ts', args, connection);

describe('npm run repair', () => {
  it('brings lost hits back, and mends counts when it is told to', async () => {
    const connection = azurite?.connection ?? '';
    const store = createTableStore(connection);
    const ledger = createTestLedger(store);
    await ledger.open(ownerOf(BOX));
    await ledger.register(BOX, OFFER, registrationOf());
    const down: RowStore = { ...store, commit: () => Promise.reject(new Error('down')) };
    const stopped = createTestLedger(down);
    const asked = [stopped.record(BOX, OFFER, openAt(NOON)), stopped.record(BOX, OFFER, openAt(NOON + 1))];
    await stopped.flush(10);
    expect(await Promise.all(asked)).toEqual(['logged', 'logged']);
    const folder = await mkdtemp(join(tmpdir(), 'readback-repair-'));
    try {
      const log = join(folder, 'app.log');
      await writeFile(
        log,
        stopped.lines.map(({ event, facts }) => `${JSON.stringify({ event, ...facts })}\n`).join(''),
      );
      const first = await runRepair(['--log', log], connection);
      expect(first).toMatchObject({ code: 0 });
      expect(first.said).toContain('2 brought back, 0 were there, 0 not wanted, 0 unreadable');
      expect((await runRepair(['--log', log], connection)).said).toContain('0 brought back, 2 were there');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const damage = { kind: 'merge', key: `m!${OFFER}`, values: { state0: '{}' } } as const;
    await store.commit(BOX, [damage], new AbortController().signal);
    const dry = await runRepair([], connection);
    expect([dry.code, dry.said]).toEqual([1, expect.stringContaining(`differs: message ${OFFER} of mailbox ${BOX}`)]);
    const wet = await runRepair(['--write'], connection);
    expect([wet.code, wet.said]).toEqual([0, expect.stringContaining('1 mended')]);
    const page = { after: null, limit: 5 };
    expect(await createTestLedger(store).message(ownerOf(BOX), OFFER, page)).toMatchObject({ opens: 2 });
  });

  it('says why storage does not answer it, and not how it is used', async () => {
    const wrongKey = Buffer.alloc(64).toString('base64');
    const connection = (azurite?.connection ?? '').replace(/AccountKey=[^;]+/, `AccountKey=${wrongKey}`);
    const { code, said } = await runRepair([], connection);
    expect(code).toBe(2);
    expect(said).toContain('Storage refuses this app (AuthorizationFailure). Whoever asks needs the role');
    expect(said).not.toContain('npm run repair');
    expect((await runRepair([], 'nonsense')).said).toContain('TABLES_CONNECTION must be the table address');
  });

  it.each([
    ['no storage is named', ['--write'], 'TABLES_CONNECTION is not set: export TABLES_CONNECTION=https'],
    ['an option is unknown', ['--fold'], "Unknown option '--fold'"],
  ])('says how it is used when %s', async (_, args, why) => {
    const { code, said } = await runRepair(args);
    expect(code).toBe(2);
    expect(said).toContain(why);
    expect(said).toContain('npm run repair -- [--write] [--log FILE]');
  });

  it('looks at no message when the log is not there', async () => {
    const { code, said } = await runRepair(['--log', 'nowhere.log'], azurite?.connection);
    expect(code).toBe(2);
    expect(said).toMatch(/^--log nowhere\.log can't be read\.\n/);
    expect(said).not.toContain('Messages:');
  });

  it('tells how it is used to whoever asks', async () => {
    const { code, said } = await runRepair(['--help']);
    expect([code, said]).toEqual([0, expect.stringMatching(/^npm run repair -- \[--write\]/)]);
  });

  it('says what to do when nobody is signed in, or nobody is there', async () => {
    const unsigned = await runRepair([], 'https://nowhere.invalid');
    expect([unsigned.code, unsigned.said]).toEqual([2, expect.stringContaining('az login')]);
    const closed = (azurite?.connection ?? '').replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1');
    const unreached = await runRepair([], closed);
    expect([unreached.code, unreached.said]).toEqual([2, expect.stringContaining('(ECONNREFUSED). Check TABLES')]);
  });
});
