/** Texts of what is derived from all mails; `texts/english.ts` gathers them. */
export const digestEnglish = {
  progress_one: '{{read}} of your mails read …',
  progress_other: '{{read}} of your mails read …',
};
