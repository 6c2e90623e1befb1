import type { Reason } from '../verdict.ts';
import { ENGLISH } from './reasons-english.ts';
import { GERMAN } from './reasons-german.ts';
import { sayIn } from './say-in.ts';

/** Says a reason or headline as a sentence. A code that isn't known (written by a newer version) is said to be unknown. */
export function sayReason(reason: Reason, language: 'en' | 'de'): string {
  return sayIn(language === 'de' ? GERMAN : ENGLISH, reason);
}

/** Every code that can be said. */
export const REASON_CODES: readonly string[] = Object.keys(ENGLISH);
