import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import type { Reason } from '@readback/core';
import { sayInEnglish } from '@readback/core/english';
import { english } from './english.ts';
import type { englishLater } from './english-later.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english & typeof englishLater };
  }
}

/** The pane's texts in one language. */
export interface Texts {
  t: TFunction;
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
  loadLater: async () => (await import('./english-later.ts')).englishLater,
};

/** Loads the texts in Outlook's language: German where it is German, else English. `language` is BCP 47. */
export async function loadTexts(language: string): Promise<Texts> {
  const reader = parseLocale(language);
  const lng = reader?.language === 'de' ? 'de' : 'en';
  const { translation, say, loadLater } = lng === 'de' ? (await import('./language-german.ts')).GERMAN : IN_ENGLISH;
  const i18n = createInstance({
    lng,
    resources: { [lng]: { translation } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  const t = await i18n.init();
  let adding: Promise<void> | null = null;
  const add = async (): Promise<void> => {
    i18n.addResourceBundle(lng, 'translation', await loadLater(), true);
  };
  const later = (): Promise<void> => (adding ??= add());
  return { t, say, later, language: lng, locale: reader?.language === lng ? reader.baseName : lng };
}

function parseLocale(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language);
  } catch {
    // Outlook named a language in a way that nobody knows.
    return null;
  }
}
