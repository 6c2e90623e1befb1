/** The one source of time in the simulator: everything that Outlook does later is scheduled here. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `run` after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock on the wall, for the page. */
export function createWallClock(): Clock {
  return {
    now: () => Date.now(),
    after: (milliseconds, run) => {
      const id = setTimeout(run, milliseconds);
      return () => clearTimeout(id);
    },
  };
}
