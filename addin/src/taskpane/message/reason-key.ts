import { MAIL_UNTRACKED_REASONS } from '@readback/core';

/** The text for a reason as the server keeps it; a word that this pane doesn't know has the text for "unknown". */
export function reasonKey(reason: string) {
  const known = MAIL_UNTRACKED_REASONS.find((each) => each === reason);
  return `reason.${known ?? 'unknown'}` as const;
}
