import type { Reason } from '../verdict.ts';

/** Writes one reason out. */
export type Sentence = (values: Reason['values']) => string;

/** Every code that a reason or a headline may have. */
export type ReasonCode =
  | 'before-send' | 'own-look' | 'that-was-me' | 'only-checked' | 'browser-prefetch' | 'gmail-prefetch' | 'gmail-proxy'
  | 'apple-relay' | 'bare-name' | 'service-proxy' | 'proton-prefetch' | 'microsoft-check' | 'microsoft-proxy'
  | 'microsoft-unclear' | 'link-preview' | 'program' | 'mail-security' | 'fossil-browser' | 'opened-in'
  | 'mail-program-in-data-centre' | 'webmail' | 'data-centre' | 'data-centre-click' | 'nameless' | 'false-name' | 'no-browser' | 'safe-links'
  | 'microsoft-click-unclear' | 'burst' | 'pretended-browser' | 'relay-click' | 'clicked-in' | 'clicked-in-webmail'
  | 'own-network' | 'same-office' | 'may-be-from-reply'
  | 'too-fast' | 'nothing-fits' | 'contradiction' | 'not-judged' | 'headline-clicked' | 'headline-clicked-likely' | 'headline-opened'
  | 'headline-opened-likely' | 'headline-apple' | 'headline-gmail-prefetch' | 'headline-proton' | 'headline-preview'
  | 'headline-prefetch' | 'headline-unclear' | 'headline-scanned' | 'headline-nothing' | 'headline-filter-strips' | 'domain-scans'
  | 'domain-strips' | 'domain-relays'; // prettier-ignore

/** Longer names are cut: they come from headers, which anybody can write. */
const MAX_NAME = 80;

/** A value as text on one line; the fallback where it is missing or empty. */
export function textOf(values: Reason['values'], name: string, fallback: string): string {
  const value = values[name];
  if (typeof value !== 'string') return fallback;
  const text = value.replace(NOT_PRINTED, ' ').trim();
  return text === '' ? fallback : text.slice(0, MAX_NAME);
}

/** Blanks, control characters, and marks that turn the direction of writing (Unicode, Bidi_Control). */
const NOT_PRINTED = /(?:[^ -\uffff]|[\s\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])+/g;

/** A value as a count; 0 where it isn't one. */
export function numberOf(values: Reason['values'], name: string): number {
  const value = values[name];
  return typeof value === 'number' && value >= 0 && value < Number.MAX_SAFE_INTEGER ? Math.floor(value) : 0;
}

/** The phrase of a word that may be any; nothing where there is none for it. */
export function phraseOf(phrases: Readonly<Record<string, string>>, word: string): string {
  return Object.prototype.hasOwnProperty.call(phrases, word) ? (phrases[word] ?? '') : '';
}
