import { contactsEnglish } from '../contacts/contacts-english.ts';
import { coverageAdviceEnglish, coverageEnglish, coverageGroupEnglish } from '../coverage/coverage-english.ts';
import { digestEnglish } from '../digest/digest-english.ts';
import { firstRunEnglish } from '../first-run/first-run-english.ts';
import { insightsEnglish } from '../insights/insights-english.ts';

/** Texts that no first view says: they are loaded with what says them, see `useLaterTexts`. */
export const englishLater = {
  firstRun: firstRunEnglish,
  digest: digestEnglish,
  coverage: coverageEnglish,
  coverageGroup: coverageGroupEnglish,
  coverageAdvice: coverageAdviceEnglish,
  contacts: contactsEnglish,
  insights: insightsEnglish,
};
