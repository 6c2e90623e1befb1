import { claimNamedProgram } from './claim-named-program.ts';
import { hasHeader, isBareMozilla, isBlankAgent, isDataCentre, isFossil, isMicrosoft, isOldChromeInDataCentre,
  isPeoplesNetwork, isPersonsBrowser, isRelayNetwork } from './evidence-questions.ts'; // prettier-ignore
import { APPLE_RELAY, DECISIVE, because, likelyPerson, nobodyKnows, person, prefetch, proxyOnOpen, scanner,
  sender } from './rule.ts'; // prettier-ignore
import type { Claim, Evidence, Rule } from './rule.ts';
import { SENDER_RULES } from './sender-rules.ts';

const MINUTE_MS = 60_000;

/** Rules about loads of the picture, in order. */
export const OPEN_RULES: readonly Rule[] = [
  {
    name: 'P0',
    evidence: 'came before the mail was sent',
    says: [['sender', 6, 'before-send']],
    source: 'Outlook shows the picture while composing (outlook-platform §5)',
    claim: ({ sinceArrival }) => (sinceArrival !== null && sinceArrival < 0 ? sender(because('before-send')) : null),
  },
  {
    name: 'P1',
    evidence: 'the sender’s own session or heartbeat',
    says: [['sender', 6, 'own-look']],
    source: 'nylas-mail#3249: own looks counted as opens',
    claim: ({ hit }) => (hit.own ? sender(because('own-look')) : null),
  },
  {
    name: 'P2',
    evidence: 'another method than GET',
    says: [['scanner', 6, 'only-checked']],
    source: 'mail programs load pictures with GET; Shlink and Groundhogg treat HEAD alike',
    claim: ({ hit }) => (hit.method === 'GET' ? null : scanner(DECISIVE, because('only-checked'))),
  },
  {
    name: 'P3',
    evidence: 'a header that marks a load in advance',
    says: [['prefetch', 6, 'browser-prefetch']],
    source: 'Sec-Purpose (Fetch), Purpose, X-Purpose, X-Moz; warmbly checks all four',
    claim: (evidence) => (isSpeculative(evidence) ? prefetch(DECISIVE, because('browser-prefetch')) : null),
  },
  ...SENDER_RULES,
  {
    name: 'P4',
    evidence: 'Gmail’s prefetch header from Google’s network',
    says: [
      ['prefetch', 6, 'gmail-prefetch'],
      ['prefetch', 5, 'gmail-prefetch'],
      ['prefetch', 4, 'gmail-prefetch'],
    ],
    source: 'SparkPost/Bird, "Gmail prefetching images": 1–6 % of Gmail opens in 9.8 bn events',
    claim: (evidence) => claimGmailPrefetch(evidence),
  },
  {
    name: 'P5',
    evidence: 'GoogleImageProxy from Google’s network',
    says: [
      ['image-proxy', 5, 'gmail-proxy'],
      ['image-proxy', 3, 'gmail-proxy'],
    ],
    source: 'SendGrid event webhook log',
    claim: ({ client, network }) => {
      if (client.kind !== 'image-proxy' || client.name !== 'Gmail') return null;
      if (network === null) return proxyOnOpen(3, because('gmail-proxy'));
      return network === 'google' ? proxyOnOpen(5, because('gmail-proxy')) : null;
    },
  },
  {
    name: 'P6',
    evidence: 'bare Mozilla/5.0 without Referer, through Apple’s relay',
    says: [
      ['prefetch', 6, 'apple-relay'],
      ['prefetch', 4, 'apple-relay'],
      ['prefetch', 3, 'apple-relay'],
      ['unknown', 0, 'bare-name'],
    ],
    source: 'ClickDimensions "Adjusted Opens"; Apple’s list of relay addresses',
    claim: (evidence) => claimAppleRelay(evidence),
  },
  {
    name: 'P7',
    evidence: 'another mail service’s picture server',
    says: [
      ['image-proxy', 5, 'service-proxy'],
      ['image-proxy', 2, 'service-proxy'],
    ],
    source: 'Yahoo help SLN28749, Matomo, uap-core',
    claim: ({ client, network }) =>
      client.kind === 'image-proxy' && client.name !== 'Gmail'
        ? proxyOnOpen(network === 'image-proxy' ? 5 : 2, because('service-proxy', { service: client.name ?? '' }))
        : null,
  },
  {
    name: 'P8',
    evidence: 'Proton’s mail network, not a mail program',
    says: [['prefetch', 4, 'proton-prefetch']],
    source: 'Proton support: pictures are loaded in advance',
    claim: ({ asn, client }) =>
      asn === 62371 && client.kind !== 'mail-client' ? prefetch(4, because('proton-prefetch')) : null,
  },
  {
    name: 'P9',
    evidence: 'Microsoft’s network, not a mail program: by the time, and by clicks from there',
    says: [
      ['scanner', 4, 'microsoft-check'],
      ['image-proxy', 3, 'microsoft-proxy'],
      ['unknown', 0, 'microsoft-unclear'],
    ],
    source: 'Set-OwaMailboxPolicy -ExternalImageProxyEnabled; defender-docs; opencollective#3656',
    claim: (evidence) => (isMicrosoft(evidence) && !isNamed(evidence) ? claimMicrosoft(evidence) : null),
  },
  {
    name: 'P10',
    evidence: 'a program that names itself: scanner, library, bot, headless browser',
    says: [
      ['link-preview', 6, 'link-preview'],
      ['scanner', 5, 'program'],
    ],
    source: 'crawler-user-agents, isbot, Barracuda',
    claim: ({ client }) => claimNamedProgram(client.kind, client.name),
  },
  {
    name: 'P11',
    evidence: 'a mail security service’s network',
    says: [['scanner', 4, 'mail-security']],
    source: 'AS names of the vendors',
    claim: ({ hit, network }) =>
      network === 'mail-security'
        ? scanner(4, because('mail-security', { service: hit.network?.organisation ?? '' }))
        : null,
  },
  {
    name: 'P12',
    evidence: 'a browser that never existed, or many years old in a data centre',
    says: [['scanner', 4, 'fossil-browser']],
    source: 'Groundhogg; opencollective#3656 and others for detonation',
    claim: (evidence) =>
      isFossil(evidence) || isOldChromeInDataCentre(evidence) ? scanner(4, because('fossil-browser')) : null,
  },
  {
    name: 'P13',
    evidence: 'a mail program, from where people sit',
    says: [
      ['person', 5, 'opened-in'],
      ['likely-person', 3, 'opened-in'],
    ],
    source: 'labelled user agents; X-Requested-With',
    claim: (evidence) => {
      if (evidence.client.kind !== 'mail-client') return null;
      if (evidence.network === null) return likelyPerson(3, openedIn(evidence));
      return isPeoplesNetwork(evidence) ? person(5, openedIn(evidence)) : null;
    },
  },
  {
    name: 'P14',
    evidence: 'a mail program, in a data centre',
    says: [['likely-person', 2, 'mail-program-in-data-centre']],
    source: 'cloud desktops: Windows 365, Azure Virtual Desktop, Citrix',
    claim: (evidence) =>
      evidence.client.kind === 'mail-client' && isDataCentre(evidence)
        ? likelyPerson(2, because('mail-program-in-data-centre', { program: evidence.client.name ?? '' }))
        : null,
  },
  {
    name: 'P15',
    evidence: 'a browser that asks for pictures in a language, from where people sit',
    says: [['likely-person', 3, 'webmail']],
    source: 'webmail without a picture server',
    claim: (evidence) =>
      isPersonsBrowser(evidence) && isPeoplesNetwork(evidence) && asksForPicture(evidence)
        ? likelyPerson(3, because('webmail', { browser: evidence.client.name ?? '' }))
        : null,
  },
  {
    name: 'P16',
    evidence: 'a browser in a data centre',
    says: [['unknown', 2, 'data-centre']],
    source: 'hosting networks carry scanners and cloud desktops alike (Matomo TrackingSpamPrevention#69)',
    claim: (evidence) =>
      isPersonsBrowser(evidence) && evidence.network === 'hosting' ? nobodyKnows(because('data-centre'), 2) : null,
  },
  {
    name: 'P17',
    evidence: 'no name at all',
    says: [
      ['scanner', 3, 'nameless'],
      ['unknown', 0, 'nameless'],
    ],
    source: 'edalzell/laravel-passwordless-login#79: Microsoft’s checks with an empty header',
    claim: (evidence) => {
      if (!isBlankAgent(evidence)) return null;
      return isMicrosoft(evidence) || isDataCentre(evidence)
        ? scanner(3, because('nameless'))
        : nobodyKnows(because('nameless'));
    },
  },
  {
    name: 'P18',
    evidence: 'a picture server’s name from another network',
    says: [['unknown', 0, 'false-name']],
    source: 'anybody can write a header',
    claim: ({ client, network }) =>
      (client.kind === 'image-proxy' || client.kind === 'prefetch') &&
      client.name === 'Gmail' &&
      network !== null &&
      network !== 'google'
        ? nobodyKnows(because('false-name', { claimed: 'Google' }))
        : null,
  },
];

