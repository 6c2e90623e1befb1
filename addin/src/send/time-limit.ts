import type { Launch } from '../host/launch-events.ts';
import type { Timers } from '../host/timers.ts';

/** What is left of the time that a handler may take. */
export interface TimeLimit {
  /** Milliseconds; 0 or less: over. */
  left(): number;
}

/**
 * Runs a handler's work and completes the launch exactly once: when the work is through, when it fails, or when the time
 * is over. Work that goes on after that finds no time left, so it begins nothing more.
 */
export function runWithin(
  limitMs: number,
  launch: Launch,
  timers: Timers,
  work: (limit: TimeLimit) => Promise<void>,
): void {
  const end = timers.now() + limitMs;
  let completed = false;
  const complete = (): void => {
    if (completed) return;
    completed = true;
    stop();
    launch.complete();
  };
  const stop = timers.after(limitMs, complete);
  // A fault of our own ends here: the mail goes out as it is.
  work({ left: () => (completed ? 0 : end - timers.now()) }).then(complete, complete);
}
