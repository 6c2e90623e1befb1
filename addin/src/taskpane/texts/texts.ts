import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from './english.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english };
  }
}

/** The pane's texts in one language. */
export interface Texts {
  i18n: i18n;
  /** BCP 47, for dates and numbers: the reader's region, in the language of the texts. */
  locale: string;
}

/** Loads the texts in Outlook's language: German where it is German, else English. `language` is BCP 47. */
export async function loadTexts(language: string): Promise<Texts> {
  const base = baseOf(language);
  const lng = base === 'de' ? 'de' : 'en';
  const translation = lng === 'de' ? (await import('./german.ts')).german : english;
  const i18n = createInstance({
    lng,
    resources: { [lng]: { translation } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await i18n.use(initReactI18next).init();
  return { i18n, locale: base === lng ? language : 'en' };
}

function baseOf(language: string): string {
  try {
    return new Intl.Locale(language).language;
  } catch {
    // Outlook named a language in a way that nobody knows.
    return 'en';
  }
}
