import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import type { Reason } from '@readback/core';
import { sayInEnglish } from '@readback/core/english';
import { english } from './english.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english };
  }
}

/** The pane's texts in one language. */
export interface Texts {
  t: TFunction;
  /** Says the server's reasons and headlines. */
  say: (reason: Reason) => string;
  /** `en` or `de`. */
  language: string;
  /** BCP 47, for dates and numbers: the reader's region, in the language of the texts. */
  locale: string;
}

const IN_ENGLISH = { translation: english, say: sayInEnglish };

/** Loads the texts in Outlook's language: German where it is German, else English. `language` is BCP 47. */
export async function loadTexts(language: string): Promise<Texts> {
  const reader = parseLocale(language);
  const lng = reader?.language === 'de' ? 'de' : 'en';
  const { translation, say } = lng === 'de' ? await import('./language-german.ts') : IN_ENGLISH;
  const i18n = createInstance({
    lng,
    resources: { [lng]: { translation } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  const t = await i18n.init();
  return { t, say, language: lng, locale: reader?.language === lng ? reader.baseName : lng };
}

function parseLocale(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language);
  } catch {
    // Outlook named a language in a way that nobody knows.
    return null;
  }
}
