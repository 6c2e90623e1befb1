import { english } from '../texts/english.ts';

/** The text for a reason as the server keeps it; a word that this pane doesn't know has the text for "unknown". */
export function reasonKey(reason: string) {
  return isKnown(reason) ? (`reason.${reason}` as const) : 'reason.unknown';
}

function isKnown(reason: string): reason is keyof typeof english.reason {
  return Object.hasOwn(english.reason, reason);
}
