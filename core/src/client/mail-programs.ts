import { rowsOf } from './signature.ts';
import type { Signature } from './signature.ts';

/** Strings found in the labelled test data of Matomo, Browscap, uap-core, Yauaa and isbot. */
const CORPORA = {
  kind: 'mail-client',
  source: 'labelled user agents of matomo/device-detector, browscap, uap-core, yauaa, isbot',
  date: '2026-11',
  grade: 'A',
} as const;

const KNOWN: readonly Signature[] = rowsOf(CORPORA, [
  ['Outlook Express', { text: 'outlook-express' }],
  ['Outlook Express', { text: 'outlook express' }],
  ['Outlook', { text: 'outlook-ios' }],
  ['Outlook', { text: 'outlook-android' }],
  ['Outlook', { text: 'macoutlook/' }],
  ['Outlook', { text: 'microsoft outlook' }],
  ['Outlook', { text: 'microsoft office outlook' }],
  ['Outlook', { start: 'outlook/' }],
  // The new Outlook: Edge's engine, and this behind it.
  ['Outlook', { product: 'oneoutlook' }],
  ['Microsoft Office MAPI Client', { text: '; mapi 1' }],
  // Word's engine inside Outlook leaves the suite's token where it leaves the program's name out.
  ['Outlook', { text: '; msoffice 1' }],
  ['Windows Live Mail', { text: 'windows live mail' }],
  ['Windows Live Mail', { product: 'windowslivemail' }],
  ['Windows Mail', { start: 'windowsmail/' }],
  ['Windows Mail', { start: 'windows-mail/' }],
  ['Entourage', { text: 'entourage/' }],
  ['FossaMail', { product: 'fossamail' }],
  ['Framabird', { product: 'framabird' }],
  ['Spicebird', { product: 'spicebird' }],
  // Eudora's successor on Thunderbird's engine writes that engine before its name; Eudora itself had none.
  ['Eudora OSE', { text: ' eudora/' }],
  ['Eudora', { product: 'eudora' }],
  ['Postbox', { product: 'postbox' }],
  ['Postbox', { product: 'postboxapp' }],
  ['Icedove', { product: 'icedove' }],
  ['Shredder', { product: 'shredder' }],
  ['Lanikai', { product: 'lanikai' }],
  ['Thunderbird', { product: 'thunderbird' }],
  ['Thunderbird', { text: 'thunderbird/' }],
  ['eM Client', { text: 'em client/' }],
  ['eM Client', { product: 'emclient' }],
  ['Foxmail', { product: 'foxmail' }],
  ['Mail Master', { product: 'mailmaster' }],
  ['Mail Master', { product: 'mailmasterpc' }],
  ['MailApp', { product: 'mailapp' }],
  ['Mailbird', { product: 'mailbird' }],
  ['Mailspring', { product: 'mailspring' }],
  ['MailMate', { product: 'mailmate' }],
  ['Airmail', { product: 'airmail' }],
  // Viasat's browser is another Sparrow, and says Chrome.
  ['Sparrow', { product: 'sparrow', without: 'chrome' }],
  ['Superhuman', { product: 'superhuman' }],
  ['Superhuman', { start: 'superhuman' }],
  ['KMail2', { product: 'kmail2' }],
  ['KMail', { product: 'kmail' }],
  ['Kontact', { product: 'kontact' }],
  ['Evolution', { product: 'evolution' }],
  ['Sylpheed', { product: 'sylpheed' }],
  ['Claws Mail', { text: 'claws mail' }],
  ['The Bat!', { start: 'the bat!' }],
  ['Barca', { start: 'barca' }],
  ['PocoMail', { start: 'pocomail' }],
  ['Lotus Notes', { text: 'lotus-notes/' }],
  ['Lotus Notes', { product: 'notes' }],
  ['Becky!', { start: 'becky!' }],
  ['IncrediMail', { text: 'incredimail' }],
  ['Opera Mail', { text: 'opera mail' }],
  ['NAVER Mail', { product: 'navermailapp' }],
  ['Mobmail', { start: 'mobmail' }],
  ['Gmail', { start: 'android-gmail/' }],
  ['Android Mail', { start: 'android-mail/' }],
  ['Yahoo Mail', { start: 'yahoomobilemail' }],
  ['Yahoo Mail', { start: 'yahoomobile/1.0 (mail' }],
  ['Yahoo Mail', { start: 'yahoomobilemessenger/1.0 (android mail' }],
  ['Zimbra Desktop', { product: 'zdesktop' }],
  ['Zimbra Desktop', { text: '(zdesktop/' }],
  ['Spark Mail', { product: 'sparkdesktop' }],
  ['Zoho Mail', { product: 'zohomail-desktop' }],
  ['Tuta', { product: 'tutanota-desktop' }],
  ['Zoho Trident', { start: 'zohotrident' }],
  ['Yahoo! Mail', { text: 'jp.co.yahoo.ymail' }],
  ['Yahoo! Mail', { text: 'jp.co.yahoo.android.ymail' }],
  // CFNetwork names its caller first: Apple Mail's own fetches are `Mail/3445.1.6 CFNetwork/…`.
  ['Apple Mail', { start: 'mail/' }],
  ['Apple Mail', { start: 'mobilemail/' }],
]);

