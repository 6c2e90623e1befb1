import type { Grade, ProgramEvent } from './program-shapes.ts';
import type { RequesterId } from './requesters.ts';

/** One thing that is asked for when something happens. */
export interface Step {
  by: RequesterId;
  asks: 'pictures' | 'every-link' | 'this-link';
  /** From what happened to the first request, in milliseconds. */
  afterMs: number;
  /** How often each is asked for; absent: once. */
  times?: number;
  /** From one request to the next, in milliseconds. */
  gapMs?: number;
  /** However many there are, the last comes at most so long after what happened, in milliseconds. */
  withinMs?: number;
  /** Shown from a store from then on: whoever asked doesn't ask for it again. */
  keeps?: boolean;
}

/** A text in the languages of the simulator. */
export interface BothLanguages {
  en: string;
  de: string;
}

/** A mail program, or something that looks at a mail beside one: a row each. */
export interface RecipientProgram {
  name: BothLanguages;
  /** What it does, in a sentence. */
  does: BothLanguages;
  source: string;
  grade: Grade;
  /** Shows links through Microsoft's, as Safe Links writes them. */
  wrapsLinks?: boolean;
  /** What is asked for when something happens; an event that isn't named can't happen in it. */
  on: Readonly<Partial<Record<ProgramEvent, readonly Step[]>>>;
}

