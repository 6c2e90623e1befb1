import { emptyMemory, RULES_VERSION } from '@readback/core';
import { foldValues } from '../rows/fold-values.ts';
import { parseHitId } from '../rows/ids.ts';
import { readMessage } from '../rows/message-row.ts';
import { STORED_HITS } from '../rows/stored-message.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Row, RowStore } from '../store/row-store.ts';
import { systemSources } from './ledger-options.ts';
import {
  clickAt,
  createTestLedger,
  mailboxId,
  messageId,
  NOON,
  openAt,
  ownerOf,
  registrationOf,
  rowsIn,
  spoil,
  type TestLedger,
} from './ledger.fixture.ts';
import { createRepair, type FoldOptions, type MessageReport, type Repair } from './repair.ts';

const BOX = mailboxId(1);
const page = { after: null, limit: 50 };

async function begin(): Promise<{ store: RowStore; ledger: TestLedger; repair: Repair }> {
  const store = createMemoryStore();
  const ledger = createTestLedger(store);
  await ledger.open(ownerOf(BOX));
  for (const number of [1, 2]) {
    await ledger.register(BOX, messageId(number), registrationOf());
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => ledger.record(BOX, messageId(number), openAt(NOON + index))),
    );
    await ledger.record(BOX, messageId(number), clickAt(NOON, 1));
  }
  return { store, ledger, repair: createRepair({ store, log: () => undefined, ...systemSources }) };
}

async function outcomes(repair: Repair, isDry: boolean): Promise<readonly MessageReport['outcome'][]> {
  const found: MessageReport['outcome'][] = [];
  for await (const { outcome } of repair.foldAll({ isDry })) found.push(outcome);
  return found;
}

describe('repair: folding stored hits again', () => {
  it('finds nothing to do where nothing is wrong', async () => {
    const { store, repair } = await begin();
    const before = await rowsIn(store, BOX);
    expect(await outcomes(repair, false)).toEqual(['sound', 'sound']);
    expect(await rowsIn(store, BOX)).toEqual(before);
  });

  it.each([
    [
      'are wrong',
      JSON.stringify({
        rulesVersion: 1,
        opens: { count: 9, firstAt: 1, lastAt: 2 },
        clicks: { count: 0, firstAt: null, lastAt: null },
        links: [],
        openToldAt: null,
        returnToldAt: null,
        lastPersonAt: null,
      }),
    ],
    ['can not be read', '{"opens":{"count":'],
    ['are of another shape', '{"opens":3}'],
  ])('mends counts that %s, and only shows them in a dry run', async (_, state0) => {
    const { store, ledger, repair } = await begin();
    await spoil(store, `m!${messageId(2)}`, { state0 });
    const before = await rowsIn(store, BOX);
    expect(await outcomes(repair, true)).toEqual(['sound', 'differs']);
    expect(await rowsIn(store, BOX)).toEqual(before);
    expect(await outcomes(repair, false)).toEqual(['sound', 'mended']);
    expect(await outcomes(repair, false)).toEqual(['sound', 'sound']);
    const fresh = createTestLedger(store);
    expect(await fresh.message(ownerOf(BOX), messageId(2), page)).toMatchObject({ opens: 30, clicks: 1 });
    expect(await ledger.record(BOX, messageId(2), openAt(NOON))).toBe('stored');
    expect(await fresh.message(ownerOf(BOX), messageId(2), page)).toMatchObject({ opens: 31 });
  });

  it('names a message of which more is damaged, and goes on', async () => {
    const { store, repair } = await begin();
    await spoil(store, `m!${messageId(1)}`, { createdAt: 'yesterday' });
    expect(await outcomes(repair, false)).toEqual(['damaged', 'sound']);
    const [hit] = await rowsIn(store, BOX, `e!${messageId(2)}`);
    await spoil(store, hit?.key ?? '', { facts: '{' });
    expect(await outcomes(repair, false)).toEqual(['damaged', 'damaged']);
  });
});

