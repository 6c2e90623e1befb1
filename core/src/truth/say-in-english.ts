import type { Reason } from '../verdict.ts';
import { ENGLISH } from './reasons-english.ts';
import { sayIn } from './say-in.ts';

/** Says a reason or headline in English. */
export function sayInEnglish(reason: Reason): string {
  return sayIn(ENGLISH, reason);
}
