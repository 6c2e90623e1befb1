import { startAzurite, type Azurite } from '../../local/azurite.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { describeLedger } from '../ledger/ledger-contract.fixture.ts';
import { systemSources } from '../ledger/ledger-options.ts';
import { describeOverviews } from '../ledger/overview-contract.fixture.ts';
import { describeUpkeep } from '../ledger/upkeep-contract.fixture.ts';
import { describeVerdicts } from '../ledger/verdict-contract.fixture.ts';
import { describeRowStore } from './row-store-contract.fixture.ts';
import type { RowStore } from './row-store.ts';
import { createTableStore } from './table-store.ts';

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
describeUpkeep('Azure Tables', freshStore);

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
