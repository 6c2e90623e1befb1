import { findProduct, majorVersion } from '../client/user-agent.ts';
import type { Evidence } from './rule.ts';

/** What tells the age of a browser, and where it stands. */
type Asked = Pick<Evidence, 'hit' | 'client' | 'agent' | 'network'>;

/** Microsoft's networks: 8075 carries Outlook on the web, Safe Links and cloud PCs alike. */
const MICROSOFT = [8068, 8069, 8070, 8075];

/** Networks that Apple's relay leaves through, besides its own list (open-truth §1a). */
const RELAY_NETWORKS = [36183, 13335, 54113, 20940];

export function isMicrosoft({ asn, network }: Evidence): boolean {
  return network === 'microsoft' || (asn !== null && MICROSOFT.includes(asn));
}

export function isRelayNetwork({ asn, network }: Evidence): boolean {
  return network === 'privacy-relay' || (asn !== null && RELAY_NETWORKS.includes(asn));
}

/** Where people sit: at home, on the road, in a company's own network, or behind its web gateway. */
export function isPeoplesNetwork({ network }: Evidence): boolean {
  return network === 'access' || network === 'other' || network === 'web-gateway' || network === 'privacy-relay';
}

/** Where computers stand and hardly anybody sits. */
export function isDataCentre({ network }: Pick<Evidence, 'network'>): boolean {
  return network === 'hosting' || network === 'microsoft' || network === 'google';
}

export function isBlankAgent({ agent }: Evidence): boolean {
  return agent.text === '';
}

export function isBareMozilla({ agent }: Evidence): boolean {
  return agent.text === 'Mozilla/5.0';
}

export function hasHeader({ hit }: Evidence, name: string): boolean {
  return (hit.headers[name] ?? '') !== '';
}

export function isPersonsBrowser({ client }: Pick<Evidence, 'client'>): boolean {
  return client.kind === 'browser' || client.kind === 'app';
}

/**
 * Whether a request has headers as browsers send them, but none that tells how it came to ask (Fetch Metadata; Chrome sends
 * it over https since 80). Of a request of which hardly any header is known, nothing is missing.
 */
export function lacksFetchMetadata(evidence: Evidence): boolean {
  const isKnown = hasHeader(evidence, 'accept') || hasHeader(evidence, 'accept-language');
  return isKnown && !Object.keys(evidence.hit.headers).some((name) => name.startsWith('sec-fetch-'));
}

/** Whether a browser goes to a page because somebody wants to see it. */
export function isNavigation(evidence: Evidence): boolean {
  const accept = evidence.hit.headers['accept'] ?? '';
  const mode = evidence.hit.headers['sec-fetch-mode'];
  return (mode === undefined || mode === 'navigate') && accept.includes('text/html');
}

/** Chrome's release of a day: version 120 came on 2023-12-05, one follows every four weeks. Milliseconds since 1970. */
const CHROME_120_AT = 1_701_734_400_000;
const CHROME_EVERY_MS = 28 * 86_400_000;

/** Chrome was that far when the first mail was tracked, whatever a clock says. */
const CHROME_AT_FIRST = 150;

/** Skipped and late releases make the estimate run ahead by this many at most. */
const ESTIMATE_SLACK = 3;

/** Versions of Chrome between the one that asks and the newest of its day, rounded down; null where it isn't Chrome. */
function chromeAge(evidence: Asked): number | null {
  const major = majorVersion(findProduct(evidence.agent, 'chrome'));
  if (major === null) return null;
  const estimate = 120 + Math.floor((evidence.hit.at - CHROME_120_AT) / CHROME_EVERY_MS) - ESTIMATE_SLACK;
  return Math.max(estimate, CHROME_AT_FIRST) - major;
}

/** Whether it claims to be Chrome of a version that always tells Fetch Metadata. */
export function claimsModernChrome(evidence: Evidence): boolean {
  return (majorVersion(findProduct(evidence.agent, 'chrome')) ?? 0) >= 80;
}

/**
 * Whether it lacks what it would send if it were what it says: Chrome, Firefox (which tells Fetch Metadata since 90) or Safari
 * (since 16.4).
 */
export function sendsTooLittle(evidence: Evidence): boolean {
  const { agent } = evidence;
  const firefox = majorVersion(findProduct(agent, 'firefox')) ?? 0;
  const safari = evidence.client.name === 'Safari' ? (majorVersion(findProduct(agent, 'version')) ?? 0) : 0;
  return (claimsModernChrome(evidence) || firefox >= 90 || safari >= 17) && lacksFetchMetadata(evidence);
}

/** Within this of its arrival nobody has read a mail. */
export const HASTY_MS = 10_000;

export function isHasty({ sinceArrival }: Pick<Evidence, 'sinceArrival'>): boolean {
  return sinceArrival !== null && sinceArrival < HASTY_MS;
}

/** A person on a cloud PC or behind a VPN: a current browser that somebody told where to go, in time. Detonation may look the same. */
export function mayBePersonInDataCentre(evidence: Evidence): boolean {
  const isTold = isCurrentBrowser(evidence) && hasHeader(evidence, 'sec-fetch-user');
  return isTold && !evidence.burst && !isHasty(evidence);
}

/** How old a browser is when hardly anybody uses it. */
const OLD_CHROME = 8;

function isCurrentBrowser(evidence: Evidence): boolean {
  const age = chromeAge(evidence);
  return evidence.client.kind === 'browser' && !isFossil(evidence) && (age === null || age < OLD_CHROME);
}

/** An old Chrome in a data centre: people's browsers update themselves, detonation images don't. */
export function isOldChromeInDataCentre(evidence: Asked): boolean {
  return isDataCentre(evidence) && evidence.client.kind === 'browser' && (chromeAge(evidence) ?? 0) >= OLD_CHROME;
}

/** A browser that never existed, or that nobody has used for many years: Internet Explorer on a Mac, Firefox 2, MSIE 10. */
export function isFossil(evidence: Asked): boolean {
  if (!isPersonsBrowser(evidence) && evidence.client.kind !== 'unknown') return false;
  const { agent } = evidence;
  const platform = agent.comments[0] ?? '';
  if (/mac os x/i.test(platform) && /trident|msie/i.test(platform)) return true;
  if (/\bMSIE (\d|10)\.\d/.test(platform)) return true;
  const firefox = majorVersion(findProduct(agent, 'firefox'));
  const chrome = majorVersion(findProduct(agent, 'chrome'));
  return (
    (firefox !== null && firefox < 20) || (chrome !== null && chrome < 40 && /windows|macintosh|x11/i.test(platform))
  );
}
