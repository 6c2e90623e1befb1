import { rowsOf } from './signature.ts';
import type { Signature } from './signature.ts';

const LOGS = {
  source: 'open-truth evidence: published logs and vendor help pages',
  date: '2026-11',
  grade: 'A',
} as const;

/** Picture servers of mail services: somebody displayed the mail, and the service fetched for them. */
export const PICTURE_PROXIES: readonly Signature[] = [
  ...rowsOf({ ...LOGS, kind: 'image-proxy' }, [
    // `… (via ggpht.com GoogleImageProxy)`, older ones `… (via ggpht.com)`: SendGrid's webhook log.
    ['Gmail', { text: 'googleimageproxy' }],
    ['Gmail', { text: 'via ggpht.com' }],
    // https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html
    ['Yahoo Mail', { text: 'yahoomailproxy' }],
    ['Seznam', { product: 'seznamemailproxy' }],
    ['ukr.net', { text: 'mail.ukr.net proxy' }],
    ['ukr.net', { text: 'via secureurl.fwdcdn.com' }],
    ['Rambler', { start: 'ramblermail/' }],
  ]),
  // Two bot lists link it to Fastmail's bot policy; that it is the picture proxy is an inference.
  ...rowsOf({ kind: 'image-proxy', source: 'bot lists naming Fastmail’s bot policy', date: '2026-11', grade: 'C' }, [
    ['Fastmail', { product: 'fastmailua' }],
  ]),
];

/**
 * Loads before anybody looks.
 * - Gmail's fetch before display: SparkPost/Bird, "Gmail prefetching images".
 * - Apple's Mail Privacy Protection is the bare `Mozilla/5.0`: ClickDimensions, uap-core#509. See `describeClient`.
 */
export const PREFETCHERS: readonly Signature[] = rowsOf({ ...LOGS, kind: 'prefetch' }, [
  ['Gmail', { text: 'chrome/42.0.2311.135 safari/537.36 edge/12.246 mozilla/5.0' }],
]);

/** What the header of a picture server that no row names still says of itself. */
export const PICTURE_PROXY_WORDS: readonly string[] = [
  'imageproxy',
  'image proxy',
  'mailproxy',
  'mail proxy',
  'emailproxy',
];

/**
 * What stands behind a browser's or an app's header where its mail service asks in its place: `(via SuperhumanProxy; …)`
 * (labelled user agents of yauaa, 2026-11). The service's name comes first.
 */
export const VIA_PROXY = /^via ([\w. -]{1,60}?)[ -]?(?:image|picture|mail)?[ -]?proxy\b/i;
