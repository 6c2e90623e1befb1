import type { activityEnglish } from './activity-english.ts';

export const activityGerman: typeof activityEnglish = {
  title: 'Ihre Mails',
  empty: 'Hier erscheinen Ihre verfolgten Mails',
  emptyText: 'Senden Sie eine Mail wie immer. Sobald sie unterwegs ist, finden Sie sie hier, und was aus ihr wird.',
  more: 'Frühere Mails anzeigen',
  opens_one: '{{count}} Mal Bild geladen',
  opens_other: '{{count}} Mal Bild geladen',
  clicks_one: '{{count}} Klick',
  clicks_other: '{{count}} Klicks',
};
