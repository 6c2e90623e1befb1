import type { Launch } from '../host/launch-events.ts';
import type { Timers } from '../host/timers.ts';

/** What is left of the time that a handler may take. */
export interface TimeLimit {
  /** Milliseconds; 0 or less: over. */
  left(): number;
}

/** A write isn't begun with less time left: whoever begins one must be able to look at what came of it. */
const WRITE_NEEDS_MS = 800;

/** Whether a write may begin. */
export function hasTimeToWrite(limit: TimeLimit): boolean {
  return limit.left() >= WRITE_NEEDS_MS;
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
    try {
      launch.complete();
    } catch {
      // Outlook no longer knows the launch, and nobody else is left to be told.
    }
  };
  let stop = (): void => undefined;
  try {
    stop = timers.after(limitMs, complete);
  } catch {
    // Without a timer nothing could end work that hangs, so none is begun.
    return complete();
  }
  // A fault of our own ends here: the mail goes out as it is.
  work({ left: () => (completed ? 0 : end - timers.now()) }).then(complete, complete);
}
