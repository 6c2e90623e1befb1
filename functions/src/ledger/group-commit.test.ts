import { foldAll } from '@readback/core';
import fc from 'fast-check';
import { readHit } from '../rows/hit-row.ts';
import { readMessage } from '../rows/message-row.ts';
import { contextOf } from '../rows/stored-message.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { CommitResult, RowStore, Write } from '../store/row-store.ts';
import {
  countRequests,
  createTestClock,
  createTestLedger,
  mailboxId,
  messageId,
  NOON,
  openAt,
  ownerOf,
  registrationOf,
  rowsIn,
} from './ledger.fixture.ts';

const BOX = mailboxId(1);
const OFFER = messageId(1);

/** How one commit fares: as it would, lost before or after it was done, or answered with this instead. */
type Fare = 'as-is' | 'lost-before' | 'lost-after' | CommitResult;

/** A store whose commits fare as a script says, then as they would. */
function scripted(store: RowStore, script: readonly Fare[]): RowStore {
  let next = 0;
  return {
    ...store,
    commit: async (partition, writes, signal) => {
      const fare = script[next++] ?? 'as-is';
      if (typeof fare === 'object') return fare;
      if (fare === 'lost-before') throw new Error('lost before');
      const result = await store.commit(partition, writes, signal);
      if (fare === 'lost-after') throw new Error('lost after');
      return result;
    },
  };
}

async function prepared(): Promise<RowStore> {
  const store = createMemoryStore();
  const ledger = createTestLedger(store);
  await ledger.open(ownerOf(BOX));
  await ledger.register(BOX, OFFER, registrationOf());
  return store;
}

/** Pauses cost nothing; time limits never end. */
function impatient(): { clock: ReturnType<typeof createTestClock> } {
  const clock = createTestClock();
  return {
    clock: {
      ...clock,
      sleep: (ms, signal) => (ms < 4_000 ? Promise.resolve() : clock.sleep(ms, signal)),
    },
  };
}

const hitKeys = (writes: readonly Write[]): readonly string[] =>
  writes.map(({ key }) => key).filter((key) => key.startsWith('e!'));

async function stored(store: RowStore): Promise<{ opens: number; rows: number; overflow: number }> {
  const [row] = await rowsIn(store, BOX, `m!${OFFER}`);
  if (row === undefined) throw new Error('The message is gone');
  const hits = (await rowsIn(store, BOX, 'e!')).map(readHit).sort((a, b) => a.n - b.n);
  const message = readMessage(row);
  expect(message.state).toEqual(foldAll(hits, contextOf(message)).state);
  return { opens: message.state.opens.count, rows: hits.length, overflow: message.overflow.open };
}

describe('group commit: what goes into a transaction', () => {
  it('takes all that came while the one before was on its way', async () => {
    const counted = countRequests(await prepared());
    const ledger = createTestLedger(counted);
    const others: Promise<unknown>[] = [];
    const { commit } = counted;
    counted.commit = (...args) => {
      if (others.length === 0) {
        for (let index = 0; index < 40; index += 1) others.push(ledger.record(BOX, OFFER, openAt(NOON + index)));
      }
      return commit(...args);
    };
    await ledger.record(BOX, OFFER, openAt(NOON));
    await Promise.all(others);
    expect(counted.commits.map(({ writes }) => hitKeys(writes).length)).toEqual([1, 40]);
  });

  it('fills transactions of more than fit into one, each on top of the one before', async () => {
    const store = await prepared();
    const counted = countRequests(store);
    const ledger = createTestLedger(counted);
    const hits = Array.from({ length: 400 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index)));
    expect(new Set(await Promise.all(hits))).toEqual(new Set(['stored']));
    expect(await stored(store)).toEqual({ opens: 400, rows: 400, overflow: 0 });
    expect(counted.commits.length).toBeLessThanOrEqual(5);
  });

  it('stops in the middle of a burst when its mailbox turns out to be nobody’s any more', async () => {
    const store = await prepared();
    const clock = createTestClock();
    let commits = 0;
    const removing: RowStore = {
      ...store,
      commit: async (partition, writes, signal) => {
        const result = await store.commit(partition, writes, signal);
        if ((commits += 1) > 1) return result;
        await store.commit(partition, [{ kind: 'delete', key: 'head' }], signal);
        // For so long an owner is remembered.
        clock.pass(3_600_000);
        return result;
      },
    };
    const ledger = createTestLedger(removing, { clock });
    const outcomes = await Promise.all(
      Array.from({ length: 600 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))),
    );
    expect([outcomes[0], outcomes.at(-1)]).toEqual(['stored', 'unknown-mailbox']);
    expect(commits).toBeLessThanOrEqual(2);
  });

  it('begins with the insert of a hit, and holds the message under its etag and the head without one', async () => {
    const counted = countRequests(await prepared());
    await createTestLedger(counted).record(BOX, OFFER, openAt(NOON));
    const [commit] = counted.commits;
    expect(commit?.writes.map(({ kind, key }) => [kind, key.slice(0, 2)])).toEqual([
      ['insert', 'e!'],
      ['replace', 'm!'],
      ['merge', 'he'],
      ['insert', 'a!'],
    ]);
  });

  it('begins with a receipt of its own where no hit is stored', async () => {
    const counted = countRequests(await prepared());
    await createTestLedger(counted).register(BOX, messageId(2), registrationOf());
    expect(counted.commits.map(({ writes }) => writes.map(({ kind, key }) => [kind, key.slice(0, 2)]))).toEqual([
      [
        ['insert', 'r!'],
        ['insert', 'm!'],
        ['merge', 'he'],
      ],
    ]);
  });

  it('reads a busy message once', async () => {
    const counted = countRequests(await prepared());
    const ledger = createTestLedger(counted);
    for (let index = 0; index < 5; index += 1) await ledger.record(BOX, OFFER, openAt(NOON + index));
    expect(counted.asked).toEqual({ read: 2, list: 0, commit: 5 });
  });
});

