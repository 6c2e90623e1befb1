/** What happens is to be seen within 5 s; the answer's own way takes some of them. */
export const POLL_MS = 3_000;

const LONGEST_MS = 30_000;

/** How long to wait before asking again; `failures` counts those before, from 0. */
export function pauseAfterFailure(failures: number): number {
  return Math.min(LONGEST_MS, POLL_MS * 2 ** failures);
}
