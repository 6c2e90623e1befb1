import { startAzurite, type Azurite } from '../../local/azurite.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { describeLedger } from '../ledger/ledger-contract.fixture.ts';
import { systemSources } from '../ledger/ledger-options.ts';
import { describeOverviews } from '../ledger/overview-contract.fixture.ts';
import { describeRowStore } from './row-store-contract.fixture.ts';
import type { PreparedCommit, RowStore, RowValues, Write } from './row-store.ts';
import { createTableStore } from './table-store.ts';
import { describeVerdicts } from '../ledger/verdict-contract.fixture.ts';

let azurite: Azurite | null = null;
let tables = 0;

beforeAll(async () => {
  azurite = await startAzurite({ folder: null });
});

afterAll(async () => {
  await azurite?.stop();
});

describeRowStore('Azure Tables', freshStore);
describeLedger('Azure Tables', freshStore);
describeVerdicts('Azure Tables', freshStore);
describeOverviews('Azure Tables', freshStore);

describe('a transaction that is prepared', () => {
  const { signal } = new AbortController();
  const insert = (key: string, values: RowValues): Write => ({ kind: 'insert', key, values });
  const replace = (key: string, values: RowValues, etag: string): Write => ({ kind: 'replace', key, values, etag });

  /** A store with two rows, and a transaction on them that was begun before they were last written. */
  async function begin(): Promise<{ store: RowStore; send: PreparedCommit; complete: () => Promise<Write[]> }> {
    const store = freshStore();
    await store.commit('p', [insert('m!1', { n: 1 }), insert('m!2', { n: 1 })], signal);
    const hostile = { text: 'If-Match: *\r\n--changeset_1--\r\n$& 00000000-0000-0000-0000-000000000000-1-' };
    const writes = [insert('e!1', hostile), replace('m!2', { n: 3 }, ''), replace('m!1', { n: 3 }, '')];
    const send = store.prepare?.('p', writes);
    if (send === undefined) throw new Error('The table store prepares nothing');
    const merges: Write[] = ['m!1', 'm!2'].map((key) => ({ kind: 'merge', key, values: { n: 2 } }));
    await store.commit('p', merges, signal);
    const complete = async (): Promise<Write[]> => {
      const etags = [null, await store.read('p', 'm!2', signal), await store.read('p', 'm!1', signal)];
      return writes.map((write, index) =>
        write.kind === 'replace' ? { ...write, etag: etags[index]?.etag ?? '' } : write,
      );
    };
    return { store, send, complete };
  }

  it('is written under the ETags that came, whatever its texts say', async () => {
    const { store, send, complete } = await begin();
    const writes = await complete();
    const result = await send(writes, signal);
    const rows = await Promise.all(writes.map(({ key }) => store.read('p', key, signal)));
    expect(rows.map((row) => row?.values)).toEqual(writes.map((write) => 'values' in write && write.values));
    expect(result).toEqual({ outcome: 'committed', etags: rows.map((row) => row?.etag) });
  });

  it('meets a conflict as any other does', async () => {
    const { store, send, complete } = await begin();
    const writes = await complete();
    await store.commit('p', [{ kind: 'merge', key: 'm!1', values: { n: 9 } }], signal);
    expect(await send(writes, signal)).toEqual({ outcome: 'conflict', index: 2 });
    expect(await store.read('p', 'e!1', signal)).toBeNull();
  });

  it('is given up when its signal fires, and not written before it is sent', async () => {
    const { store, send, complete } = await begin();
    await expect(send(await complete(), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(await store.read('p', 'e!1', signal)).toBeNull();
  });
});

describe('a storage account that refuses the app', () => {
  it('is told from one that cannot be reached', async () => {
    const wrongKey = (azurite?.connection ?? '').replace(
      /AccountKey=[^;]+/,
      `AccountKey=${Buffer.alloc(64).toString('base64')}`,
    );
    const store = createTableStore(wrongKey, { table: 'table0' });
    const { signal } = new AbortController();
    const range = { after: 'a', before: 'b' };
    const asked = [
      store.read('p', 'k', signal),
      store.list('p', { range, limit: 1 }, signal),
      store.scan({ range, limit: 1 }, null, signal),
      store.commit('p', [{ kind: 'insert', key: 'k', values: {} }], signal),
      store.remove('p', 'k', { etag: '*', signal }),
    ];
    for (const question of await Promise.allSettled(asked)) {
      expect(question).toMatchObject({
        status: 'rejected',
        reason: { name: 'StorageForbidden', code: 'AuthorizationFailure' },
      });
    }
    const ledger = createLedger({ store, log: () => undefined, ...systemSources });
    await expect(ledger.compareSecrets({ idSecret: 'a' }, false)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

function freshStore(): RowStore {
  if (azurite === null) throw new Error('Azurite has not started');
  return createTableStore(azurite.connection, { table: `table${(tables += 1)}` });
}
