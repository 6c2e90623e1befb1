import { startAzurite, type Azurite } from '../../local/azurite.ts';
import { describeLedger } from './ledger-contract.fixture.ts';
import { describeOverviews } from './overview-contract.fixture.ts';
import { describeRowStore } from './row-store-contract.fixture.ts';
import type { RowStore } from './row-store.ts';
import { createTableStore } from './table-store.ts';
import { describeVerdicts } from './verdict-contract.fixture.ts';

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

function freshStore(): RowStore {
  if (azurite === null) throw new Error('Azurite has not started');
  return createTableStore(azurite.connection, { table: `table${(tables += 1)}` });
}
