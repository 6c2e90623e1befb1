import type { toastsEnglish } from './toasts-english.ts';

export const toastsGerman: typeof toastsEnglish = {
  opened: 'Von einem Menschen geöffnet',
  openedLikely: 'Wahrscheinlich von einem Menschen geöffnet',
  clicked: 'Erster Klick eines Menschen',
  clickedLikely: 'Wahrscheinlich der erste Klick eines Menschen',
  back_one: 'Erneut geöffnet, nach {{count}} Tag',
  back_other: 'Erneut geöffnet, nach {{count}} Tagen',
  about: '{{subject}} · {{recipients}}',
  news: 'Neues zu Ihren Mails',
  many_one: 'Neuigkeiten zu {{count}} Mail',
  many_other: 'Neuigkeiten zu {{count}} Mails',
  show: 'Anzeigen',
  dismiss: 'Schließen',
  settingsText: 'Erstes Öffnen, erster Klick und Rückkehr nach drei Tagen oder mehr.',
  all: 'Alle meine Mails',
  starred: 'Nur Mails an Kontakte mit Stern',
  none: 'Keine',
  desktop: 'Auch auf dem Desktop anzeigen',
  desktopText: 'Solange diese Seite offen ist, auch hinter anderen Fenstern.',
  desktopOn: 'Wird auch auf dem Desktop angezeigt, solange diese Seite offen ist.',
  desktopDenied:
    'Ihr Browser blockiert Desktop-Benachrichtigungen für diese Seite. Sie können sie in seinen Website-Einstellungen erlauben.',
};
