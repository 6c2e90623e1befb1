import { readHit } from '../rows/hit-row.ts';
import { isReceiptKey } from '../rows/row-keys.ts';
import type { RowStore } from '../store/row-store.ts';
import {
  clickAt,
  createTestLedger,
  DAY_MS,
  expectFoldedState,
  mailboxId,
  messageId,
  NOON,
  openAt,
  opened,
  ownerOf,
  registrationOf,
  rowsIn,
  spoil,
  type TestLedger,
} from './ledger.fixture.ts';
import type { Mailbox } from './ledger.ts';

const BOX = mailboxId(1);
const ANNA = ownerOf(BOX);
const OFFER = messageId(5);
const FIRST = { after: null, limit: 50 };

/** What goes on with the rows of a mailbox as time passes and things go wrong, over every store. */
export function describeUpkeep(storeName: string, freshStore: () => RowStore): void {
  async function begin(): Promise<{ store: RowStore; ledger: TestLedger; anna: Mailbox }> {
    const store = freshStore();
    const ledger = createTestLedger(store);
    return { store, ledger, anna: await opened(ledger) };
  }

  describe(`ledger over ${storeName}: rows that make no sense`, () => {
    it('hide none of the others, and are told in the log', async () => {
      const { store, ledger } = await begin();
      await recordOpens(ledger, [1, 2, 3]);
      await ledger.record(BOX, messageId(1), clickAt(NOON + 10, 0));
      const [hit] = await rowsIn(store, BOX, `e!${messageId(1)}`);
      for (const key of [`m!${messageId(2)}`, `m!${messageId(3)}`, hit?.key ?? '']) {
        await spoil(store, key, { headline: '{', digest0: '{', facts: '{' });
      }
      const fresh = createTestLedger(store);
      const box = await opened(fresh);
      const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
      expect(ids(await box.messages(FIRST))).toEqual([messageId(1)]);
      const overview = await fresh.overview(ANNA, 2);
      expect(overview && ids(overview.messages)).toEqual([messageId(1)]);
      expect(overview?.messages.next).toBe(messageId(2));
      expect((await fresh.digest(ANNA, null))?.items).toHaveLength(1);
      expect((await fresh.message(ANNA, messageId(1), FIRST))?.hits.map(({ kind }) => kind)).toEqual(['open']);
      const told = fresh.lines.map(({ event, facts }) => [event, facts['key']]);
      expect(told).toContainEqual(['row-passed-over', `m!${messageId(2)}`]);
      expect(told).toContainEqual(['row-passed-over', hit?.key]);
    });

    it('hide nothing of what is known of a domain', async () => {
      const { store, ledger } = await begin();
      await recordOpens(ledger, [1, 2]);
      await ledger.register(BOX, messageId(3), registrationOf());
      await spoil(store, `m!${messageId(2)}`, { signs: 7 });
      const fresh = createTestLedger(store);
      expect(await (await opened(fresh)).domains()).toMatchObject([{ domain: 'example.com', messages: 2 }]);
      expect(await fresh.message(ANNA, messageId(3), FIRST)).toMatchObject({ opens: 0 });
    });

    it('can be deleted by their sender, with all that belongs to them', async () => {
      const { store, ledger } = await begin();
      await recordOpens(ledger, [1, 2]);
      await spoil(store, `m!${messageId(1)}`, { state0: '{"opens":' });
      const fresh = createTestLedger(store);
      const box = await opened(fresh);
      await expect(fresh.message(ANNA, messageId(1), FIRST)).rejects.toMatchObject({ code: 'refused' });
      expect(await box.deleteMessage(messageId(1))).toBe(true);
      expect((await opened(fresh)).head.version).not.toBe(box.head.version);
      expect(await rowsIn(store, BOX, `e!${messageId(1)}`)).toEqual([]);
      expect((await box.activity(FIRST)).items.map((item) => item.messageId)).toEqual([messageId(2)]);
      expect((await box.messages(FIRST)).items.map(({ id }) => id)).toEqual([messageId(2)]);
      expect(await fresh.record(BOX, messageId(1), openAt(NOON))).toBe('dropped');
      expect(await box.deleteMessage(messageId(1))).toBe(false);
      await box.putMessage(messageId(1), registrationOf());
      await fresh.record(BOX, messageId(1), openAt(NOON + 1));
      expect(await fresh.message(ANNA, messageId(1), FIRST)).toMatchObject({ opens: 1 });
      await expectFoldedState(store, messageId(1));
    });

    it('are deleted once although the answer to it is lost', async () => {
      const { store, ledger } = await begin();
      await recordOpens(ledger, [1]);
      await spoil(store, `m!${messageId(1)}`, { state0: '{"opens":' });
      let isLost = false;
      const lossy: RowStore = {
        ...store,
        commit: async (partition, writes, signal) => {
          const result = await store.commit(partition, writes, signal);
          const isTombstone = writes.some((write) => write.kind === 'replace' && write.values['deleted'] === true);
          if (!isTombstone || isLost) return result;
          isLost = true;
          throw new Error('The answer is lost');
        },
      };
      expect(await (await opened(createTestLedger(lossy))).deleteMessage(messageId(1))).toBe(true);
      expect(isLost).toBe(true);
    });
  });

  describe(`ledger over ${storeName}: the daily sweep`, () => {
    const nothing = { expired: 0, unregistered: 0, settled: 0, receipts: 0, left: 0 };

    it('drops held hits after 14 days', async () => {
      const { store, ledger } = await begin();
      await ledger.record(BOX, OFFER, openAt(NOON));
      ledger.clock.pass(DAY_MS);
      await ledger.record(BOX, messageId(6), openAt(NOON));
      await ledger.register(BOX, messageId(7), registrationOf());
      ledger.clock.pass(13 * DAY_MS - 1);
      expect(await ledger.sweep(180)).toMatchObject({ unregistered: 0 });
      ledger.clock.pass(2);
      expect(await ledger.sweep(180)).toMatchObject({ expired: 0, unregistered: 1 });
      expect(await rowsIn(store, BOX, `m!${OFFER}`)).toEqual([]);
      expect(await rowsIn(store, BOX, 'e!')).toHaveLength(1);
      expect(await ledger.message(ANNA, messageId(7), FIRST)).not.toBeNull();
      expect(await ledger.record(BOX, OFFER, openAt(ledger.clock.now()))).toBe('held');
    });

    it('forgets messages past the retention time, deleted ones too', async () => {
      const { store, ledger, anna } = await begin();
      for (const number of [1, 2]) {
        await ledger.register(BOX, messageId(number), registrationOf());
        await ledger.record(BOX, messageId(number), openAt(NOON));
      }
      await anna.deleteMessage(messageId(2));
      ledger.clock.pass(20 * DAY_MS);
      await ledger.register(BOX, messageId(3), registrationOf());
      await ledger.record(BOX, messageId(3), openAt(ledger.clock.now()));
      ledger.clock.pass(10 * DAY_MS + 1);
      expect(await ledger.sweep(30)).toMatchObject({ expired: 2, unregistered: 0 });
      const keys = (await rowsIn(store, BOX)).map(({ key }) => key.slice(0, 2));
      expect(keys.filter((key) => key !== 'r!')).toEqual(['a!', 'e!', 'he', 'm!']);
      expect((await anna.messages(FIRST)).items.map(({ id }) => id)).toEqual([messageId(3)]);
    });

    it('forgets what it cannot read past its time, and goes on with the rest', async () => {
      const { store, ledger } = await begin();
      await recordOpens(ledger, [1, 2, 3]);
      await spoil(store, `m!${messageId(2)}`, { state0: '{"opens":' });
      const fresh = createTestLedger(store);
      fresh.clock.pass(40 * DAY_MS);
      expect(await fresh.sweep(30)).toMatchObject({ expired: 3, left: 0 });
      const left = (await rowsIn(store, BOX)).map(({ key }) => key).filter((key) => !isReceiptKey(key));
      expect(left).toEqual(['head']);
    });

    it('leaves a message whose hits it cannot fold, and goes on with the rest', async () => {
      const { store, ledger } = await begin();
      await recordOpens(ledger, [1, 2]);
      const [hit] = await rowsIn(store, BOX, `e!${messageId(1)}`);
      await spoil(store, hit?.key ?? '', { facts: '{' });
      for (const number of [1, 2]) await spoil(store, `m!${messageId(number)}`, { stale: true });
      const fresh = createTestLedger(store);
      expect(await fresh.sweep(30)).toMatchObject({ settled: 1, left: 1 });
      expect(fresh.lines).toMatchObject([
        { event: 'message-not-swept', facts: { mailboxId: BOX, messageId: messageId(1), error: 'DamagedRow' } },
      ]);
      await expectFoldedState(store, messageId(2));
    });

    it('leaves a message whose hits come in too fast, and goes on with the rest', async () => {
      const { store, ledger } = await begin();
      await recordOpens(ledger, [1, 2]);
      for (const number of [1, 2]) await spoil(store, `m!${messageId(number)}`, { stale: true });
      const busy: RowStore = {
        ...store,
        list: async (partition, request, signal) => {
          const page = await store.list(partition, request, signal);
          if (request.range.after.startsWith(`e!${messageId(1)}`)) {
            await ledger.record(BOX, messageId(1), openAt(NOON));
          }
          return page;
        },
      };
      const sweeping = createTestLedger(busy);
      expect(await sweeping.sweep(30)).toMatchObject({ settled: 1, left: 1 });
      expect(sweeping.lines).toMatchObject([{ event: 'message-not-swept', facts: { error: 'MessageBusy' } }]);
    });

    it('goes on when a mailbox was removed by hand and messages of it were left', async () => {
      const { store, ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await store.commit(BOX, [{ kind: 'delete', key: 'head' }], new AbortController().signal);
      const fresh = createTestLedger(store);
      fresh.clock.pass(40 * DAY_MS);
      expect(await fresh.sweep(30)).toMatchObject({ expired: 0, left: 1, receipts: 1 });
    });

    it('removes receipts after a day', async () => {
      const { store, ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await rowsIn(store, BOX, 'r!')).toHaveLength(1);
      ledger.clock.pass(DAY_MS);
      expect(await ledger.sweep(180)).toEqual(nothing);
      ledger.clock.pass(1);
      expect(await ledger.sweep(180)).toEqual({ ...nothing, receipts: 1 });
      expect(await rowsIn(store, BOX, 'r!')).toEqual([]);
    });

    it('finishes a deletion that was cut short', async () => {
      const { store, ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      await ledger.record(BOX, OFFER, clickAt(NOON, 1));
      const failing = createTestLedger(withoutDeletes(store));
      expect(await (await opened(failing)).deleteMessage(OFFER)).toBe(true);
      expect(failing.lines.map(({ event }) => event)).toEqual(['ledger-settles-later']);
      expect((await anna.messages(FIRST)).items).toEqual([]);
      expect(await rowsIn(store, BOX, 'e!')).toHaveLength(2);
      expect(await ledger.sweep(180)).toEqual({ ...nothing, settled: 1 });
      expect([...(await rowsIn(store, BOX, 'e!')), ...(await rowsIn(store, BOX, 'a!'))]).toEqual([]);
      expect(await ledger.sweep(180)).toEqual(nothing);
    });

    it('finishes a no that was cut short, and shows none of it meanwhile', async () => {
      const { store, ledger } = await begin();
      await ledger.record(BOX, OFFER, openAt(NOON));
      await ledger.record(BOX, OFFER, clickAt(NOON, 1));
      const failing = createTestLedger(withoutDeletes(store));
      expect(await failing.register(BOX, OFFER, registrationOf({ opens: false }))).toBe('created');
      const detail = await ledger.message(ANNA, OFFER, FIRST);
      expect(detail).toMatchObject({ opens: 0, clicks: 1 });
      expect(detail?.hits.map(({ kind }) => kind)).toEqual(['click']);
      expect(await ledger.sweep(180)).toEqual({ ...nothing, settled: 1 });
      expect((await rowsIn(store, BOX, 'e!')).map((row) => readHit(row).hit.kind)).toEqual(['click']);
      await expectFoldedState(store, OFFER);
    });
  });
}

/** Messages with a hit each. */
async function recordOpens(ledger: TestLedger, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await ledger.register(BOX, messageId(number), registrationOf());
    await ledger.record(BOX, messageId(number), openAt(NOON + number));
  }
}

/** A store that fails whoever wants to delete. */
function withoutDeletes(store: RowStore): RowStore {
  return {
    ...store,
    commit: async (partition, writes, signal) => {
      if (writes.some(({ kind }) => kind === 'delete')) throw new Error('No deletes today');
      return await store.commit(partition, writes, signal);
    },
  };
}
