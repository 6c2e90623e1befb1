import type { englishLater } from './english-later.ts';
import { contactsGerman } from '../contacts/contacts-german.ts';
import { coverageAdviceGerman, coverageGerman, coverageGroupGerman } from '../coverage/coverage-german.ts';
import { digestGerman } from '../digest/digest-german.ts';
import { firstRunGerman } from '../first-run/first-run-german.ts';
import { insightsGerman } from '../insights/insights-german.ts';
import { toastsGerman } from '../toasts/toasts-german.ts';

export const germanLater: typeof englishLater = {
  signIn: {
    title: 'Anmelden, um Ihre Mails zu sehen',
    text: 'Readback nutzt Ihr Arbeitskonto. Das ist nur einmal nötig, danach meldet Outlook Sie selbst an.',
    pageText: 'Readback nutzt Ihr Arbeitskonto. In diesem Browser ist das einmal am Tag nötig.',
    writingTitle: 'Anmelden, damit Mails verfolgt werden',
    writingText:
      'Bis dahin gehen Mails unverfolgt hinaus, genau wie Sie sie schreiben. Readback nutzt Ihr Arbeitskonto. Das ist nur einmal nötig, danach meldet Outlook Sie selbst an.',
    button: 'Anmelden',
    busy: 'Anmeldung läuft',
    failed:
      'Das hat nicht geklappt. Erlauben Sie das Anmeldefenster und versuchen Sie es noch einmal. Wenn es dabei bleibt, fragen Sie Ihre IT, ob Readback für Sie eingeschaltet ist.',
    confirmTitle: 'Ist das Ihr Postfach?',
    confirmText:
      'Dieses Postfach ist {{address}}, angemeldet sind Sie mit einer anderen Adresse. Readback hält Mails nach Postfach getrennt und fragt deshalb einmal nach.',
    confirm: 'Ja, das ist meins',
    other: 'Anderes Konto verwenden',
  },
  firstRun: firstRunGerman,
  digest: digestGerman,
  coverage: coverageGerman,
  coverageGroup: coverageGroupGerman,
  coverageAdvice: coverageAdviceGerman,
  contacts: contactsGerman,
  insights: insightsGerman,
  toasts: toastsGerman,
};
