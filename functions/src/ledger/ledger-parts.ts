import { DamagedRow } from '../rows/damaged-row.ts';
import { StorageForbidden } from '../store/row-store.ts';
import { Attempts } from './attempts.ts';
import { GroupCommit } from './group-commit.ts';
import { Heads } from './heads.ts';
import { DEFAULT_LIMITS, type LedgerLimits, type LedgerOptions } from './ledger-options.ts';
import { LedgerError } from './ledger.ts';
import { NotKept } from './not-kept.ts';

/** Requests of callers who wait are repeated this often. */
const TIMES = 3;

/** What everything that works on one ledger shares. */
export interface LedgerParts extends Omit<LedgerOptions, 'limits'> {
  limits: LedgerLimits;
  attempts: Attempts;
  heads: Heads;
  commits: GroupCommit;
}

/** Makes the parts of one ledger. */
export function createLedgerParts({ limits: changed, ...options }: LedgerOptions): LedgerParts {
  const limits = { ...DEFAULT_LIMITS, ...changed };
  const { store, clock, jitter, entropy, log } = options;
  const attempts = new Attempts({ clock, jitter, attemptMs: limits.attemptMs });
  const heads = new Heads(store, clock);
  const { waitingChanges } = limits;
  const commits = new GroupCommit({ store, heads, attempts, clock, entropy, log, waitingChanges });
  return { ...options, limits, attempts, heads, commits };
}

/** A request to storage for somebody who waits. Rejects with a `LedgerError`. */
export async function ask<T>(parts: LedgerParts, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return await answered(parts, parts.attempts.repeat(request, TIMES));
}

/** `work`, or a `LedgerError` when it fails or takes too long; it may go on after that. */
export async function answered<T>({ clock, limits }: LedgerParts, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const limit = clock.sleep(limits.answerMs, over.signal).then((): never => {
    throw new LedgerError('unavailable', 'Storage did not answer in time');
  });
  try {
    return await Promise.race([work, limit]);
  } catch (error) {
    throw ledgerError(error);
  } finally {
    // Wakes the sleep, whose rejection the race has already taken.
    over.abort();
  }
}

function ledgerError(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error;
  const isFinal = error instanceof DamagedRow || (error instanceof NotKept && error.code === 'refused');
  if (isFinal) return new LedgerError('refused', 'Storage does not take or give this', error);
  if (error instanceof StorageForbidden) return new LedgerError('forbidden', 'Storage refuses this app', error);
  return new LedgerError('unavailable', 'Storage could not be reached', error);
}
