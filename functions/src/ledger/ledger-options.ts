import { randomBytes } from 'node:crypto';
import type { Log } from '../log.ts';
import type { RowEntropy } from '../rows/row-keys.ts';
import type { RowStore } from '../store/row-store.ts';
import { systemClock, type Clock } from './clock.ts';

/** What a ledger is made of. Time and chance come in from outside. */
export interface LedgerOptions {
  store: RowStore;
  log: Log;
  clock: Clock;
  /** A number from 0 up to 1, different for each process: spreads the back-off. */
  jitter: () => number;
  /** 16 lower-case hex digits that no other process gives. */
  entropy: () => RowEntropy;
  limits?: Partial<LedgerLimits>;
}

export interface LedgerLimits {
  /** How long one request to storage may take, in milliseconds. */
  attemptMs: number;
  /** How long a caller of anything but `record` waits for storage, in milliseconds. */
  answerMs: number;
  /** Changes that wait for storage at most, in all mailboxes together: what an outage may cost in memory. */
  waitingChanges: number;
}

export const DEFAULT_LIMITS: LedgerLimits = { attemptMs: 4_000, answerMs: 8_000, waitingChanges: 10_000 };

/** Bytes of a row's entropy. */
const ENTROPY_LENGTH = 8;

/** The machine's clock and chance. */
export const systemSources: Pick<LedgerOptions, 'clock' | 'jitter' | 'entropy'> = {
  clock: systemClock,
  jitter: () => Math.random(),
  entropy: createEntropy(),
};

/** Asks the system for many random bytes at once: a request for each hit of a burst would cost a tenth of judging it. */
function createEntropy(): () => RowEntropy {
  let pool = Buffer.alloc(0);
  return () => {
    if (pool.length === 0) pool = randomBytes(ENTROPY_LENGTH * 512);
    const piece = pool.toString('hex', 0, ENTROPY_LENGTH);
    pool = pool.subarray(ENTROPY_LENGTH);
    return piece;
  };
}
