import { ApiError } from '../api/api-error.ts';
import { kindOfError } from '../api/api-error.ts';

/** What happens is to be seen within 5 s; the answer's own way takes some of them. */
export const POLL_MS = 3_000;

const LONGEST_MS = 30_000;

/** How long to wait before asking again; `failures` counts those before, from 0. */
export function pauseAfterFailure(failures: number): number {
  return Math.min(LONGEST_MS, POLL_MS * 2 ** failures);
}

/** Whether asking again may help without the sender doing anything. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const kind = kindOfError(error);
  return kind === 'offline' || kind === 'unavailable';
}
