import type { DigestRow } from '@readback/core';
import { clickSign, readerSign } from '@readback/core/overview';
import type { MailFilter } from './mail-filter-names.ts';

/** Whether a mail is one of those that a filter names. */
const BELONGS: Readonly<Record<MailFilter, (row: DigestRow) => boolean>> = {
  all: () => true,
  clicked: (row) => clickSign(row) !== null,
  opened: (row) => ['person', 'likely'].includes(readerSign(row)),
  none: (row) => readerSign(row) === 'none',
  unknowable: (row) => readerSign(row) === 'unknowable',
  corrected: (row) => row.corrected,
};

/** Letters that Unicode doesn't take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** A text as it is compared: without case, accents, and differences of width. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** A mail with the text in which is searched. */
export interface SearchableMail {
  row: DigestRow;
  text: string;
}

/** Makes mails searchable by subject, and by the names and addresses of recipients. */
export function indexMails(rows: readonly DigestRow[]): readonly SearchableMail[] {
  return rows.map((row) => ({ row, text: foldText([row.subject, ...row.recipients.flatMap(wordsOf)].join('\n')) }));
}

/** The mails of a filter in which every word of the search occurs, the latest sign or sending first. */
export function findMails(mails: readonly SearchableMail[], filter: MailFilter, search: string): readonly DigestRow[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const found = mails.filter(({ row, text }) => BELONGS[filter](row) && words.every((word) => text.includes(word)));
  return found
    .map(({ row }) => ({ row, at: lastTime(row) }))
    .sort((one, other) => other.at - one.at)
    .map(({ row }) => row);
}

/** When a person last gave a sign, or the mail was sent; milliseconds since 1970, 0 where neither is known. */
function lastTime({ lastPersonAt, sentAt }: Pick<DigestRow, 'lastPersonAt' | 'sentAt'>): number {
  return Math.max(Date.parse(lastPersonAt ?? '') || 0, Date.parse(sentAt ?? '') || 0);
}

function wordsOf({ name, address }: DigestRow['recipients'][number]): string[] {
  return name === null ? [address] : [name, address];
}
