import { AzureCliCredential } from '@azure/identity';
import { systemSources } from '../src/ledger/ledger-options.ts';
import { createRepair, type Repair } from '../src/ledger/repair.ts';
import { LedgerError } from '../src/ledger/ledger.ts';
import { createTableStore } from '../src/store/table-store.ts';
import { errorFacts } from '../src/log.ts';
import { tablesRule } from '../src/setting-rules.ts';

/** Which storage an admin's tool works on. */
export const STORAGE_USAGE =
  'Storage is the one that the environment variable TABLES_CONNECTION names, as in the settings of the app; where that is an address and no connection string, sign in with az login.';

/** What Azure's library calls its own failures to get a token. */
const NO_TOKEN = /Credential|Authentication/;

/** The repair tool over the storage that is named in the environment. Throws an Error when none is. */
export function openRepair(): Repair {
  const connection = process.env['TABLES_CONNECTION'];
  if (connection === undefined)
    throw new Error('TABLES_CONNECTION is not set: export TABLES_CONNECTION=https://NAME.table.core.windows.net');
  if (tablesRule.parse(connection) === null) throw new Error(`TABLES_CONNECTION must be ${tablesRule.expected}`);
  const log = (event: string, facts: object = {}): void => console.error(JSON.stringify({ event, ...facts }));
  // Where there is no connection string, whoever is signed in with `az login` asks.
  const store = createTableStore(connection, { credential: new AzureCliCredential() });
  return createRepair({ store, log, ...systemSources });
}

/** What an admin is told of a failure; what storage did is no question of how the tool is used. */
export function explainFailure(error: unknown, usage: string): string {
  if (!(error instanceof LedgerError)) return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  const { cause = '', causeCode = null } = errorFacts(error);
  return `${error.message} (${causeCode ?? cause}). ${remedyFor(error, String(cause))}`;
}

function remedyFor(error: LedgerError, cause: string): string {
  if (error.code === 'forbidden')
    return 'Whoever asks needs the role Storage Table Data Contributor on the account, or its key, and a way through its firewall.';
  if (NO_TOKEN.test(cause)) return 'Sign in with the Azure CLI first: az login.';
  return 'Check TABLES_CONNECTION and the way to the account; then run this again: what was done stays, and nothing is done twice.';
}
