import { settleWithin } from './hit/settle-within.ts';
import { LedgerError } from './ledger/ledger.ts';
import { errorFacts } from './log.ts';
import type { SecretsGuard } from './secrets-guard.ts';
import type { SettingProblem } from './setting-reader.ts';

/** What `/healthz` says of storage. */
export interface StorageReport {
  problems: readonly SettingProblem[];
  notes: readonly string[];
}

/** Looks whether storage lets this app in and knows its secrets. Never rejects, and answers within two seconds. */
export type StorageLook = () => Promise<StorageReport>;

/** Strangers may ask for `/healthz` as often as they like. */
const REMEMBER_MS = 15_000;

/** The app's identity gets its first token in about half of it. */
const WAIT_MS = 2_000;

const STILL_WAITING: StorageReport = {
  problems: [],
  notes: ['Storage has not answered yet. Look again in half a minute: if this stays, nothing can be recorded.'],
};

/** Makes the look of one process. `now` in milliseconds since 1970. */
export function createStorageLook(guard: Pick<SecretsGuard, 'look'>, now: () => number): StorageLook {
  let last: { report: Promise<StorageReport>; at: number } | null = null;
  return async () => {
    const known = last !== null && now() - last.at < REMEMBER_MS ? last : { report: report(guard), at: now() };
    last = known;
    return (await settleWithin(known.report, WAIT_MS)) ?? STILL_WAITING;
  };
}

async function report(guard: Pick<SecretsGuard, 'look'>): Promise<StorageReport> {
  try {
    return { problems: await guard.look(), notes: [] };
  } catch (error) {
    return describeFailure(error);
  }
}

function describeFailure(error: unknown): StorageReport {
  const { error: name, code, cause, causeCode } = errorFacts(error);
  const why = causeCode ?? cause ?? code ?? name ?? '';
  if (!(error instanceof LedgerError) || error.code !== 'forbidden') {
    return { problems: [], notes: [`Storage could not be asked (${why}): nothing can be recorded meanwhile.`] };
  }
  const problem: SettingProblem = {
    setting: 'TABLES_CONNECTION',
    problem: `Storage refuses this app (${why}).`,
    remedy:
      "Give the app's identity the role Storage Table Data Contributor on the account (a new role may take ten minutes), or mend the key in the connection string, and let the account's firewall pass.",
  };
  return { problems: [problem], notes: [] };
}
