import type { Timers } from './timers.ts';

/** A clock that stands still until a test moves it. */
export interface ManualTimers extends Timers {
  /** Moves the time, runs what falls due in its order, and lets promises settle in between. */
  advance(milliseconds: number): Promise<void>;
  /** Timers that are set and not stopped. */
  waiting(): number;
}

const START = Date.UTC(2026, 10, 21, 9);

/** A macrotask: all promises that can settle do so before it. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export function createManualTimers(): ManualTimers {
  let time = START;
  const timers = new Set<{ at: number; run: () => void }>();
  const takeNext = (until: number): (() => void) | null => {
    const [next] = [...timers].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at);
    if (next === undefined) return null;
    timers.delete(next);
    time = Math.max(time, next.at);
    return next.run;
  };
  return {
    now: () => time,
    after: (milliseconds, run) => {
      const timer = { at: time + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: async (milliseconds) => {
      const end = time + milliseconds;
      await settle();
      for (let run = takeNext(end); run !== null; run = takeNext(end)) {
        run();
        await settle();
      }
      time = end;
    },
    waiting: () => timers.size,
  };
}
