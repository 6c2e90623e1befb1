import type { Reason } from '../verdict.ts';

/** Writes one reason out. */
export type Sentence = (values: Reason['values']) => string;

/** Every code that a reason or a headline may have. */
export type ReasonCode =
  | 'before-send' | 'own-look' | 'that-was-me' | 'only-checked' | 'browser-prefetch' | 'gmail-prefetch' | 'gmail-proxy'
  | 'apple-relay' | 'bare-name' | 'service-proxy' | 'proton-prefetch' | 'microsoft-check' | 'microsoft-proxy'
  | 'microsoft-unclear' | 'link-preview' | 'program' | 'mail-security' | 'fossil-browser' | 'opened-in'
  | 'mail-program-in-data-centre' | 'webmail' | 'data-centre' | 'nameless' | 'false-name' | 'no-browser' | 'safe-links'
  | 'microsoft-click-unclear' | 'burst' | 'pretended-browser' | 'relay-click' | 'clicked-in' | 'clicked-in-webmail'
  | 'own-network' | 'same-office' | 'may-be-from-reply'
  | 'nothing-fits' | 'contradiction' | 'not-judged' | 'headline-clicked' | 'headline-clicked-likely' | 'headline-opened'
  | 'headline-opened-likely' | 'headline-apple' | 'headline-gmail-prefetch' | 'headline-proton' | 'headline-preview'
  | 'headline-prefetch' | 'headline-unclear' | 'headline-scanned' | 'headline-nothing' | 'headline-filter-strips' | 'domain-scans'
  | 'domain-strips' | 'domain-relays'; // prettier-ignore

/** A value as text; the fallback where it is missing or empty. */
export function textOf(values: Reason['values'], name: string, fallback: string): string {
  const value = values[name];
  return value === undefined || value === '' ? fallback : String(value);
}

/** A value as a number; 0 where it isn't one. */
export function numberOf(values: Reason['values'], name: string): number {
  const value = values[name];
  return typeof value === 'number' ? value : 0;
}
