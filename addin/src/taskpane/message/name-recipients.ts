import type { Recipient } from '@readback/core';
import { keepFormats } from '../look/intl-formats.ts';

const listFormat = keepFormats<Intl.ListFormat, Intl.ListFormatOptions>(Intl.ListFormat);

const MOST_NAMES = 3;

/** The first few names, and how many more there are. `recipients` may be the first of `total`. */
export function nameRecipients(
  recipients: readonly Recipient[],
  locale: string,
  total = recipients.length,
): { names: string; more: number } {
  const shown = total > MOST_NAMES ? recipients.slice(0, MOST_NAMES - 1) : recipients;
  const names = shown.map(({ name, address }) => name ?? address);
  const more = total - shown.length;
  // Making the format takes longer than drawing a screen of mails, and most go to one person.
  if (names.length < 2) return { names: names.join(''), more };
  // "A, B and 3 more" is put together by the text; a complete list ends in "and" by itself.
  const type = more > 0 ? 'unit' : 'conjunction';
  return { names: listFormat(locale, { style: 'long', type }).format(names), more };
}
