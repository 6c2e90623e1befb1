import type { AddressBlockId } from './address-blocks.ts';
import type { Grade } from './program-shapes.ts';

/** What asks the server on somebody's behalf: a row each. */
export interface Requester {
  /** Header names in lower case. Nothing else is sent but `host` and `connection`. */
  headers: Readonly<Record<string, string>>;
  from: AddressBlockId;
  source: string;
  grade: Grade;
}

const PICTURES = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';
const PAGES = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const LANGUAGE = 'en-US,en;q=0.9';

/** A page that somebody goes to from another program: Fetch Metadata (W3C), as browsers send it over https. */
const NAVIGATION = {
  accept: PAGES,
  'accept-language': LANGUAGE,
  'accept-encoding': 'gzip, deflate, br, zstd',
  'upgrade-insecure-requests': '1',
  'sec-fetch-site': 'none',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-user': '?1',
  'sec-fetch-dest': 'document',
};

/** The same from a page of webmail. */
const FROM_WEBMAIL = { ...NAVIGATION, 'sec-fetch-site': 'cross-site' };

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

const BROWSERS = 'Chromium’s reduced user agent; Fetch Metadata (W3C)';

const PEOPLES = {
  'outlook-classic': {
    headers: {
      'user-agent':
        'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.17932; ms-office; MSOffice 16)',
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
    },
    from: 'home',
    source: 'Matomo and uap-core fixtures of Word’s engine in Outlook',
    grade: 'A',
  },
  'apple-mail': {
    headers: {
      'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
      accept: 'image/webp,image/avif,image/*;q=0.8,*/*;q=0.5',
      'accept-language': 'en-US',
      'accept-encoding': 'gzip, deflate, br',
    },
    from: 'home',
    source:
      'WebKit without Version/ and Safari/: Matomo fixtures; seen instead of the proxy behind a VPN (AdGuard KB#959)',
    grade: 'A',
  },
  thunderbird: {
    headers: {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Thunderbird/140.5.0',
      accept: 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
      'accept-language': 'en-US,en;q=0.5',
      'accept-encoding': 'gzip, deflate, br, zstd',
    },
    from: 'home',
    source: 'Matomo and browscap fixtures',
    grade: 'A',
  },
  chrome: {
    headers: { 'user-agent': CHROME, ...FROM_WEBMAIL },
    from: 'home',
    source: BROWSERS,
    grade: 'A',
  },
  edge: {
    headers: { 'user-agent': `${CHROME} Edg/156.0.0.0`, ...NAVIGATION },
    from: 'home',
    source: BROWSERS,
    grade: 'A',
  },
  'edge-webmail': {
    headers: { 'user-agent': `${CHROME} Edg/156.0.0.0`, ...FROM_WEBMAIL },
    from: 'home',
    source: BROWSERS,
    grade: 'A',
  },
  safari: {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
      ...NAVIGATION,
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-encoding': 'gzip, deflate, br',
    },
    from: 'home',
    source: 'WebKit’s frozen user agent; Fetch Metadata (W3C)',
    grade: 'A',
  },
  firefox: {
    headers: {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
      ...NAVIGATION,
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'en-US,en;q=0.5',
    },
    from: 'home',
    source: 'Mozilla’s user agent; Fetch Metadata (W3C)',
    grade: 'A',
  },
} satisfies Record<string, Requester>;

const MACHINES = {
  'apple-privacy-proxy': {
    headers: { 'user-agent': 'Mozilla/5.0' },
    from: 'apple-relay',
    source: 'ClickDimensions "Adjusted Opens"; uap-core#509; no Referer: Groundhogg',
    grade: 'A',
  },
  'gmail-pictures': {
    headers: {
      'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    },
    from: 'google-pictures',
    source: 'SendGrid event webhook log',
    grade: 'A',
  },
  'gmail-prefetch': {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0',
      referer: 'http://mail.google.com/',
    },
    from: 'google-prefetch',
    source: 'SparkPost/Bird, "Gmail prefetching images"; Referer: Groundhogg’s traffic filter',
    grade: 'A',
  },
  'yahoo-pictures': {
    headers: { 'user-agent': 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html' },
    from: 'yahoo-pictures',
    source: 'Yahoo help SLN28749; Litmus',
    grade: 'A',
  },
  'microsoft-pictures': {
    headers: { 'user-agent': CHROME, accept: PICTURES },
    from: 'microsoft-pictures',
    source: 'Set-OwaMailboxPolicy -ExternalImageProxyEnabled; its user agent isn’t published: a browser’s is assumed',
    grade: 'C',
  },
  'microsoft-detonation': {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/101.0.4951.54 Safari/537.36',
      accept: PAGES,
    },
    from: 'microsoft-detonation',
    source: 'gophish#2646: old desktop Chrome from 40.94.x, seconds after the send',
    grade: 'A',
  },
  'microsoft-clicks': {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/97.0.4692.99 Safari/537.36',
      accept: PAGES,
    },
    from: 'microsoft-clicks',
    source: 'laravel-passwordless-login#79; at the time of the click: thomask.sdf.org 2022-07-22',
    grade: 'A',
  },
  gateway: {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36',
      accept: '*/*',
    },
    from: 'mimecast',
    source:
      'gateways look like browsers and name themselves nowhere (63,432 labelled user agents); HubSpot on Mimecast',
    grade: 'B',
  },
  slack: {
    headers: {
      'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      accept: '*/*',
      range: 'bytes=0-32768',
    },
    from: 'slack-preview',
    source: 'api.slack.com/robots: name, and that it asks for the beginning of a page alone',
    grade: 'A',
  },
  teams: {
    headers: {
      'user-agent': 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
      accept: '*/*',
    },
    from: 'teams-preview',
    source: 'proxy log in a public repository',
    grade: 'A',
  },
} satisfies Record<string, Requester>;

const ROWS = { ...PEOPLES, ...MACHINES };

export type RequesterId = keyof typeof ROWS;

/** Who asks, by name. */
export const REQUESTERS: Readonly<Record<RequesterId, Requester>> = ROWS;
