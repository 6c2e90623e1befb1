import { numberOf, phraseOf, textOf } from './reason-texts.ts';
import type { ReasonCode, Sentence } from './reason-texts.ts';

const DEVICES: Readonly<Record<string, string>> = {
  desktop: ' auf einem Computer',
  phone: ' auf einem Smartphone',
  tablet: ' auf einem Tablet',
};

const on: (values: Parameters<Sentence>[0]) => string = (values) => phraseOf(DEVICES, textOf(values, 'device', ''));

const times = (count: number): string => (count < 2 ? '' : count === 2 ? ', zweimal' : `, ${count}-mal`);

const atLeast = (count: number): string =>
  count < 2 ? '' : count === 2 ? ', mindestens zweimal' : `, mindestens ${count}-mal`;

const mails: (values: Parameters<Sentence>[0]) => string = (values) => `${numberOf(values, 'mails')} Mails`;

const share: (values: Parameters<Sentence>[0]) => string = (values) =>
  `${numberOf(values, 'mails')} von ${numberOf(values, 'of')} Mails`;

const stripped: Sentence = (values) =>
  `Bei ${textOf(values, 'domain', 'dieser Domain')} laden Bilder nicht: In ${mails(values)} wurde dort geklickt, in keiner wurde das Bild geladen. Öffnungen lassen sich also nicht feststellen.`;

