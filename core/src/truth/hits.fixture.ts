import type { Hit, Network } from '../verdict.ts';
import type { MessageContext } from './observe-hit.ts';

/** When the mails of these tests were sent. */
export const SENT_AT = Date.parse('2026-11-20T10:00:00Z');

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const AGENTS = {
  outlook:
    'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.17000; ms-office; MSOffice 16)',
  appleMail: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
  chrome:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  oldChrome: 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/72.0.3626.109 Safari/537.36',
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  gmailProxy: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  gmailPrefetch:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0',
  yahooProxy: 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  bare: 'Mozilla/5.0',
  slack: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  python: 'python-requests/2.32.3',
  macExplorer: 'Mozilla/5.0 (Apple Mac OS X v10.9.3; Trident/7.0; rv:11.0) like Gecko',
} as const;

const network = (asn: number, organisation: string, kind: Network['kind']): Network => ({ asn, organisation, kind });

export const NETWORKS = {
  home: network(3320, 'Deutsche Telekom AG', 'access'),
  office: network(31399, 'Mercedes-Benz Group AG', 'other'),
  gateway: network(22616, 'ZSCALER, INC.', 'web-gateway'),
  hosting: network(16509, 'Amazon.com, Inc.', 'hosting'),
  microsoft: network(8075, 'Microsoft Corporation', 'microsoft'),
  google: network(15169, 'Google LLC', 'google'),
  yahoo: network(36647, 'Oath Holdings Inc.', 'image-proxy'),
  proton: network(62371, 'Proton AG', 'image-proxy'),
  mimecast: network(30031, 'Mimecast North America Inc', 'mail-security'),
  akamai: network(36183, 'Akamai Technologies, Inc.', 'privacy-relay'),
  appleList: network(20940, 'iCloud Private Relay', 'privacy-relay'),
} as const;

/** What a browser sends with a navigation that somebody started. */
export const NAVIGATION = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'de-DE,de;q=0.9',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-user': '?1',
} as const;

export const PICTURE = {
  accept: 'image/avif,image/webp,image/*,*/*;q=0.8',
  'accept-language': 'de-DE,de;q=0.9',
} as const;

interface HitParts {
  agent?: string;
  network?: Network | null;
  /** Milliseconds after the send. */
  after?: number;
  headers?: Readonly<Record<string, string>>;
  method?: string;
  client?: string;
  own?: boolean;
  position?: number;
  fromSender?: 'same-program' | 'other-program' | 'elsewhere';
  quoted?: boolean;
}

export function open(parts: HitParts = {}): Hit {
  return hit('open', { headers: PICTURE, ...parts });
}

export function click(parts: HitParts = {}): Hit {
  return { ...hit('click', { headers: NAVIGATION, ...parts }), position: parts.position ?? 0 };
}

function hit(kind: Hit['kind'], parts: HitParts): Hit {
  const where = parts.network === undefined ? NETWORKS.home : parts.network;
  const client = parts.client ?? `client-${where?.asn ?? 0}`;
  return {
    kind,
    at: SENT_AT + (parts.after ?? HOUR),
    method: parts.method ?? 'GET',
    headers: { 'user-agent': parts.agent ?? AGENTS.chrome, ...parts.headers },
    network: where,
    country: null,
    city: null,
    client,
    neighbourhood: client.split('/')[0] ?? client,
    own: parts.own ?? false,
    ...(parts.fromSender === undefined ? {} : { fromSender: parts.fromSender }),
    ...(parts.quoted === undefined ? {} : { quoted: parts.quoted }),
  };
}

export function context(parts: Partial<MessageContext> = {}): MessageContext {
  return {
    sentAt: SENT_AT,
    deliverAfter: null,
    trackedLinks: 4,
    recipientDomains: ['example.com'],
    senderDomain: 'contoso.com',
    ...parts,
  };
}
