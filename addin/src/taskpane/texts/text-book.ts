import { formatNumber } from '../look/format-number.ts';

/** Texts by section and key. `{{name}}` is filled in; `_one` and `_other` are picked by `count`. */
export type TextSections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is filled into a text, numbers as the reader writes them; where it has a `count`, that picks the number too. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Texts of one language, of which more may come. */
export interface TextBook {
  /** The text of `section.key` with `values` filled in; the key itself where there is none. */
  say: (key: string, values?: TextValues) => string;
  add: (more: TextSections) => void;
}

/** `locale`: whose grammar counts and whose numbers are written, BCP 47. */
export function openTextBook(locale: string, first: TextSections): TextBook {
  const texts = new Map<string, string>();
  const grammar = new Intl.PluralRules(locale);
  const write = (value: string | number): string => (typeof value === 'number' ? formatNumber(value, locale) : value);
  const add: TextBook['add'] = (more) => {
    for (const [section, keys] of Object.entries(more)) {
      for (const [key, text] of Object.entries(keys)) texts.set(`${section}.${key}`, text);
    }
  };
  add(first);
  return {
    add,
    say: (key, values = {}) => {
      const count = values['count'];
      const counted = typeof count === 'number' ? texts.get(`${key}_${grammar.select(count)}`) : undefined;
      const text = counted ?? texts.get(key) ?? key;
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => write(values[name] ?? ''));
    },
  };
}
