declare function setTimeout(run: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number): void;

/** The clock of the runtime. Tests bring their own. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Runs once, at the earliest after that time; the answer stops it. In web and new Outlook a hidden page's timers
   * are up to `TIMER_LAG_MS` late (docs/outlook-quirks.md#late-timers).
   */
  after(milliseconds: number, run: () => void): () => void;
}

/** How late a timer of a hidden page may be: office-js#4826 saw 0.8 to 0.9 s. */
export const TIMER_LAG_MS = 900;

export const runtimeTimers: Timers = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
