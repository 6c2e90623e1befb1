import type { Language } from './language.ts';

/** Sentences of the pages. `{…}` is filled in by the page. */
export interface PageTexts {
  showTitle: string;
  showIntro: string;
  showGoOn: string;
  revokedIntro: string;
  brokenTitle: string;
  brokenIntro: string;
  caseLostIntro: string;
  claimedHost: string;
  brokenAdvice: string;
  unavailableTitle: string;
  unavailableIntro: string;
  unavailableAdvice: string;
  productTitle: string;
  productIntro: string;
  consentGiven: string;
  consentMissing: string;
  whatThisIs: string;
  contact: string;
}

const en: PageTexts = {
  showTitle: 'Where this link goes',
  showIntro: 'The link in the mail leads to {host}:',
  showGoOn: 'It opens when you click on it. Nothing has been recorded so far.',
  revokedIntro:
    'This link was made with a key that is no longer trusted. It leads to {host}. Please look at the address before you go there:',
  brokenTitle: 'This link does not work',
  brokenIntro: 'Its address was cut off or changed on the way, so we cannot be sure where it should lead.',
  caseLostIntro:
    'A mail program or filter on the way wrote its address in small letters. What it said can no longer be read.',
  claimedHost: 'It says that it leads to this site, which we could not verify: {host}',
  brokenAdvice: 'Please open the link from the mail itself once more, or ask the sender for the address.',
  unavailableTitle: 'This link cannot be opened at the moment',
  unavailableIntro: 'The service behind it is not set up correctly, so the address cannot be verified.',
  unavailableAdvice: 'Please try again later, or ask the sender for the address.',
  productTitle: 'Readback',
  productIntro:
    'Readback tells the sender of a mail in Outlook whether its pictures were loaded and its links were clicked, and how sure that is.',
  consentGiven: 'The consent was given. You can close this window.',
  consentMissing: 'The consent was not given ({code}). You can close this window and try again.',
  whatThisIs: 'The sender of the mail learns that its links were clicked. The links hold no recipient’s address.',
  contact: 'Questions? Ask {contact}.',
};

const de: PageTexts = {
  showTitle: 'Wohin dieser Link führt',
  showIntro: 'Der Link in der Mail führt zu {host}:',
  showGoOn: 'Er öffnet sich, wenn Sie darauf klicken. Bisher wurde nichts aufgezeichnet.',
  revokedIntro:
    'Dieser Link wurde mit einem Schlüssel erstellt, dem nicht mehr vertraut wird. Er führt zu {host}. Bitte prüfen Sie die Adresse, bevor Sie dorthin gehen:',
  brokenTitle: 'Dieser Link funktioniert nicht',
  brokenIntro: 'Seine Adresse wurde unterwegs gekürzt oder verändert. Deshalb ist nicht sicher, wohin er führen soll.',
  caseLostIntro:
    'Ein Mailprogramm oder Filter hat seine Adresse unterwegs in Kleinbuchstaben geschrieben. Sie lässt sich nicht mehr lesen.',
  claimedHost: 'Er gibt an, zu dieser Seite zu führen, was wir nicht prüfen konnten: {host}',
  brokenAdvice:
    'Bitte öffnen Sie den Link noch einmal aus der Mail selbst, oder fragen Sie den Absender nach der Adresse.',
  unavailableTitle: 'Dieser Link lässt sich gerade nicht öffnen',
  unavailableIntro: 'Der Dienst dahinter ist nicht richtig eingerichtet. Deshalb lässt sich die Adresse nicht prüfen.',
  unavailableAdvice: 'Bitte versuchen Sie es später noch einmal, oder fragen Sie den Absender nach der Adresse.',
  productTitle: 'Readback',
  productIntro:
    'Readback zeigt dem Absender einer Mail in Outlook, ob ihre Bilder geladen und ihre Links angeklickt wurden, und wie sicher das ist.',
  consentGiven: 'Die Zustimmung wurde erteilt. Sie können dieses Fenster schließen.',
  consentMissing:
    'Die Zustimmung wurde nicht erteilt ({code}). Sie können dieses Fenster schließen und es erneut versuchen.',
  whatThisIs:
    'Der Absender der Mail erfährt, dass ihre Links angeklickt wurden. In den Links steht keine Adresse eines Empfängers.',
  contact: 'Fragen? Wenden Sie sich an {contact}.',
};

/** The sentences in each language. */
export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { en, de };
