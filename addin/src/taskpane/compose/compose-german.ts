import type { composeEnglish } from './compose-english.ts';

export const composeGerman: typeof composeEnglish = {
  title: 'Noch nicht gesendet. Beim Senden:',
  both: 'Öffnungen und Klicks werden verfolgt',
  opensOnly: 'Öffnungen werden verfolgt',
  clicksOnly: 'Klicks werden verfolgt',
  neither: 'Diese Mail wird nicht verfolgt',
  opens: 'Öffnungen',
  opensOn: 'Ein winziges Bild meldet, wenn die Mail geladen wird.',
  clicks: 'Klicks',
  clicksOn_one: '{{count}} Link führt über {{host}} und wird gezählt.',
  clicksOn_other: '{{count}} Links führen über {{host}} und werden gezählt.',
  off: 'Für diese Mail ausgeschaltet.',
  cannot: 'Nicht möglich',
  links: 'Links',
  linksCount: '{{tracked}} von {{count}} verfolgt',
  noLinks: 'Noch keine Links in dieser Mail. Sie erscheinen hier, während Sie schreiben.',
  linkSwitch: '{{link}} verfolgen',
  noText: 'Link ohne Text',
  linkOff: 'Bleibt auf Ihren Wunsch, wie er ist.',
  refresh: 'Mail erneut lesen',
  refreshed: 'Aktualisiert {{when}}',
  unreadable: 'Die Mail ist gerade nicht lesbar',
  unreadableText:
    'Outlook hat nicht geantwortet. Beim Senden kann es anders kommen, als hier steht. Klicken Sie in den Bereich, um es noch einmal zu versuchen.',
  notSaved: 'Der Schalter konnte nicht gespeichert werden',
  notSavedText: 'Outlook hat ihn nicht angenommen, deshalb steht er wieder wie vorher. Versuchen Sie es noch einmal.',
};
