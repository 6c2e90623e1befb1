import { DamagedRow } from '../rows/damaged-row.ts';
import type { Clock } from './clock.ts';

/** The process ends, or storage had its time: no further request is made. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly code = 'stopped';
}

const FIRST_WAIT_MS = 100;
/** Somebody else's commit is over soon, and the more writers there are, the longer their turns. */
const LONGEST_CONFLICT_MS = 3_200;
const LONGEST_OUTAGE_MS = 30_000;
/** While the process ends there are seconds left, and each outage may be over. */
const LONGEST_HURRY_MS = 200;

/**
 * Requests to storage, each with its own time limit, and the waits between them: full jitter from 100 ms
 * (AWS Architecture Blog, "Exponential Backoff And Jitter").
 */
export class Attempts {
  readonly #options: { clock: Clock; jitter: () => number; attemptMs: number };
  readonly #running = new Set<AbortController>();
  readonly #waiting = new Set<AbortController>();
  #hurried = false;
  #stopped = false;

  constructor(options: { clock: Clock; jitter: () => number; attemptMs: number }) {
    this.#options = options;
  }

  /** One request; its signal fires at the time limit. Rejects with `Stopped` after `stop`. */
  async run<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#stopped) throw new Stopped('No request is made any more');
    const attempt = new AbortController();
    const over = new AbortController();
    this.#running.add(attempt);
    const limit = this.#abortLater(attempt, over.signal);
    try {
      return await Promise.race([request(attempt.signal), whenCut(attempt.signal)]);
    } catch (error) {
      throw this.#stopped ? new Stopped('The request was cut short', { cause: error }) : error;
    } finally {
      this.#running.delete(attempt);
      over.abort();
      await limit;
    }
  }

  /** Repeats a request until it is answered or `times` are over; then rejects with its last error. A damaged row is an answer. */
  async repeat<T>(
    request: (signal: AbortSignal) => Promise<T>,
    times: number,
    failed?: (error: unknown) => void,
  ): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.run(request);
      } catch (error) {
        if (error instanceof Stopped || error instanceof DamagedRow || attempt + 1 >= times) throw error;
        failed?.(error);
        await this.#wait(attempt, LONGEST_OUTAGE_MS);
      }
    }
  }

  /** The pause before folding again what met a conflict for the `attempt`th time, from 0. */
  async waitAfterConflict(attempt: number): Promise<void> {
    await this.#wait(attempt, LONGEST_CONFLICT_MS);
  }

  /** Ends every pause, and keeps the later ones short. */
  hurry(): void {
    this.#hurried = true;
    for (const pause of this.#waiting) pause.abort();
  }

  /** Cuts every request and pause short, for good. */
  stop(): void {
    this.#stopped = true;
    for (const controller of [...this.#running, ...this.#waiting]) controller.abort();
  }

  /** Back to normal after `hurry`. */
  relax(): void {
    this.#hurried = false;
  }

  async #wait(attempt: number, longestMs: number): Promise<void> {
    if (this.#stopped) throw new Stopped('There is nothing to wait for any more');
    const pause = new AbortController();
    this.#waiting.add(pause);
    const limitMs = Math.min(FIRST_WAIT_MS * 2 ** attempt, this.#hurried ? LONGEST_HURRY_MS : longestMs);
    await this.#options.clock.sleep(this.#options.jitter() * limitMs, pause.signal);
    this.#waiting.delete(pause);
  }

  async #abortLater(attempt: AbortController, over: AbortSignal): Promise<void> {
    await this.#options.clock.sleep(this.#options.attemptMs, over);
    if (!over.aborted) attempt.abort();
  }
}

/** Rejects when the signal fires, so that a request that overlooks it holds nobody up. */
function whenCut(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Storage did not answer in time')));
  });
}
