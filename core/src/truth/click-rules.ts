import { claimNamedProgram } from './claim-named-program.ts';
import { claimsModernChrome, hasHeader, isBareMozilla, isBlankAgent, isDataCentre, isFossil, isHasty, isMicrosoft,
  isNavigation, isOldChromeInDataCentre, isPeoplesNetwork, isPersonsBrowser, isRelayNetwork, lacksFetchMetadata,
  mayBePersonInDataCentre, sendsTooLittle } from './evidence-questions.ts'; // prettier-ignore
import { DECISIVE, because, likelyPerson, nobodyKnows, person, prefetch, scanner, sender } from './rule.ts';
import type { Claim, Evidence, Rule } from './rule.ts';
import { SENDER_RULES } from './sender-rules.ts';

/** Rules about clicks, in order. */
export const CLICK_RULES: readonly Rule[] = [
  {
    name: 'C0',
    evidence: 'came before the mail was sent',
    says: [['sender', 6, 'before-send']],
    source: 'Outlook on the web fetches links while they are typed (rickwargo.com 2015)',
    claim: ({ sinceArrival }) => (sinceArrival !== null && sinceArrival < 0 ? sender(because('before-send')) : null),
  },
  {
    name: 'C1',
    evidence: 'the sender’s own session or heartbeat',
    says: [['sender', 6, 'own-look']],
    source: 'nylas-mail#3249',
    claim: ({ hit }) => (hit.own ? sender(because('own-look')) : null),
  },
  {
    name: 'C2',
    evidence: 'another method than GET',
    says: [['scanner', 6, 'only-checked']],
    source: 'browsers follow links with GET',
    claim: ({ hit }) => (hit.method === 'GET' ? null : scanner(DECISIVE, because('only-checked'))),
  },
  {
    name: 'C3',
    evidence: 'a header that marks a load in advance',
    says: [['prefetch', 6, 'browser-prefetch']],
    source: 'Sec-Purpose (Fetch), Purpose, X-Purpose, X-Moz',
    claim: ({ client }) =>
      client.kind === 'prefetch' && client.name !== 'Gmail' && client.name !== 'Apple Mail'
        ? prefetch(DECISIVE, because('browser-prefetch'))
        : null,
  },
  ...SENDER_RULES,
  {
    name: 'C4',
    evidence: 'a chat service’s preview',
    says: [['link-preview', 6, 'link-preview']],
    source: 'Slack, Microsoft, Meta, Telegram: pages about their crawlers',
    claim: ({ client }) => (client.kind === 'link-preview' ? claimNamedProgram(client.kind, client.name) : null),
  },
  {
    name: 'C5',
    evidence: 'no browser: a bare or empty name, a library, a bot',
    says: [
      ['scanner', 5, 'nameless'],
      ['unknown', 0, 'nameless'],
      ['scanner', 5, 'no-browser'],
      ['scanner', 5, 'program'],
    ],
    source: 'gophish#2646, laravel-passwordless-login#79, crawler-user-agents',
    claim: (evidence) => {
      const { client, network } = evidence;
      if (isBlankAgent(evidence))
        return network === null ? nobodyKnows(because('nameless')) : scanner(5, because('nameless'));
      const isPictureServer = client.kind === 'image-proxy' || client.kind === 'prefetch';
      if (isBareMozilla(evidence) || isPictureServer) return scanner(5, because('no-browser'));
      return client.kind === 'link-preview' ? null : claimNamedProgram(client.kind, client.name);
    },
  },
  {
    name: 'C6',
    evidence: 'a mail security service’s network',
    says: [['scanner', 5, 'mail-security']],
    source: 'AS names of the vendors',
    claim: ({ hit, network }) =>
      network === 'mail-security'
        ? scanner(5, because('mail-security', { service: hit.network?.organisation ?? '' }))
        : null,
  },
  {
    name: 'C7',
    evidence: 'Microsoft’s network',
    says: [
      ['scanner', 5, 'safe-links'],
      ['unknown', 0, 'microsoft-click-unclear'],
    ],
    source: 'warmbly#412 after Microsoft’s documents: Safe Links sends the person’s own browser on',
    claim: (evidence) => {
      if (!isMicrosoft(evidence)) return null;
      const mayBePerson = mayBePersonInDataCentre(evidence);
      return mayBePerson ? nobodyKnows(because('microsoft-click-unclear')) : scanner(5, because('safe-links'));
    },
  },
  {
    name: 'C8',
    evidence: 'links asked for as only programs do',
    says: [['scanner', 6, 'burst']],
    source: 'mautic#16263, craft-campaign#546: gateways open every link at once',
    claim: ({ burst }) => (burst ? scanner(DECISIVE, because('burst')) : null),
  },
  {
    name: 'C9',
    evidence: 'a browser that never existed, or says too little for what it claims to be',
    says: [
      ['scanner', 4, 'fossil-browser'],
      ['scanner', 4, 'pretended-browser'],
    ],
    source: 'Fetch Metadata; Groundhogg',
    claim: (evidence) => {
      if (isFossil(evidence) || isOldChromeInDataCentre(evidence)) return scanner(4, because('fossil-browser'));
      const pretends = isPersonsBrowser(evidence) && claimsModernChrome(evidence) && lacksFetchMetadata(evidence);
      return pretends ? scanner(4, because('pretended-browser')) : null;
    },
  },
  {
    name: 'C10',
    evidence: 'a browser in a data centre',
    says: [
      ['scanner', 3, 'data-centre-click'],
      ['unknown', 0, 'data-centre'],
    ],
    source: 'AS names of hosting companies; cloud desktops and VPNs stand there too (Matomo TrackingSpamPrevention#69)',
    claim: (evidence) => {
      const isBrowser = isPersonsBrowser(evidence) && isDataCentre(evidence);
      if (!isBrowser || isMicrosoft(evidence) || isOnRelay(evidence)) return null;
      const mayBePerson = mayBePersonInDataCentre(evidence);
      return mayBePerson ? nobodyKnows(because('data-centre')) : scanner(3, because('data-centre-click'));
    },
  },
  {
    name: 'C11',
    evidence: 'Safari through Apple’s relay',
    says: [['person', 3, 'relay-click']],
    source: 'Apple, iCloud Private Relay',
    claim: (evidence) => (isOnRelay(evidence) ? person(3, because('relay-click')) : null),
  },
  {
    name: 'C12',
    evidence: 'a browser goes to a page, from where people sit',
    says: [
      ['person', 5, 'clicked-in'],
      ['likely-person', 4, 'clicked-in'],
      ['likely-person', 3, 'clicked-in'],
    ],
    source: 'Fetch Metadata, Accept, Accept-Language as browsers send them',
    claim: (evidence) => claimNavigation(evidence),
  },
  {
    name: 'C13',
    evidence: 'came from a webmail page',
    says: [['likely-person', 1, 'clicked-in-webmail']],
    source: 'Referer of Outlook on the web, Gmail, Yahoo Mail',
    claim: (evidence) =>
      isFromWebmail(evidence) && isPeoplesNetwork(evidence) && isPersonsBrowser(evidence)
        ? likelyPerson(1, because('clicked-in-webmail', { browser: evidence.client.name ?? '' }))
        : null,
  },
];

function isOnRelay(evidence: Evidence): boolean {
  return isRelayNetwork(evidence) && evidence.client.name === 'Safari';
}

function claimNavigation(evidence: Evidence): Claim | null {
  if (!isPersonsBrowser(evidence) && evidence.client.kind !== 'mail-client') return null;
  if (!isNavigation(evidence) || !hasHeader(evidence, 'accept-language')) return null;
  const { client, firstClick, network } = evidence;
  const reason = because('clicked-in', { browser: client.name ?? '', device: client.device ?? '' });
  if (network === null) return likelyPerson(3, reason);
  if (!isPeoplesNetwork(evidence)) return null;
  if (sendsTooLittle(evidence)) return likelyPerson(3, reason);
  return firstClick && isHasty(evidence) ? likelyPerson(4, reason) : person(5, reason);
}

/** Hosts of webmail pages that send people on with a Referer. */
const WEBMAIL = [
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
  'mail.google.com',
  'mail.yahoo.com',
];

function isFromWebmail({ hit }: Evidence): boolean {
  const referer = hit.headers['referer'] ?? '';
  return WEBMAIL.some((host) => referer.startsWith(`https://${host}/`));
}