function isSpeculative({ hit }: Evidence): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|preview|prerender/i.test(hit.headers[name] ?? ''),
  );
}

function claimGmailPrefetch(evidence: Evidence): Claim | null {
  const { client, network } = evidence;
  if (client.kind !== 'prefetch' || client.name !== 'Gmail' || isSpeculative(evidence)) return null;
  if (network === 'google') return prefetch(DECISIVE, because('gmail-prefetch'));
  if (network !== null) return null;
  return prefetch(hasHeader(evidence, 'referer') ? 5 : 4, because('gmail-prefetch'));
}

function claimAppleRelay(evidence: Evidence): Claim | null {
  if (!isBareMozilla(evidence) || hasHeader(evidence, 'referer')) return null;
  if (evidence.hit.network?.organisation === APPLE_RELAY) return prefetch(DECISIVE, because('apple-relay'));
  if (isRelayNetwork(evidence)) return prefetch(4, because('apple-relay'));
  return evidence.network === null ? prefetch(3, because('apple-relay')) : nobodyKnows(because('bare-name'));
}

/** Mail programs, picture servers and programs that name themselves have rules of their own. */
function isNamed({ client }: Evidence): boolean {
  return client.kind !== 'browser' && client.kind !== 'app' && client.kind !== 'unknown';
}

function claimMicrosoft(evidence: Evidence): Claim {
  const { sinceArrival, microsoftClickNear, loneMicrosoftBefore } = evidence;
  const isAtDelivery = sinceArrival !== null && sinceArrival <= MINUTE_MS;
  if (microsoftClickNear || isAtDelivery) return scanner(4, because('microsoft-check'));
  // Outlook on the web’s picture server writes a browser’s name; only checks are seen without any.
  const mayBeShown = (sinceArrival !== null || loneMicrosoftBefore) && !isBlankAgent(evidence);
  return mayBeShown ? proxyOnOpen(3, because('microsoft-proxy')) : nobodyKnows(because('microsoft-unclear'));
}

function openedIn({ client }: Evidence) {
  return because('opened-in', { program: client.name ?? '', device: client.device ?? '' });
}

/** Pictures are asked for as pictures; older programs ask for anything. */
function asksForPicture(evidence: Evidence): boolean {
  const accept = evidence.hit.headers['accept'] ?? '';
  return accept.includes('image/') && hasHeader(evidence, 'accept-language');
}