const ROWS = {
  'outlook-classic': {
    name: { en: 'Outlook (classic)', de: 'Outlook (klassisch)' },
    does: {
      en: 'Blocks pictures until somebody asks for them, then loads them itself.',
      de: 'Blockiert Bilder, bis jemand sie anfordert, und lädt sie dann selbst.',
    },
    source: 'Microsoft, "Block or unblock automatic picture downloads in email messages in Outlook"',
    grade: 'A',
    on: {
      arrive: [],
      display: [],
      'show-pictures': [{ by: 'outlook-classic', asks: 'pictures', afterMs: 0 }],
      click: [{ by: 'edge', asks: 'this-link', afterMs: 0 }],
    },
  },
  'outlook-web': {
    name: { en: 'Outlook on the web', de: 'Outlook im Web' },
    does: {
      en: 'Shows pictures through Microsoft’s picture server.',
      de: 'Zeigt Bilder über Microsofts Bildserver.',
    },
    source:
      'Set-OwaMailboxPolicy -ExternalImageProxyEnabled, on by default; against it MailPing 2026: fetched by the device',
    grade: 'B',
    on: {
      arrive: [],
      display: [{ by: 'microsoft-pictures', asks: 'pictures', afterMs: 0 }],
      click: [{ by: 'edge-webmail', asks: 'this-link', afterMs: 0 }],
    },
  },
  'outlook-safe-links': {
    name: { en: 'Outlook with Safe Links', de: 'Outlook mit Safe Links' },
    does: {
      en: 'At a click Microsoft looks at the link too, from its own network, just before the person gets there.',
      de: 'Bei einem Klick sieht auch Microsoft den Link an, aus dem eigenen Netz, kurz bevor die Person dort ankommt.',
    },
    source: 'thomask.sdf.org 2022-07-22; Microsoft, "Safe Links in Defender for Office 365" (time-of-click)',
    grade: 'A',
    wrapsLinks: true,
    on: {
      arrive: [],
      display: [],
      'show-pictures': [{ by: 'outlook-classic', asks: 'pictures', afterMs: 0 }],
      click: [
        { by: 'microsoft-clicks', asks: 'this-link', afterMs: 0 },
        { by: 'edge', asks: 'this-link', afterMs: 900 },
      ],
    },
  },
  'apple-mail-private': {
    name: { en: 'Apple Mail, privacy protection on', de: 'Apple Mail mit Datenschutz' },
    does: {
      en: 'Loads every picture through Apple’s relay some time after delivery, read or not; later it shows its own copy.',
      de: 'Lädt jedes Bild einige Zeit nach der Zustellung über Apples Relay, gelesen oder nicht; später zeigt es seine Kopie.',
    },
    // In truth when the device is on Wi-Fi and power (SparkPost): three seconds stand for that.
    source: 'ClickDimensions "Adjusted Opens"; SparkPost on the time; Apple, "Protect Mail Activity"',
    grade: 'A',
    on: {
      arrive: [{ by: 'apple-privacy-proxy', asks: 'pictures', afterMs: 3_000, keeps: true }],
      display: [{ by: 'apple-privacy-proxy', asks: 'pictures', afterMs: 0, keeps: true }],
      click: [{ by: 'safari', asks: 'this-link', afterMs: 0 }],
    },
  },
  'apple-mail': {
    name: { en: 'Apple Mail, privacy protection off', de: 'Apple Mail ohne Datenschutz' },
    does: {
      en: 'Loads pictures itself when the mail is shown.',
      de: 'Lädt Bilder selbst, wenn die E-Mail gezeigt wird.',
    },
    source: 'AdGuard KB#959: the usual user agent and the own address; Matomo fixtures',
    grade: 'A',
    on: {
      arrive: [],
      display: [{ by: 'apple-mail', asks: 'pictures', afterMs: 0 }],
      click: [{ by: 'safari', asks: 'this-link', afterMs: 0 }],
    },
  },
  gmail: {
    name: { en: 'Gmail', de: 'Gmail' },
    does: {
      en: 'Google’s picture server loads pictures when the mail is shown, once; later displays come from its store.',
      de: 'Googles Bildserver lädt Bilder, wenn die E-Mail gezeigt wird, einmal; spätere Anzeigen kommen aus seinem Speicher.',
    },
    source: 'SendGrid event webhook log; SparkPost/Bird',
    grade: 'A',
    on: {
      arrive: [],
      display: [{ by: 'gmail-pictures', asks: 'pictures', afterMs: 0, keeps: true }],
      click: [{ by: 'chrome', asks: 'this-link', afterMs: 0 }],
    },
  },
  'gmail-prefetching': {
    name: { en: 'Gmail, open when the mail arrives', de: 'Gmail, beim Eintreffen geöffnet' },
    does: {
      en: 'Loads pictures in advance because Gmail stands open, and once more through the picture server when the mail is shown.',
      de: 'Lädt Bilder im Voraus, weil Gmail offen steht, und noch einmal über den Bildserver, wenn die E-Mail gezeigt wird.',
    },
    source: 'SparkPost/Bird, "Gmail prefetching images": 1–6 % of Gmail opens; log with +25 s and +30 s',
    grade: 'A',
    on: {
      arrive: [{ by: 'gmail-prefetch', asks: 'pictures', afterMs: 1_000, keeps: true }],
      display: [{ by: 'gmail-pictures', asks: 'pictures', afterMs: 0, keeps: true }],
      click: [{ by: 'chrome', asks: 'this-link', afterMs: 0 }],
    },
  },
  yahoo: {
    name: { en: 'Yahoo Mail', de: 'Yahoo Mail' },
    does: {
      en: 'Yahoo’s picture server asks for a picture up to four times at one open, then shows its copy.',
      de: 'Yahoos Bildserver fragt bei einem Öffnen bis zu viermal nach einem Bild und zeigt dann seine Kopie.',
    },
    source: 'Litmus, "spike in Yahoo Mail opens" (2018); validity.com on its store',
    grade: 'A',
    on: {
      arrive: [],
      display: [{ by: 'yahoo-pictures', asks: 'pictures', afterMs: 0, times: 4, gapMs: 300, keeps: true }],
      click: [{ by: 'chrome', asks: 'this-link', afterMs: 0 }],
    },
  },
  thunderbird: {
    name: { en: 'Thunderbird', de: 'Thunderbird' },
    does: {
      en: 'Blocks pictures until somebody asks for them, then loads them itself.',
      de: 'Blockiert Bilder, bis jemand sie anfordert, und lädt sie dann selbst.',
    },
    source: 'Mozilla, "Remote content in messages"',
    grade: 'A',
    on: {
      arrive: [],
      display: [],
      'show-pictures': [{ by: 'thunderbird', asks: 'pictures', afterMs: 0 }],
      click: [{ by: 'firefox', asks: 'this-link', afterMs: 0 }],
    },
  },
  'microsoft-delivery-scan': {
    name: { en: 'Delivery scan by Microsoft', de: 'Zustellprüfung von Microsoft' },
    does: {
      en: 'A virus check opens the picture and every link within two seconds of delivery. Nobody reads.',
      de: 'Eine Virenprüfung öffnet Bild und alle Links binnen zwei Sekunden nach der Zustellung. Niemand liest.',
    },
    source: 'gophish#973 (two requests within a second), gophish#2646, opencollective#3656',
    grade: 'A',
    on: {
      arrive: [
        { by: 'microsoft-detonation', asks: 'pictures', afterMs: 100 },
        { by: 'microsoft-detonation', asks: 'every-link', afterMs: 200, gapMs: 100, withinMs: 1_800 },
      ],
      display: [],
    },
  },
  'gateway-delivery-scan': {
    name: { en: 'Delivery scan by a mail gateway', de: 'Zustellprüfung eines Mail-Gateways' },
    does: {
      en: 'A mail security service follows every link before it delivers. Nobody reads.',
      de: 'Ein Sicherheitsdienst für E-Mail folgt vor der Zustellung jedem Link. Niemand liest.',
    },
    source:
      'Mimecast among HubSpot’s filtered screeners; mautic#16263, craft-campaign#546 on gateways that open all links at once',
    grade: 'B',
    on: { arrive: [{ by: 'gateway', asks: 'every-link', afterMs: 200, gapMs: 100, withinMs: 1_800 }], display: [] },
  },
  slack: {
    name: { en: 'Link pasted into Slack', de: 'Link in Slack eingefügt' },
    does: {
      en: 'Somebody pastes a link into a chat, and Slack looks at it to show a preview.',
      de: 'Jemand fügt einen Link in einen Chat ein, und Slack sieht ihn für eine Vorschau an.',
    },
    source: 'api.slack.com/robots',
    grade: 'A',
    on: { display: [], paste: [{ by: 'slack', asks: 'this-link', afterMs: 300 }] },
  },
  teams: {
    name: { en: 'Link pasted into Teams', de: 'Link in Teams eingefügt' },
    does: {
      en: 'Somebody pastes a link into a chat, and Teams looks at it to show a preview.',
      de: 'Jemand fügt einen Link in einen Chat ein, und Teams sieht ihn für eine Vorschau an.',
    },
    source: 'proxy log in a public repository, skype-url-preview@microsoft.com',
    grade: 'A',
    on: { display: [], paste: [{ by: 'teams', asks: 'this-link', afterMs: 300 }] },
  },
} satisfies Record<string, RecipientProgram>;

export type ProgramId = keyof typeof ROWS;

/** What a recipient may have, in the order in which it is offered. */
export const RECIPIENT_PROGRAMS: Readonly<Record<ProgramId, RecipientProgram>> = ROWS;

export function isProgramId(name: string): name is ProgramId {
  return Object.hasOwn(ROWS, name);
}
