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
    'A tiny picture tells when your mail is loaded, and links tell when they are followed. What came of it stands beside each sent mail, with the reason why.',
  unknown: 'What can’t be known',
  unknownText:
    'Many programs block pictures, or load them unasked, and scanners follow links. So “not seen” never means “not read”. Mails that you send from your phone aren’t tracked at all.',
  visible: 'What recipients can see',
  visibleText:
    'Tracked links lead through {{host}}, which shows when the pointer is on them; whoever looks at the source finds the picture, too. You can switch both off for any mail.',
};
