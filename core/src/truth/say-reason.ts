import type { Reason } from '../verdict.ts';
import type { ReasonCode } from './reason-texts.ts';
import { ENGLISH } from './reasons-english.ts';
import { GERMAN } from './reasons-german.ts';

/** Says a reason or headline as a sentence. A code that isn't known (written by a newer version) is said to be unknown. */
export function sayReason(reason: Reason, language: 'en' | 'de'): string {
  const sentences = language === 'de' ? GERMAN : ENGLISH;
  const { code } = reason;
  return isKnown(code) ? sentences[code](reason.values) : sentences['nothing-fits']({});
}

/** Every code that can be said. */
export const REASON_CODES: readonly string[] = Object.keys(ENGLISH);

function isKnown(code: string): code is ReasonCode {
  return REASON_CODES.includes(code);
}
