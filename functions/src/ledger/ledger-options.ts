import { randomBytes } from 'node:crypto';
import type { Log } from '../log.ts';
import { systemClock, type Clock } from './clock.ts';
import type { RowEntropy } from './row-keys.ts';
import type { RowStore } from './row-store.ts';

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

/** The machine's clock and chance. */
export const systemSources: Pick<LedgerOptions, 'clock' | 'jitter' | 'entropy'> = {
  clock: systemClock,
  jitter: () => Math.random(),
  entropy: () => randomBytes(8).toString('hex'),
};
