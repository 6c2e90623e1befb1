import type { english } from './english.ts';
import { activityGerman } from '../activity/activity-german.ts';
import { composeGerman } from '../compose/compose-german.ts';
import { messageGerman } from '../message/message-german.ts';
import { preferencesGerman } from '../preferences/preferences-german.ts';

export const german: typeof english = {
  nav: {
    label: 'Ansichten',
    item: 'Diese Mail',
    activity: 'Aktivität',
    contacts: 'Kontakte',
    insights: 'Einblicke',
    more: 'Mehr',
    back: 'Zurück',
    probe: 'Probe',
    about: 'Über Readback',
    loading: 'Wird geladen',
    now: 'gerade eben',
  },
  outside: {
    title: 'Diese Seite gehört in Outlook',
    text: 'Readback zeigt direkt neben Ihren Mails, was aus ihnen wurde. Öffnen Sie in Outlook eine Mail und wählen Sie im Menüband Readback.',
    noScriptTitle: 'Das Skript von Outlook wurde nicht geladen',
    noScriptText:
      'Ohne das Skript sieht der Bereich Ihre Mail nicht. Prüfen Sie die Verbindung, schließen Sie dann den Bereich und öffnen Sie ihn wieder.',
  },
  problem: {
    title: 'Ihre Mails können nicht angezeigt werden',
    offline:
      'Der Server ist nicht erreichbar. Das Senden funktioniert wie gewohnt. Prüfen Sie die Verbindung; der Bereich versucht es von selbst weiter.',
    unavailable:
      'Der Server kann gerade nicht antworten. Das Senden funktioniert wie gewohnt. Der Bereich versucht es von selbst weiter; wenn es so bleibt, sagen Sie Ihrer IT Bescheid.',
    refused:
      'Der Server hat die Anfrage nicht angenommen. Schließen Sie den Bereich und öffnen Sie ihn wieder; wenn es so bleibt, sagen Sie Ihrer IT Bescheid.',
    unreadable:
      'Die Antwort des Servers ist nicht lesbar. Schließen Sie den Bereich und öffnen Sie ihn wieder, um die neueste Fassung zu laden.',
    'sign-in': 'Ihre Anmeldung ist abgelaufen. Melden Sie sich neu an, um zu sehen, was seither geschah.',
    signInFailed:
      'Das hat nicht geklappt. Erlauben Sie das Anmeldefenster und versuchen Sie es noch einmal. Wenn es dabei bleibt, fragen Sie Ihre IT.',
    signIn: 'Anmelden',
    stale: 'Zuletzt aktualisiert {{when}}',
    retry: 'Erneut versuchen',
    outdatedTitle: 'Es gibt eine neuere Version von Readback',
    outdated:
      'Dieser Bereich wurde vorher geöffnet. Laden Sie die neuere Version, um weiterzuarbeiten; Ihre Mail ist davon nicht betroffen.',
    reload: 'Neuere Version laden',
    unreachableTitle: 'Das lässt sich gerade nicht laden',
    unreachable:
      'Der Server ist nicht erreichbar. Ihre Mail ist davon nicht betroffen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    crashed: 'Etwas ist schiefgegangen',
    crashedText:
      'Ihre Mail ist davon nicht betroffen. Starten Sie den Bereich neu; wenn es wieder passiert, sagen Sie Ihrer IT Bescheid.',
    restart: 'Neu starten',
  },
  compose: composeGerman,
  reason: {
    'no-key': 'Readback ist für dieses Postfach noch nicht eingerichtet.',
    company: 'Ihre Firma hat das ausgeschaltet.',
    personal: 'Es ist in Ihren eigenen Vorgaben ausgeschaltet.',
    mail: 'Es wurde für diese Mail ausgeschaltet.',
    'other-sender': 'Die Mail kommt von einer anderen Adresse als Ihrer eigenen.',
    'sender-unreadable': 'Outlook hat nicht gesagt, von welcher Adresse die Mail kommt.',
    label: 'Die Vertraulichkeitsbezeichnung schützt diese Mail vielleicht, deshalb bleibt sie unberührt.',
    'label-unreadable': 'Outlook hat nicht gesagt, welche Vertraulichkeitsbezeichnung die Mail hat.',
    'plain-text': 'Nur-Text kann weder ein Bild noch einen Link hinter Wörtern enthalten.',
    'body-unreadable': 'Outlook hat den Text der Mail nicht herausgegeben.',
    'too-long': 'Die Mail ist zu lang, um sie sicher zu ändern.',
    'unsafe-image': 'Die Mail enthält Bilder, die Outlook beim Ändern des Textes verlieren könnte.',
    'cloud-attachment': 'Die Mail hat einen Anhang in OneDrive oder SharePoint, den Outlook verlieren könnte.',
    'attachments-unreadable': 'Outlook hat nicht gesagt, welche Anhänge die Mail hat.',
    client: 'Dieses Outlook kann das nicht sicher.',
    reply: 'Dieses Outlook kann Links in Antworten nicht sicher ändern.',
    images: 'Dieses Outlook kann Links in Mails mit Bildern nicht sicher ändern.',
    'no-links': 'Es gibt keinen Link, der verfolgt werden könnte.',
    'gave-way': 'Dieses Outlook erlaubt entweder Öffnungen oder Klicks. Klicks sagen mehr, deshalb haben sie Vorrang.',
    'not-scheduled':
      'Das Bild wurde vor dem Senden nicht vorbereitet, und beim Senden ist es in diesem Outlook zu spät.',
    'not-seen':
      'Das Bild war vorbereitet, stand beim Senden aber noch nicht in der Mail. Öffnungen zählen, wenn es angekommen ist.',
    changed: 'Der Text hat sich im Moment des Sendens geändert, deshalb blieb er, wie er war.',
    failed: 'Outlook hat die Änderung beim Senden abgelehnt, deshalb wurde die Mail so gesendet, wie sie war.',
    differs: 'Outlook hat etwas anderes behalten, als geschrieben wurde, deshalb wurde nichts weiter angefasst.',
    'too-slow': 'Outlook hat beim Senden zu lange gebraucht, deshalb wurde die Mail so gesendet, wie sie war.',
    elsewhere: 'Sie wurde ohne Readback gesendet, zum Beispiel vom Handy.',
    unknown: 'Warum, ist nicht bekannt.',
  },
  advice: {
    'no-key': 'Melden Sie sich hier einmal an; Mails, die Sie danach beginnen, werden verfolgt.',
    'other-sender': 'Senden Sie von Ihrer eigenen Adresse, um sie zu verfolgen.',
    'sender-unreadable': 'Beim Senden wird noch einmal gefragt.',
    label: 'Wählen Sie eine andere Bezeichnung, wenn die Mail nicht geschützt sein muss.',
    'plain-text': 'Wechseln Sie unter „Text formatieren“ zu HTML, um sie zu verfolgen.',
    'body-unreadable': 'Beim Senden wird es noch einmal versucht.',
    'too-long': 'Entfernen Sie ältere zitierte Mails, um Links zu verfolgen.',
    'unsafe-image': 'Ohne eingefügte Bilder lassen sich Links verfolgen.',
    'cloud-attachment': 'Hängen Sie stattdessen eine Kopie an, um Links zu verfolgen.',
    client: 'Outlook unter Windows, auf dem Mac oder im Browser kann es.',
    reply: 'In einer neuen Mail lassen sich Links verfolgen.',
    images: 'Ohne Bilder lassen sich Links verfolgen.',
    'gave-way': 'Schalten Sie Klicks aus, um stattdessen Öffnungen zu verfolgen.',
    personal: 'Hier lässt es sich für diese Mail einschalten.',
  },
  untracked: {
    off: 'Klicks werden in dieser Mail nicht verfolgt.',
    'base-href': 'Die Mail legt selbst fest, wo ihre Links beginnen.',
    'own-unreadable': 'Schon ein verfolgter Link, der sich nicht lesen lässt.',
    'not-http': 'Keine Webadresse.',
    placeholder: 'Ein Platzhalter, den ein anderes Programm füllt.',
    'gateway-wrapped': 'Schon von einem Mailfilter verpackt.',
    quoted: 'Steht in der zitierten Mail.',
    signature: 'Steht in Ihrer Signatur.',
    excluded: 'Von Ihrer Firma ausgenommen.',
    unsubscribe: 'Ein Abmeldelink muss immer so funktionieren, wie er ist.',
    meeting: 'Ein Link in eine Besprechung öffnet deren App.',
    'sign-in': 'Ein Anmelde- oder Einmal-Link muss bleiben, wie er ist.',
    share: 'Eine geteilte Datei prüft, wer sie öffnet.',
    'app-link': 'Öffnet eine App.',
    'url-text': 'Der Text ist selbst eine Adresse; ein anderes Ziel sähe nach Betrug aus.',
    'too-long': 'Der verfolgte Link würde zu lang.',
  },
  message: messageGerman,
  activity: activityGerman,
  preferences: preferencesGerman,
};
