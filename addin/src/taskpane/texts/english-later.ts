import { contactsEnglish } from '../contacts/contacts-english.ts';
import { coverageAdviceEnglish, coverageEnglish, coverageGroupEnglish } from '../coverage/coverage-english.ts';
import { digestEnglish } from '../digest/digest-english.ts';
import { firstRunEnglish } from '../first-run/first-run-english.ts';
import { insightsEnglish } from '../insights/insights-english.ts';
import { toastsEnglish } from '../toasts/toasts-english.ts';

/** Texts that no first view says: they are loaded with what says them, see `useLaterTexts`. */
export const englishLater = {
  signIn: {
    title: 'Sign in to see your mails',
    text: 'Readback uses your work account. You do this once; then Outlook signs you in by itself.',
    pageText: 'Readback uses your work account. You do this once a day in this browser.',
    writingTitle: 'Sign in to have mails tracked',
    writingText:
      'Until then mails go out untracked, just as you write them. Readback uses your work account. You do this once; then Outlook signs you in by itself.',
    button: 'Sign in',
    busy: 'Signing in',
    failed:
      'That didn’t work. Allow the sign-in window and try again. If it still fails, ask your admin whether Readback is switched on for you.',
    confirmTitle: 'Is this mailbox yours?',
    confirmText:
      'This mailbox is {{address}}, but you’re signed in with another address. Readback keeps mails apart by mailbox, so it asks once.',
    confirm: 'Yes, it’s mine',
    other: 'Use another account',
  },
  firstRun: firstRunEnglish,
  digest: digestEnglish,
  coverage: coverageEnglish,
  coverageGroup: coverageGroupEnglish,
  coverageAdvice: coverageAdviceEnglish,
  contacts: contactsEnglish,
  insights: insightsEnglish,
  toasts: toastsEnglish,
};
