import { GERMAN } from './truth/reasons-german.ts';
import { sayIn } from './truth/say-in.ts';
import type { Reason } from './verdict.ts';

/** Says a reason or headline in German. A side door, so that a page loads the sentences of its own language alone (decision 0052). */
export function sayInGerman(reason: Reason): string {
  return sayIn(GERMAN, reason);
}
