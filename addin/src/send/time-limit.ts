import type { Launch } from '../host/launch-events.ts';
import type { Timers } from '../host/timers.ts';

/** What is left of the time that a handler may take. */
export interface TimeLimit {
  /** Milliseconds; 0 or less: over. */
  left(): number;
}

/** With less time left no write is begun: its result could no longer be checked. */
const WRITE_NEEDS_MS = 800;

/** Whether a write may begin. */
export function hasTimeToWrite(limit: TimeLimit): boolean {
  return limit.left() >= WRITE_NEEDS_MS;
}

/**
 * Runs a handler's work and completes the launch exactly once: when the work is done, when it fails, or when the time is over,
 * whichever comes first. Work that is still going on then finds no time left, and so begins nothing more.
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
    // Without a timer nothing could end work that hangs, so it isn't started.
    return complete();
  }
  // A fault of our own ends here: the mail goes out as it is.
  work({ left: () => (completed ? 0 : end - timers.now()) }).then(complete, complete);
}
