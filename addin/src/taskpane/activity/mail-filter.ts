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

/** A mail with the text in which is searched. */
export interface SearchableMail {
  row: DigestRow;
  text: string;
}

/** A page that comes later brings its own rows; the others are searchable already. */
const searchable = new WeakMap<DigestRow, SearchableMail>();

/**
 * Makes mails searchable by subject, and by the names and addresses of recipients. They stand in the order of the activity: the
 * latest first, by the time that `timeOf` says, in milliseconds since 1970.
 */
export function indexMails(rows: readonly DigestRow[], timeOf: (row: DigestRow) => number): readonly SearchableMail[] {
  const timed = rows.map((row) => ({ mail: indexMail(row), at: timeOf(row) }));
  return timed.sort((one, other) => other.at - one.at).map(({ mail }) => mail);
}

function indexMail(row: DigestRow): SearchableMail {
  const known = searchable.get(row);
  if (known !== undefined) return known;
  const mail = { row, text: foldText([row.subject, ...row.recipients.flatMap(wordsOf)].join('\n')) };
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

function wordsOf({ name, address }: DigestRow['recipients'][number]): string[] {
  return name === null ? [address] : [name, address];
}
