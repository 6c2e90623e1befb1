import { createMemoryStore } from '../store/memory-store.ts';
import type { RowStore } from '../store/row-store.ts';
import { createTestLedger, mailboxId, opened } from './ledger.fixture.ts';

const BOX = mailboxId(1);

describe('what was revoked', () => {
  it('stays so when the list that was asked for before comes only then', async () => {
    const store = createMemoryStore();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const lists: Promise<unknown>[] = [];
    const slow: RowStore = {
      ...store,
      list: (...asked) => {
        const page = store.list(...asked).then(async (found) => {
          await released;
          return found;
        });
        lists.push(page);
        return page;
      },
    };
    const ledger = createTestLedger(slow);
    expect(ledger.isRevoked(BOX, 0)).toBe(false);
    expect(await (await opened(ledger)).raiseGeneration()).toBe(1);
    expect(ledger.isRevoked(BOX, 0)).toBe(true);
    release();
    await Promise.all(lists);
    await new Promise((resolve) => setImmediate(resolve));
    expect(lists).toHaveLength(1);
    expect(ledger.isRevoked(BOX, 0)).toBe(true);
    expect(ledger.isRevoked(BOX, 1)).toBe(false);
  });
});