describe('repair: judging again under other rules', () => {
  /** Message 1's hits as rules of another day judged them, and what these made of the message. */
  async function judgeOtherwise(store: RowStore): Promise<void> {
    const verdict = { actor: 'unknown', certainty: 0, rule: 'old', reason: { code: 'nothing-fits', values: {} } };
    for (const row of await rowsIn(store, BOX, `e!${messageId(1)}`)) {
      await spoil(store, row.key, { verdict: JSON.stringify(verdict) });
    }
    const [row] = await rowsIn(store, BOX, `m!${messageId(1)}`);
    if (row === undefined) throw new Error('There is a message');
    const { state } = readMessage(row);
    const before = { ...state, rulesVersion: 1, judge: emptyMemory() };
    await spoil(store, row.key, {
      ...foldValues(before),
      headline: JSON.stringify({ code: 'headline-unclear', values: {} }),
    });
  }

  async function reports(repair: Repair, options: FoldOptions): Promise<readonly MessageReport[]> {
    const found: MessageReport[] = [];
    for await (const report of repair.foldAll(options)) found.push(report);
    return found;
  }

  it('shows in a dry run what would change, and writes it when it is told to', async () => {
    const { store, repair } = await begin();
    const sound = await rowsIn(store, BOX);
    await judgeOtherwise(store);
    const spoilt = await rowsIn(store, BOX);
    const dry = await reports(repair, { isDry: true });
    expect(await rowsIn(store, BOX)).toEqual(spoilt);
    expect(dry.map(({ outcome, hits, rejudged }) => [outcome, hits, rejudged.length])).toEqual([
      ['differs', 31, 31],
      ['sound', 31, 0],
    ]);
    expect(dry[0]?.rejudged[0]).toMatchObject({ from: { rule: 'old' }, to: { actor: 'person' } });
    expect(dry[0]?.headline).toMatchObject({ from: { code: 'headline-nothing' }, to: { code: 'headline-clicked' } });
    expect((await reports(repair, { isDry: false })).map(({ outcome }) => outcome)).toEqual(['mended', 'sound']);
    const values = (rows: readonly Row[]) => rows.filter(({ key }) => !/^(head|r!)/.test(key)).map((row) => row.values);
    expect(values(await rowsIn(store, BOX))).toEqual(values(sound));
    expect((await reports(repair, { isDry: true })).map(({ outcome }) => outcome)).toEqual(['sound', 'sound']);
    const detail = await createTestLedger(store).message(ownerOf(BOX), messageId(1), page);
    expect(detail?.judgement.rulesVersion).toBe(RULES_VERSION);
  });

  it('looks at one mailbox where it is told to', async () => {
    const { store, repair } = await begin();
    await judgeOtherwise(store);
    expect(await reports(repair, { isDry: false, mailboxId: mailboxId(2) })).toEqual([]);
    expect(await reports(repair, { isDry: false, mailboxId: BOX })).toHaveLength(2);
  });

  it('keeps what the sender said, and tells nothing anew', async () => {
    const { store, ledger, repair } = await begin();
    const box = await ledger.open(ownerOf(BOX));
    const [newest] = (await ledger.message(ownerOf(BOX), messageId(1), page))?.hits ?? [];
    const hit = parseHitId(newest?.id ?? '');
    if (hit === null) throw new Error('There is a hit');
    await box?.correct(messageId(1), { hit, actor: 'sender' });
    await judgeOtherwise(store);
    const told = await rowsIn(store, BOX, 'a!');
    await reports(repair, { isDry: false });
    expect(await rowsIn(store, BOX, 'a!')).toEqual(told);
    const after = await createTestLedger(store).message(ownerOf(BOX), messageId(1), page);
    expect(after?.hits[0]?.verdict.reason.code).toBe('that-was-me');
  });

  it('says so of a message whose hits come in too fast', async () => {
    const { store, ledger } = await begin();
    await judgeOtherwise(store);
    let hits = 0;
    const busy: RowStore = {
      ...store,
      list: async (partition, request, signal) => {
        const rows = await store.list(partition, request, signal);
        if (request.range.after.startsWith('e!')) {
          await ledger.record(BOX, messageId(1), openAt(NOON + 100 + (hits += 1)));
        }
        return rows;
      },
    };
    const repair = createRepair({ store: busy, log: () => undefined, ...systemSources });
    expect((await reports(repair, { isDry: false, mailboxId: BOX })).map(({ outcome }) => outcome)).toEqual([
      'busy',
      'sound',
    ]);
  });
});

