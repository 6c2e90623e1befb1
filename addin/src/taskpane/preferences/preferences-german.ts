import type { preferencesEnglish } from './preferences-english.ts';

export const preferencesGerman: typeof preferencesEnglish = {
  failed: 'Ihre Änderung ließ sich nicht speichern',
  failedText: 'Sie wurde zurückgenommen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
};
