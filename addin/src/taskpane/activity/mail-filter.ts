import type { DigestRow } from '@readback/core';
import { clickSign, readerSign } from '@readback/core/overview';
import { foldText } from '../look/fold-text.ts';
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

/** A mail with the text in which is searched, and when it last gave a sign. */
export interface SearchableMail {
  row: DigestRow;
  text: string;
  at: number;
}

/** A page that comes later brings its own rows; the others are searchable already. */
const searchable = new WeakMap<DigestRow, SearchableMail>();

/** Makes mails searchable by subject, and by the names and addresses of recipients; the latest sign or sending first. */
export function indexMails(rows: readonly DigestRow[]): readonly SearchableMail[] {
  return rows.map(indexMail).sort((one, other) => other.at - one.at);
}

function indexMail(row: DigestRow): SearchableMail {
  const known = searchable.get(row);
  if (known !== undefined) return known;
  const text = foldText([row.subject, ...row.recipients.flatMap(wordsOf)].join('\n'));
  const mail = { row, text, at: lastTime(row) };
  searchable.set(row, mail);
  return mail;
}

/** The mails of a filter in which every word of the search occurs, in their order. */
export function findMails(mails: readonly SearchableMail[], filter: MailFilter, search: string): readonly DigestRow[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return mails
    .filter(({ row, text }) => BELONGS[filter](row) && words.every((word) => text.includes(word)))
    .map(({ row }) => row);
}

/** When a person last gave a sign, or the mail was sent; milliseconds since 1970, 0 where neither is known. */
function lastTime({ lastPersonAt, sentAt }: Pick<DigestRow, 'lastPersonAt' | 'sentAt'>): number {
  return Math.max(Date.parse(lastPersonAt ?? '') || 0, Date.parse(sentAt ?? '') || 0);
}

function wordsOf({ name, address }: DigestRow['recipients'][number]): string[] {
  return name === null ? [address] : [name, address];
}
