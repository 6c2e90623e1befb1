import type { firstRunEnglish } from './first-run-english.ts';

export const firstRunGerman: typeof firstRunEnglish = {
  position: '{{number}} von {{count}}',
  next: 'Weiter',
  back: 'Zurück',
  done: 'Fertig',
  skip: 'Überspringen',
  close: 'Schließen',
  tracked: 'Was Readback Ihnen sagt',
  trackedText:
    'Ein winziges Bild meldet, wenn Ihre Mail geladen wird, und Links melden, wenn ihnen jemand folgt. Neben jeder gesendeten Mail sehen Sie, was geschehen ist und wie sicher das ist.',
  unknown: 'Was niemand wissen kann',
  unknownText:
    'Viele Programme blockieren Bilder oder laden sie ungefragt, und Scanner folgen Links. „Nicht gesehen“ heißt deshalb nie „nicht gelesen“. Mails, die Sie vom Handy senden, werden gar nicht verfolgt.',
  visible: 'Was Empfänger sehen können',
  visibleText:
    'Verfolgte Links führen über {{host}}; das sieht man, sobald der Zeiger auf ihnen steht. Wer in den Quelltext schaut, findet auch das Bild. Beides lässt sich für jede Mail ausschalten.',
};
