/** Texts about preferences; `texts/english.ts` gathers them. */
export const preferencesEnglish = {
  failed: 'Your change couldn’t be saved',
  failedText: 'It was undone. Check the connection and try again.',
};
