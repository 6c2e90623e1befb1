import type { Reason } from '@readback/core';
import { sayInEnglish } from '@readback/core/english';
import { loadPart } from '../loading/load-part.ts';
import { english } from './english.ts';
import type { englishLater } from './english-later.ts';
import { openTextBook } from './text-book.ts';
import type { TextValues } from './text-book.ts';

type Sections = typeof english & typeof englishLater;

/** A text that differs by number is said by one key. */
type Uncounted<Key> = Key extends `${infer Name}_one` | `${infer Name}_other` ? Name : Key;

/** `section.key` of every text of the pane. */
export type TextKey = {
  [Section in keyof Sections]: `${Section}.${Uncounted<keyof Sections[Section] & string>}`;
}[keyof Sections];

/** The pane's texts in one language. */
export interface Texts {
  /** Says a text with `values` filled in; a `count` among them picks its number. */
  t: (key: TextKey, values?: TextValues) => string;
  /** Says the server's reasons and headlines. */
  say: (reason: Reason) => string;
  /** Adds the texts that no first view says; the same promise each time, as React's `use` wants it. */
  later: () => Promise<void>;
  /** `en` or `de`. */
  language: string;
  /** BCP 47, for dates and numbers: the reader's region, in the language of the texts. */
  locale: string;
}

const IN_ENGLISH = {
  translation: english,
  say: sayInEnglish,
  loadLater: () => loadPart(async () => (await import('./english-later.ts')).englishLater),
};

/** Loads the texts in Outlook's language: German where it is German, else English. `language` is BCP 47. */
export async function loadTexts(language: string): Promise<Texts> {
  const reader = parseLocale(language);
  const lng = reader?.language === 'de' ? 'de' : 'en';
  const { translation, say, loadLater } = lng === 'de' ? (await import('./language-german.ts')).GERMAN : IN_ENGLISH;
  const locale = reader?.language === lng ? reader.baseName : lng;
  const book = openTextBook(locale, translation);
  let adding: Promise<void> | null = null;
  const add = async (): Promise<void> => {
    book.add(await loadLater());
  };
  const later = (): Promise<void> => (adding ??= add());
  return { t: book.say, say, later, language: lng, locale };
}

function parseLocale(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language);
  } catch {
    // Outlook named a language in a way that nobody knows.
    return null;
  }
}
