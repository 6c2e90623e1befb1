import { keysUnder, secretKey, SERVICE_PARTITION } from '../rows/row-keys.ts';
import type { Write } from '../store/row-store.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import type { SecretsComparison } from './ledger.ts';

/** An id secret and 256 masters fit into it. */
const MOST_CHECKS = 300;

/** Compares check values with those that were stored before, and stores those never seen if asked. */
export async function compareSecrets(
  parts: LedgerParts,
  checks: Readonly<Record<string, string>>,
  keepNew: boolean,
): Promise<SecretsComparison> {
  const stored = await readChecks(parts);
  const changed: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const known = stored.get(name) ?? (keepNew ? await storeCheck(parts, name, check) : check);
    if (known !== check) changed.push(name);
  }
  return { changed, missing: [...stored.keys()].filter((name) => !Object.hasOwn(checks, name)) };
}

/** The check values by the name of their secret. */
async function readChecks(parts: LedgerParts): Promise<ReadonlyMap<string, unknown>> {
  const request = { range: keysUnder(secretKey('')), limit: MOST_CHECKS };
  const { rows } = await ask(parts, (signal) => parts.store.list(SERVICE_PARTITION, request, signal));
  return new Map(rows.map(({ key, values }) => [key.slice(secretKey('').length), values['check']]));
}

/** The value that stands from here on: another instance may have been faster, with another secret. */
async function storeCheck(parts: LedgerParts, name: string, check: string): Promise<unknown> {
  const write: Write = { kind: 'insert', key: secretKey(name), values: { check } };
  const { outcome } = await ask(parts, (signal) => parts.store.commit(SERVICE_PARTITION, [write], signal));
  if (outcome === 'committed') return check;
  const row = await ask(parts, (signal) => parts.store.read(SERVICE_PARTITION, write.key, signal));
  return row?.values['check'];
}