describe('group commit: when an answer is lost', () => {
  it.each(['lost-before', 'lost-after'] as const)(
    'submits the same transaction again after it was %s, and nothing newer with it',
    async (fare) => {
      const store = await prepared();
      const counted = countRequests(scripted(store, [fare, fare, 'as-is']));
      const ledger = createTestLedger(counted, impatient());
      const later: Promise<unknown>[] = [];
      const commit = counted.commit;
      counted.commit = (...args) => {
        later.push(ledger.record(BOX, OFFER, openAt(NOON + later.length)));
        return commit(...args);
      };
      expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('stored');
      const same = counted.commits.slice(0, fare === 'lost-before' ? 3 : 2);
      for (const { writes } of same) expect(writes).toEqual(same[0]?.writes);
      expect(hitKeys(same[0]?.writes ?? [])).toHaveLength(1);
      counted.commit = commit;
      await Promise.all(later);
      expect(await stored(store)).toMatchObject({ opens: later.length + 1, rows: later.length + 1 });
    },
  );

  it('looks for the receipt when the storage names no write', async () => {
    const store = await prepared();
    const unnamed: CommitResult = { outcome: 'conflict', index: null };
    const written = createTestLedger(scripted(store, ['lost-after', unnamed]), impatient());
    expect(await written.record(BOX, OFFER, openAt(NOON))).toBe('stored');
    const unwritten = createTestLedger(scripted(store, ['lost-before', unnamed]), impatient());
    expect(await unwritten.record(BOX, OFFER, openAt(NOON + 1))).toBe('stored');
    expect(await stored(store)).toMatchObject({ opens: 2, rows: 2 });
  });

  it('folds again when somebody else wrote, as the same rows', async () => {
    const store = await prepared();
    const counted = countRequests(store);
    const ledger = createTestLedger(counted, impatient());
    await ledger.record(BOX, OFFER, openAt(NOON));
    await createTestLedger(store).record(BOX, OFFER, openAt(NOON + 1));
    expect(await ledger.record(BOX, OFFER, openAt(NOON + 2))).toBe('stored');
    const [, failed, again] = counted.commits.map(({ writes }) => writes);
    expect(hitKeys(failed ?? [])).toEqual(hitKeys(again ?? []));
    expect(await stored(store)).toMatchObject({ opens: 3, rows: 3 });
  });

  it('counts every hit once however commits fare, with two writers', async () => {
    const fare = fc.oneof(
      { weight: 3, arbitrary: fc.constant('as-is' as const) },
      { weight: 1, arbitrary: fc.constantFrom('lost-before' as const, 'lost-after' as const) },
    );
    const scripts = fc.tuple(fc.array(fare, { maxLength: 12 }), fc.array(fare, { maxLength: 12 }));
    const waves = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(scripts, waves, async ([one, two], sizes) => {
        const store = await prepared();
        const ledgers = [
          createTestLedger(scripted(store, one), impatient()),
          createTestLedger(scripted(store, two), impatient()),
        ] as const;
        let asked = 0;
        for (const size of sizes) {
          const wave = Array.from({ length: size }, (_, index) =>
            ledgers[index % 2 === 0 ? 0 : 1].record(BOX, OFFER, openAt(NOON + index)),
          );
          expect(new Set(await Promise.all(wave))).toEqual(new Set(['stored']));
          asked += size;
        }
        expect(await stored(store)).toEqual({ opens: asked, rows: asked, overflow: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('counts every hit once where more than one batch waits and commits fare badly, with two writers', async () => {
    const fare = fc.constantFrom<Fare>('as-is', 'as-is', 'lost-before', 'lost-after');
    const scripts = fc.tuple(fc.array(fare, { maxLength: 8 }), fc.array(fare, { maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(scripts, fc.integer({ min: 400, max: 600 }), async ([one, two], size) => {
        const store = await prepared();
        const ledgers = [
          createTestLedger(scripted(store, one), impatient()),
          createTestLedger(scripted(store, two), impatient()),
        ] as const;
        const wave = Array.from({ length: size }, (_, index) =>
          ledgers[index % 2 === 0 ? 0 : 1].record(BOX, OFFER, openAt(NOON + index)),
        );
        expect(new Set(await Promise.all(wave))).toEqual(new Set(['stored']));
        expect(await stored(store)).toEqual({ opens: size, rows: size, overflow: 0 });
      }),
      { numRuns: 8 },
    );
  });
});

describe('group commit: what storage refuses', () => {
  it('splits a batch until the cause stands alone, and keeps the others', async () => {
    const store = await prepared();
    const choosy: RowStore = {
      ...store,
      commit: async (partition, writes, signal) =>
        JSON.stringify(writes).includes('poison')
          ? { outcome: 'refused', reason: 'InvalidInput' }
          : await store.commit(partition, writes, signal),
    };
    const ledger = createTestLedger(choosy, impatient());
    const asked = Array.from({ length: 60 }, (_, index) =>
      ledger.record(BOX, OFFER, openAt(NOON + index, index === 37 ? { client: 'poison' } : {})),
    );
    const outcomes = await Promise.all(asked);
    expect(outcomes.map((outcome, index) => (outcome === 'logged' ? index : -1)).filter((index) => index >= 0)).toEqual(
      [37],
    );
    expect(ledger.lines.map(({ event }) => event)).toEqual(['hit-not-kept']);
    expect(ledger.lines[0]?.facts).toMatchObject({ mailboxId: BOX, messageId: OFFER, receipt: null });
    expect(await stored(store)).toMatchObject({ opens: 59, rows: 59 });
  });

  it('keeps hits of other messages when the row of one is damaged', async () => {
    const store = await prepared();
    const other = messageId(2);
    const damage: Write = { kind: 'merge', key: `m!${OFFER}`, values: { state0: '{"opens":' } };
    await store.commit(BOX, [damage], new AbortController().signal);
    const ledger = createTestLedger(store, impatient());
    await ledger.register(BOX, other, registrationOf());
    const outcomes = await Promise.all([OFFER, other, OFFER, other].map((id) => ledger.record(BOX, id, openAt(NOON))));
    expect(outcomes).toEqual(['logged', 'stored', 'logged', 'stored']);
    await expect(ledger.register(BOX, OFFER, registrationOf())).rejects.toMatchObject({ code: 'refused' });
  });

  it('gives a mailbox up whose head is damaged', async () => {
    const store = await prepared();
    const damage: Write = { kind: 'merge', key: 'head', values: { generation: -1 } };
    await store.commit(BOX, [damage], new AbortController().signal);
    const ledger = createTestLedger(store, impatient());
    expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('logged');
    await expect(ledger.open(ownerOf(BOX))).rejects.toMatchObject({ code: 'refused' });
  });

  it('takes no more than there is room for, and goes on when there is room again', async () => {
    const store = await prepared();
    const ledger = createTestLedger(store, { limits: { waitingChanges: 10 } });
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))),
    );
    expect(outcomes).toEqual([...Array.from({ length: 10 }, () => 'stored'), 'logged', 'logged']);
    expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('stored');
  });
});

describe('group commit: the end of a process', () => {
  it('writes what waits, and goes on working when all was written in time', async () => {
    const store = await prepared();
    const ledger = createTestLedger(store);
    const asked = Array.from({ length: 30 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index)));
    await ledger.flush(5_000);
    expect(await stored(store)).toMatchObject({ opens: 30 });
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['stored']));
    expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('stored');
  });

  it('has nothing to do when nothing waits', async () => {
    const ledger = createTestLedger(createMemoryStore());
    await ledger.flush(60_000);
    expect(ledger.lines).toEqual([]);
  });

  it('does not wait for a storage that overlooks its signal', async () => {
    const store = await prepared();
    const deaf: RowStore = { ...store, commit: () => new Promise(() => undefined) };
    const ledger = createTestLedger(deaf);
    const asked = [ledger.record(BOX, OFFER, openAt(NOON)), ledger.register(BOX, messageId(3), registrationOf())];
    const answers = Promise.allSettled(asked);
    await ledger.flush(30);
    expect(await answers).toMatchObject([
      { status: 'fulfilled', value: 'logged' },
      { status: 'rejected', reason: { code: 'unavailable' } },
    ]);
    expect(ledger.lines.map(({ event }) => event)).toEqual(['hit-not-kept', 'ledger-stopped']);
  });
});