const THUNDERBIRD_KIN: readonly Signature[] = rowsOf(
  {
    kind: 'mail-client',
    source: 'User-Agent lines of mails in public archives: Mozilla’s engine writes the same into requests and mails',
    date: '2026-11',
    grade: 'B',
  },
  [
    ['Interlink', { product: 'interlink' }],
    ['Betterbird', { product: 'betterbird' }],
    // Its calendar, which names itself beside any relative of Thunderbird.
    ['Thunderbird', { product: 'lightning', without: 'chrome' }],
  ],
);

const BY_THEIR_MAILS: readonly Signature[] = rowsOf(
  {
    kind: 'mail-client',
    source: 'User-Agent lines that the programs write into mails; test data of ua-parser-js',
    date: '2026-11',
    grade: 'B',
  },
  [
    ['Alpine', { start: 'alpine/' }],
    ['Balsa', { start: 'balsa/' }],
    ['Canary', { start: 'canary/' }],
    ['Geary', { start: 'geary/' }],
    ['Gnus', { start: 'gnus/' }],
    ['Horde', { start: 'horde::imp/' }],
    ['Mutt', { start: 'mutt/' }],
    ['NeoMutt', { start: 'neomutt/' }],
    ['Newton', { start: 'newton/' }],
    ['Nine', { start: 'nine/' }],
    ['ProtonMail Bridge', { start: 'protonmail bridge/' }],
    ['RainLoop', { start: 'rainloop/' }],
    ['Roundcube', { start: 'roundcube' }],
    ['Trojitá', { start: 'trojita/' }],
    ['Turnpike', { start: 'turnpike/' }],
    ['Wanderlust', { start: 'wanderlust/' }],
    ['Zimbra', { start: 'zimbra/' }],
  ],
);

/**
 * Programs in which a person reads mail. Looked for before bots: bot lists call a tenth of them bots (isbot 5.2: eM Client,
 * NAVER Mail, mobmail, Evolution, Barca). The first row that fits counts, so a brand stands before what it is built on.
 */
export const MAIL_PROGRAMS: readonly Signature[] = [...KNOWN, ...THUNDERBIRD_KIN, ...BY_THEIR_MAILS];

/** An Android mail app: a row each. */
export interface MailPackage {
  /** As the app stores list it, and as `X-Requested-With` holds it. */
  id: string;
  name: string;
  source: string;
  /** Year and month. */
  date: string;
  /** A: seen in the header. B: the app is listed under this id, and Android's web views send it by themselves. */
  grade: 'A' | 'B';
}

/** Google is withdrawing the header (blink-dev, 2024). */
export const ANDROID_MAIL_PACKAGES: readonly MailPackage[] = [
  ...packagesFrom('labelled requests of matomo/device-detector (client hints of apps)', 'A', [
    ['com.samsung.android.email.provider', 'Samsung Email'],
    ['com.microsoft.office.outlook', 'Outlook'],
    ['de.gmx.mobile.android.mail', 'GMX Mail'],
    ['de.web.mobile.android.mail', 'WEB.DE Mail'],
    ['de.telekom.mail', 'Telekom Mail'],
    ['it.italiaonline.mail', 'Libero Mail'],
  ]),
  ...packagesFrom('the app’s page in Google Play or F-Droid', 'B', [
    ['com.google.android.gm', 'Gmail'],
    ['com.google.android.gm.lite', 'Gmail'],
    ['com.yahoo.mobile.client.android.mail', 'Yahoo Mail'],
    ['com.aol.mobile.aolapp', 'AOL'],
    ['com.mail.mobile.android.mail', 'mail.com'],
    ['ch.protonmail.android', 'Proton Mail'],
    ['de.tutao.tutanota', 'Tuta'],
    ['com.fsck.k9', 'K-9 Mail'],
    ['net.thunderbird.android', 'Thunderbird'],
    ['eu.faircode.email', 'FairEmail'],
    ['org.kman.AquaMail', 'Aqua Mail'],
    ['me.bluemail.mail', 'BlueMail'],
    ['com.readdle.spark', 'Spark Mail'],
    ['com.easilydo.mail', 'Edison Mail'],
    ['ru.mail.mailapp', 'Mail.ru'],
    ['com.my.mail', 'myMail'],
    ['ru.yandex.mail', 'Yandex Mail'],
    ['com.nhn.android.mail', 'NAVER Mail'],
    ['com.netease.mail', 'Mail Master'],
    ['com.netease.mobimail', 'Mail Master'],
    ['com.tencent.androidqqmail', 'QQ Mail'],
    ['com.zoho.mail', 'Zoho Mail'],
    ['com.ninefolders.hd3', 'Nine'],
    ['com.cloudmagic.mail', 'Newton Mail'],
    ['com.trtf.blue', 'BlueMail'],
    ['com.fastmail.app', 'Fastmail'],
    ['com.basecamp.hey', 'HEY'],
    ['cz.seznam.email', 'Seznam Email'],
  ]),
];

function packagesFrom(
  source: string,
  grade: MailPackage['grade'],
  rows: readonly (readonly [id: string, name: string])[],
): readonly MailPackage[] {
  return rows.map(([id, name]) => ({ id, name, source, date: '2026-11', grade }));
}
