import type { MailUntrackedReason } from '@readback/core';
import { english } from '../texts/english.ts';

/** The text that says what to do about a reason; null where nothing can be done. */
export function adviceKey(reason: MailUntrackedReason) {
  return hasAdvice(reason) ? (`advice.${reason}` as const) : null;
}

function hasAdvice(reason: MailUntrackedReason): reason is MailUntrackedReason & keyof typeof english.advice {
  return Object.hasOwn(english.advice, reason);
}
