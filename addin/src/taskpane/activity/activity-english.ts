/** Texts of the activity view; `texts/english.ts` gathers them. */
export const activityEnglish = {
  title: 'Your mails',
  empty: 'Your tracked mails appear here',
  emptyText: 'Send a mail as usual. As soon as it is on its way, you find it here, and what happens to it.',
  more: 'Show earlier mails',
  opens_one: '{{count}} picture load',
  opens_other: '{{count}} picture loads',
  clicks_one: '{{count}} click',
  clicks_other: '{{count}} clicks',
};
