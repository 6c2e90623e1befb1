import type { englishLater } from './english-later.ts';
import { contactsGerman } from '../contacts/contacts-german.ts';
import { coverageAdviceGerman, coverageGerman, coverageGroupGerman } from '../coverage/coverage-german.ts';
import { digestGerman } from '../digest/digest-german.ts';
import { firstRunGerman } from '../first-run/first-run-german.ts';
import { insightsGerman } from '../insights/insights-german.ts';

export const germanLater: typeof englishLater = {
  firstRun: firstRunGerman,
  digest: digestGerman,
  coverage: coverageGerman,
  coverageGroup: coverageGroupGerman,
  coverageAdvice: coverageAdviceGerman,
  contacts: contactsGerman,
  insights: insightsGerman,
};
