import {
  createTestLedger,
  mailboxId,
  messageId,
  NOON,
  openAt,
  ownerOf,
  registrationOf,
  rowsIn,
} from '../src/ledger/ledger.fixture.ts';
import { createTableStore } from '../src/store/table-store.ts';
import { startAzurite, type Azurite } from './azurite.ts';
import { runTool } from './run-tool.fixture.ts';

const BOX = mailboxId(1);
const OFFER = messageId(1);
const TOOL = 'functions/local/rejudge.ts';

let azurite: Azurite | null = null;

beforeAll(async () => {
  azurite = await startAzurite({ folder: null });
});

afterAll(async () => {
  await azurite?.stop();
});

describe('npm run rejudge', () => {
  it('says what would change, and changes it when it is told to', async () => {
    const connection = azurite?.connection ?? '';
    const store = createTableStore(connection);
    const ledger = createTestLedger(store);
    await ledger.open(ownerOf(BOX));
    await ledger.register(BOX, OFFER, registrationOf());
    await ledger.record(BOX, OFFER, openAt(NOON));
    const [hit] = await rowsIn(store, BOX, 'e!');
    const verdict = { actor: 'unknown', certainty: 0, rule: 'old', reason: { code: 'nothing-fits', values: {} } };
    const write = { kind: 'merge', key: hit?.key ?? '', values: { verdict: JSON.stringify(verdict) } } as const;
    await store.commit(BOX, [write], new AbortController().signal);

    const change = '1 × unknown 0 (old nothing-fits) → person 5 (P13 opened-in)';
    const dry = await runTool(TOOL, [], connection);
    expect([dry.code, dry.said]).toEqual([0, expect.stringContaining(change)]);
    expect(dry.said).toContain('1 message, 1 hit; judged otherwise: 1 message, 1 hit');
    expect(dry.said).toContain('Nothing was written');
    const elsewhere = await runTool(TOOL, ['--mailbox', mailboxId(2), '--write'], connection);
    expect(elsewhere.said).toContain('0 messages, 0 hits');
    const wet = await runTool(TOOL, ['--mailbox', BOX, '--write'], connection);
    expect([wet.code, wet.said]).toEqual([0, expect.stringContaining(change)]);
    expect((await runTool(TOOL, [], connection)).said).toContain('judged otherwise: 0 messages, 0 hits');
    const detail = await createTestLedger(store).message(ownerOf(BOX), OFFER, { after: null, limit: 5 });
    expect(detail?.hits[0]?.verdict.rule).toBe('P13');
  });

  it.each([
    ['no storage is named', ['--write'], 'TABLES_CONNECTION is not set'],
    ['an option is unknown', ['--judge'], "Unknown option '--judge'"],
    ['the mailbox has no such id', ['--mailbox', 'anna'], '"anna" is not the id of a mailbox'],
  ])('says how it is used when %s', async (_, args, why) => {
    const { code, said } = await runTool(TOOL, args);
    expect(code).toBe(2);
    expect(said).toContain(why);
    expect(said).toContain('npm run rejudge -- [--mailbox ID] [--write]');
  });

  it('tells how it is used to whoever asks', async () => {
    const { code, said } = await runTool(TOOL, ['-h']);
    expect([code, said]).toEqual([0, expect.stringMatching(/^npm run rejudge -- \[--mailbox ID\]/)]);
  });
});