describe('repair: reading lost hits back', () => {
  it('passes over other lines, and counts those that are damaged', async () => {
    const { repair } = await begin();
    const lines = ['', 'Host started', '{"event":"storage-failed"}', '{"event":"hit-not-kept","mailboxId":', '{'];
    expect(await repair.readBack(lines)).toEqual({ written: 0, alreadyThere: 0, dropped: 0, unreadable: 1 });
  });

  it.each([
    ['was written all the same', 'lost-after'],
    ['was not written', 'lost-before'],
  ])('counts every hit once, stored or tallied, when a transaction without an answer %s', async (_, fate) => {
    const { store, ledger, repair } = await begin();
    await Promise.all(
      Array.from({ length: STORED_HITS - 33 }, (_, index) => ledger.record(BOX, messageId(1), openAt(NOON + index))),
    );
    const failing: RowStore = {
      ...store,
      commit: async (partition, writes, signal) => {
        if (fate === 'lost-after') await store.commit(partition, writes, signal);
        throw new Error('lost');
      },
    };
    const lines: string[] = [];
    // Two stored, then a batch that is tallied whole.
    for (const size of [2, 5]) {
      const stopped = createTestLedger(failing);
      const asked = Array.from({ length: size }, (_, index) => stopped.record(BOX, messageId(1), openAt(NOON + index)));
      await stopped.flush(20);
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['logged']));
      lines.push(...stopped.lines.map(({ event, facts }) => JSON.stringify({ event, ...facts })));
      if (size === 2) {
        const report = { written: fate === 'lost-after' ? 0 : 2, alreadyThere: fate === 'lost-after' ? 2 : 0 };
        expect(await repair.readBack(lines)).toMatchObject(report);
      }
    }
    expect(await repair.readBack(lines)).toMatchObject({
      written: fate === 'lost-after' ? 0 : 5,
      alreadyThere: fate === 'lost-after' ? 7 : 2,
    });
    expect(await ledger.message(ownerOf(BOX), messageId(1), page)).toMatchObject({
      opens: STORED_HITS - 1,
      clicks: 1,
      overflow: 5,
    });
  });

  it('drops hits that nobody wants', async () => {
    const { ledger, store, repair } = await begin();
    const deaf: RowStore = { ...store, commit: () => Promise.reject(new Error('down')) };
    const stopped = createTestLedger(deaf);
    const asked = [
      stopped.record(BOX, messageId(1), openAt(NOON)),
      stopped.record(BOX, messageId(1), clickAt(NOON, 1)),
    ];
    await stopped.flush(10);
    expect(await Promise.all(asked)).toEqual(['logged', 'logged']);
    const box = await ledger.open(ownerOf(BOX));
    await box?.putMessage(messageId(1), registrationOf({ links: false }));
    const lines = stopped.lines.map(({ event, facts }) => JSON.stringify({ event, ...facts }));
    expect(await repair.readBack(lines)).toEqual({ written: 1, alreadyThere: 0, dropped: 1, unreadable: 0 });
    expect(await ledger.message(ownerOf(BOX), messageId(1), page)).toMatchObject({ opens: 31, clicks: 1 });
  });
});
