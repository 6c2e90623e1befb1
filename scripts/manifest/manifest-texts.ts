/** A text that Outlook or the admin centre shows, in every language of the product. */
export interface ManifestText {
  en: string;
  de: string;
}

/**
 * The cultures that get the German texts. No source says that Outlook falls back from de-AT to de-DE, and adding a
 * culture later would block users until an admin consents again (docs/decisions/0061-manifest-is-frozen.md).
 */
export const GERMAN_CULTURES: readonly string[] = ['de-DE', 'de-AT', 'de-CH'];

export const DISPLAY_NAME: ManifestText = { en: 'Readback', de: 'Readback' };

export const DESCRIPTION: ManifestText = {
  en: 'Shows what happened to a mail you sent: whether it was loaded, which links were clicked, and how sure that is.',
  de: 'Zeigt, was mit einer gesendeten E-Mail geschah: ob sie geladen wurde, welche Links angeklickt wurden und wie sicher das ist.',
};

/** Labels and titles of the ribbon, by resource id: at most 125 characters each. */
export const SHORT_TEXTS = {
  Name: DISPLAY_NAME,
  'Read.Title': { en: 'What happened to this mail', de: 'Was mit dieser E-Mail geschah' },
  'Compose.Title': { en: 'What is tracked in this mail', de: 'Was in dieser E-Mail verfolgt wird' },
  'Switch.Label': { en: "Don't track this mail", de: 'Diese E-Mail nicht verfolgen' },
} satisfies Record<string, ManifestText>;

/** Descriptions below the titles, by resource id: at most 250 characters each. */
export const LONG_TEXTS = {
  'Read.Description': {
    en: 'Shows when the mail was loaded, which of its links were clicked, and how sure that is.',
    de: 'Zeigt, wann die E-Mail geladen und welche ihrer Links angeklickt wurden und wie sicher das ist.',
  },
  'Compose.Description': {
    en: 'Shows whether opens and clicks of this mail are tracked, and switches them off, for the whole mail or link by link.',
    de: 'Zeigt, ob Öffnen und Klicks dieser E-Mail verfolgt werden, und schaltet es ab, für die ganze E-Mail oder einzelne Links.',
  },
  'Switch.Description': {
    en: 'Sends this mail without our picture and with its links as you wrote them. Press again to track it after all.',
    de: 'Sendet diese E-Mail ohne unser Bild und mit den Links, wie Sie sie geschrieben haben. Erneut drücken, um sie doch zu verfolgen.',
  },
} satisfies Record<string, ManifestText>;