export const GERMAN: Readonly<Record<ReasonCode, Sentence>> = {
  'before-send': () => 'Geladen, bevor die Mail gesendet war: Das war beim Schreiben.',
  'own-look': () => 'Das waren Sie selbst, beim Blick auf Ihre eigene Kopie.',
  'that-was-me': () => 'Sie haben angegeben, dass Sie das selbst waren.',
  'own-network': () =>
    'Kam aus Ihrem eigenen Netz, aber nicht von Ihrem Outlook: vielleicht Sie mit einem anderen Programm. Sicher lässt sich das nicht sagen.',
  'same-office': () =>
    'Kam aus dem Büronetz, das auch Sie benutzen, und die Mail ging an jemanden in Ihrer Firma: Sie oder jemand dort. Was davon, lässt sich nicht sagen.',
  'may-be-from-reply': () =>
    'Kam gleich, nachdem Sie eine Antwort gesendet hatten, die diese Mail zitiert: vielleicht nur das Bild in diesem Zitat.',
  'only-checked': () => 'Ein Programm hat nur geprüft, ob die Adresse erreichbar ist, und nichts geladen.',
  'browser-prefetch': () => 'Von einem Browser im Voraus geladen und niemandem gezeigt.',
  'gmail-prefetch': () =>
    'Gmail hat die Bilder im Voraus geladen. Das zeigt nicht, dass jemand die Mail angesehen hat.',
  'gmail-proxy': () =>
    'In Gmail geöffnet. Google holt Bilder für seine Nutzer, daher sind Ort und Gerät unbekannt, und weitere Öffnungen bleiben vielleicht verborgen.',
  'apple-relay': () =>
    'Der Datenschutz von Apple Mail lädt jedes Bild von sich aus. Die Mail ist angekommen; ob sie gelesen wurde, lässt sich nicht feststellen.',
  'bare-name': () => 'Das Programm gab fast keinen Namen an, und das Netz verrät nicht, wer es war.',
  'service-proxy': (values) =>
    `In ${textOf(values, 'service', 'einem Maildienst')} geöffnet, über dessen eigenen Bilderserver. Ort und Gerät sind unbekannt.`,
  'proton-prefetch': () =>
    'Proton Mail lädt Bilder im Voraus. Ob die Mail gelesen wurde, lässt sich nicht feststellen.',
  'microsoft-check': () =>
    'Kam aus dem Netz von Microsoft zu einem Zeitpunkt, zu dem dessen Virenprüfung Mails ansieht: höchstwahrscheinlich ein Programm.',
  'microsoft-proxy': () =>
    'Über den Bilderserver von Microsoft geladen, höchstwahrscheinlich, weil jemand die Mail in Outlook geöffnet hat. Ort und Gerät sind unbekannt.',
  'microsoft-unclear': () =>
    'Kam aus dem Netz von Microsoft: entweder dessen Virenprüfung oder Outlook im Web, das die Mail zeigt. Was davon, lässt sich nicht sagen.',
  'link-preview': (values) =>
    `Jemand hat Ihren Link in ${textOf(values, 'service', 'einen Chat')} eingefügt, und der Dienst hat ihn angesehen. Geklickt hat hier niemand.`,
  program: (values) =>
    `Ein Programm (${textOf(values, 'program', 'ohne Namen')}) hat es geladen, keine Mail-App und kein Browser eines Menschen.`,
  'mail-security': (values) =>
    `Kam von ${textOf(values, 'service', 'einer Firma für Mail-Sicherheit')}; dort werden Mails für Kunden geprüft.`,
  'fossil-browser': () =>
    'Gibt sich als Browser aus, den es nie gab oder der viele Jahre alt ist. Virenprüfungen tun das, Menschen fast nie.',
  'opened-in': (values) => `In ${textOf(values, 'program', 'einer Mail-App')}${on(values)} geöffnet.`,
  'mail-program-in-data-centre': (values) =>
    `${textOf(values, 'program', 'Eine Mail-App')}, aber in einem Rechenzentrum: vielleicht ein Cloud-PC oder ein VPN.`,
  webmail: (values) =>
    `Von einem Browser (${textOf(values, 'browser', 'ohne Namen')}) geladen: höchstwahrscheinlich Webmail.`,
  'data-centre': () =>
    'Ein Browser in einem Rechenzentrum: vielleicht eine Prüfung, vielleicht ein Mensch an einem Cloud-PC oder mit VPN.',
  'data-centre-click': () =>
    'Ein Browser in einem Rechenzentrum ist dem Link gefolgt: höchstwahrscheinlich eine Prüfung durch ein Programm.',
  nameless: () => 'Das Programm hat nicht angegeben, was es ist.',
  'false-name': (values) =>
    `Gibt sich als ${textOf(values, 'claimed', 'bekannter Dienst')} aus, kommt aber nicht von dort. Wer es war, ist unbekannt.`,
  'no-browser': () => 'Ist dem Link gefolgt, ohne ein Browser zu sein: ein Programm.',
  'safe-links': () =>
    'Die Linkprüfung von Microsoft ist dem Link gefolgt. Klicks von Menschen kommen aus deren eigenem Netz.',
  'microsoft-click-unclear': () =>
    'Ein aktueller Browser im Netz von Microsoft: ein Mensch an einem Cloud-PC oder eine Prüfung. Was davon, lässt sich nicht sagen.',
  burst: () => 'Zusammen mit anderem geladen, schneller, als Menschen klicken: eine Prüfung durch ein Programm.',
  'pretended-browser': () =>
    'Gibt sich als Chrome aus, sendet aber nicht, was Chrome immer sendet: höchstwahrscheinlich ein Programm.',
  'relay-click': () => 'In Safari geklickt, über Apples Privat-Relay: Der Ort ist unbekannt.',
  'clicked-in': (values) => `In ${textOf(values, 'browser', 'einem Browser')}${on(values)} geklickt.`,
  'clicked-in-webmail': (values) => `Auf einer Webmail-Seite geklickt (${textOf(values, 'browser', 'Browser')}).`,
  'too-fast': () =>
    'Wenige Sekunden nach der Ankunft der Mail abgerufen, schneller, als Menschen lesen: höchstwahrscheinlich eine Prüfung durch ein Programm.',
  'nothing-fits': () => 'Nichts daran verrät, ob ein Mensch oder ein Programm dahintersteht.',
  contradiction: () => 'Es spricht gleich viel für einen Menschen wie für ein Programm.',
  'not-judged': () => 'Was es geladen hat, wurde nicht beurteilt.',
  'headline-clicked': (values) => `Von einem Menschen angeklickt${times(numberOf(values, 'times'))}`,
  'headline-clicked-likely': (values) =>
    `Wahrscheinlich von einem Menschen angeklickt${times(numberOf(values, 'times'))}`,
  'headline-opened': (values) => `Von einem Menschen geöffnet${atLeast(numberOf(values, 'times'))}`,
  'headline-opened-likely': (values) =>
    `Wahrscheinlich von einem Menschen geöffnet${atLeast(numberOf(values, 'times'))}`,
  'headline-apple': () =>
    'Von Apples Datenschutz-Proxy geladen; ob die Mail gelesen wurde, lässt sich nicht feststellen',
  'headline-gmail-prefetch': () =>
    'Von Gmail im Voraus geladen; ob die Mail gelesen wurde, lässt sich nicht feststellen',
  'headline-proton': () => 'Von Proton Mail im Voraus geladen; ob die Mail gelesen wurde, lässt sich nicht feststellen',
  'headline-preview': () => 'Ihr Link wurde in einen Chat eingefügt; ein Klick eines Menschen war nicht zu sehen',
  'headline-prefetch': () => 'Im Voraus geladen; ob die Mail gelesen wurde, lässt sich nicht feststellen',
  'headline-unclear': () => 'Etwas wurde abgerufen; ob von einem Menschen oder einem Programm, ist unklar',
  'headline-scanned': () =>
    'Von einem Programm geprüft, wahrscheinlich einem Mailfilter; noch kein Anzeichen für einen Menschen',
  'headline-nothing': () =>
    'Nichts gesehen. Viele Mailprogramme blockieren Bilder; ungelesen muss die Mail deshalb nicht sein.',
  'headline-filter-strips': (values) => `Nichts gesehen. ${stripped(values)}`,
  'domain-scans': (values) =>
    `Ein Filter prüft Mails an ${textOf(values, 'domain', 'diese Domain')}, wenn sie ankommen: so bei ${share(values)}.`,
  'domain-strips': stripped,
  'domain-relays': (values) =>
    `Bei ${textOf(values, 'domain', 'dieser Domain')} lädt ein Server die Bilder für die Leser: so bei allen ${mails(values)}, deren Bild geladen wurde. Orte und Geräte sind unbekannt.`,
};
