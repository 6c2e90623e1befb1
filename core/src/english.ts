import { ENGLISH } from './truth/reasons-english.ts';
import { sayIn } from './truth/say-in.ts';
import type { Reason } from './verdict.ts';

/** Says a reason or headline in English. A side door, so that a page loads the sentences of its own language alone (decision 0052). */
export function sayInEnglish(reason: Reason): string {
  return sayIn(ENGLISH, reason);
}
