/** Texts of the introduction; `texts/english.ts` gathers them. */
export const firstRunEnglish = {
  position: '{{number}} of {{count}}',
  next: 'Next',
  back: 'Back',
  done: 'Done',
  skip: 'Skip',
  close: 'Close',
  tracked: 'What Readback tells you',
  trackedText:
    'A tiny picture tells when your mail is loaded, and links tell when they are followed. Beside each sent mail you see what happened, and how sure that is.',
  unknown: 'What can’t be known',
  unknownText:
    'Many programs block pictures, or load them unasked, and scanners follow links. So “not seen” never means “not read”. Mails you send from your phone aren’t tracked at all.',
  visible: 'What recipients can see',
  visibleText:
    'Tracked links lead through {{host}}, which shows when the pointer is on them. Whoever looks at the source finds the picture, too. You can switch both off for any mail.',
};
