const PAUSE_MS = 6_000;

/** Reading the mail may take at most this share of the time, however long it is. */
const MOST_SHARE = 0.05;

/**
 * How long to leave the mail alone after reading it took `tookMs`. Outlook tells nobody that a text changed, so it has to be
 * asked, and asking for a long thread costs the sender's machine something.
 */
export function pauseAfter(tookMs: number): number {
  return Math.max(PAUSE_MS, tookMs / MOST_SHARE);
}

/** A click into the pane asks again, unless the answer is this fresh. */
export const FRESH_MS = 1_000;
