import { AzureCliCredential } from '@azure/identity';
import { systemSources } from '../src/ledger/ledger-options.ts';
import { createRepair, type Repair } from '../src/ledger/repair.ts';
import { createTableStore } from '../src/ledger/table-store.ts';

/** Which storage an admin's tool works on. */
export const STORAGE_USAGE =
  'Storage is the one that TABLES_CONNECTION names; for an address instead of a connection string, sign in with az login.';

/** The repair tool over the storage that is named in the environment. Throws an Error when none is. */
export function openRepair(): Repair {
  const connection = process.env['TABLES_CONNECTION'];
  if (connection === undefined) throw new Error('TABLES_CONNECTION is not set');
  const log = (event: string, facts: object = {}): void => console.error(JSON.stringify({ event, ...facts }));
  // Where there is no connection string, whoever is signed in with `az login` asks.
  const store = createTableStore(connection, { credential: new AzureCliCredential() });
  return createRepair({ store, log, ...systemSources });
}
