import { ask, type LedgerRoom } from './ledger-room.ts';
import { keysUnder, secretKey, SERVICE_PARTITION } from './row-keys.ts';
import type { Write } from './row-store.ts';

/** An id secret and 256 masters fit into it. */
const MOST_CHECKS = 300;

/**
 * Compares check values with those that were stored at first start, and stores those never seen.
 * @returns the names whose value differs.
 */
export async function changedSecrets(
  room: LedgerRoom,
  checks: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const request = { range: keysUnder('secret!'), limit: MOST_CHECKS };
  const { rows } = await ask(room, (signal) => room.store.list(SERVICE_PARTITION, request, signal));
  const stored = new Map(rows.map(({ key, values }) => [key, values['check']]));
  const changed: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const known = stored.get(secretKey(name)) ?? (await storeCheck(room, name, check));
    if (known !== check) changed.push(name);
  }
  return changed;
}

/** The value that stands from here on: another instance may have been faster, with another secret. */
async function storeCheck(room: LedgerRoom, name: string, check: string): Promise<unknown> {
  const write: Write = { kind: 'insert', key: secretKey(name), values: { check } };
  const { outcome } = await ask(room, (signal) => room.store.commit(SERVICE_PARTITION, [write], signal));
  if (outcome === 'committed') return check;
  const row = await ask(room, (signal) => room.store.read(SERVICE_PARTITION, write.key, signal));
  return row?.values['check'];
}
