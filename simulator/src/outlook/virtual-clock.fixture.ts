import type { Clock } from './clock.ts';

/** A clock for tests: it stands still until it is moved, so that minutes pass in no time and always in the same order. */
export interface VirtualClock extends Clock {
  /** Lets all promises that can settle do so, without moving the time. */
  settle(): Promise<void>;
  /** Moves the time, running in order what falls due. */
  advance(milliseconds: number): Promise<void>;
  /**
   * Moves the time until the promise settles, and answers as it does.
   * Throws when nothing is left that could settle it, or after an hour of virtual time.
   */
  until<T>(promise: Promise<T>): Promise<T>;
}

interface Timer {
  at: number;
  order: number;
  run: () => void;
}

const HOUR = 3_600_000;

/** A turn of the event loop: all microtasks that are ready, and those that they make ready, run before it. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts at the given moment (default: 2026-11-21T09:00Z). */
export function createVirtualClock(start = Date.UTC(2026, 10, 21, 9)): VirtualClock {
  let time = start;
  let order = 0;
  const timers = new Set<Timer>();

  const next = (): Timer | null => {
    let first: Timer | null = null;
    for (const timer of timers) {
      if (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) first = timer;
    }
    return first;
  };

  const runNext = async (before: number): Promise<boolean> => {
    await settle();
    const timer = next();
    if (timer === null || timer.at > before) return false;
    timers.delete(timer);
    time = Math.max(time, timer.at);
    timer.run();
    return true;
  };

  return {
    now: () => time,
    after: (milliseconds, run) => {
      const timer = { at: time + Math.max(0, milliseconds), order: order++, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    settle,
    advance: async (milliseconds) => {
      const end = time + milliseconds;
      while (await runNext(end)) await settle();
      time = end;
    },
    until: async (promise) => {
      const end = time + HOUR;
      let done = false;
      const finish = (): void => {
        done = true;
      };
      promise.then(finish, finish);
      await settle();
      while (!done) {
        if (!(await runNext(end))) throw new Error('Nothing is left to happen that would settle the promise.');
        await settle();
      }
      return promise;
    },
  };
}
