import { isHttpUrl } from '../token/http-url.ts';
import { isAtOrBelow, readHttpParts } from './http-parts.ts';
import type { HttpParts } from './http-parts.ts';
import { KNOWN, knownByHost } from './known-links.ts';
import { holdsPlaceholder } from './placeholder.ts';
import { knownByWords } from './link-words.ts';
import { looksLikeAddress } from './visible-address.ts';
import { matchesWildcard } from './wildcard.ts';

/**
 * Why a link isn't tracked, in the order in which one reason goes before another.
 * - `off`: links aren't tracked, or no address could be made for this one. `base-href`: the mail has a `<base href>`.
 * - `own-unreadable`: an address of ours that can't be read. `not-http`: neither http nor https, or not absolute.
 * - `placeholder`: a mail merge will fill it in. `gateway-wrapped`: a mail gateway's address; what it wraps is the recipient's.
 * - `quoted`, `signature`: stands in quoted history, in the signature. `excluded`: the admin said so.
 * - `unsubscribe`: leaves a list or changes what comes from it. `meeting`: joins one. `sign-in`: signs in or resets a password.
 * - `share`: shares a file. `app-link`: opens an app. `url-text`: shows an address, so that another target looks like phishing.
 * - `too-long`: the address would be longer than 1,000 characters.
 */
export type UntrackedReason =
  | 'off'
  | 'base-href'
  | 'own-unreadable'
  | 'not-http'
  | 'placeholder'
  | 'gateway-wrapped'
  | 'quoted'
  | 'signature'
  | 'excluded'
  | 'unsubscribe'
  | 'meeting'
  | 'sign-in'
  | 'share'
  | 'app-link'
  | 'url-text'
  | 'too-long';

/** What the admin can set about links. */
export interface LinkRules {
  /** Registrable domain of TRACKING_ORIGIN: a text that names it may lead through us. Default null: none. */
  site: string | null;
  /** Whether links whose text looks like an address are left alone. Default true. */
  leaveUrlText: boolean;
  /** Whether links in the signature are left alone. Default true. */
  leaveSignature: boolean;
  /** Hosts that are left alone with all below them, in any case. Default none. */
  excludedHosts: readonly string[];
  /** Patterns for whole addresses, in any case; `*` is the only wildcard. Default none. */
  excludedPatterns: readonly string[];
}

/** What the rules look at. */
export interface LinkFacts {
  destination: string;
  text: string;
  isOff: boolean;
  hasBaseHref: boolean;
  isUnreadable: boolean;
  /** Its href holds a character reference that isn't known here: where it goes can't be told for sure. */
  hasUnknownReference: boolean;
  isQuoted: boolean;
  isInSignature: boolean;
}

/** Finds the reason why a link isn't tracked; null where it may be. */
export type WhyUntracked = (link: LinkFacts) => UntrackedReason | null;

/** Makes the rules of one plan. */
export function createLinkRules(given: Partial<LinkRules>): WhyUntracked {
  const rules = prepareRules(given);
  return (link) => {
    if (link.isOff) return 'off';
    if (link.hasBaseHref) return 'base-href';
    if (link.isUnreadable) return 'own-unreadable';
    if (!isHttpUrl(link.destination)) return 'not-http';
    const parts = readHttpParts(link.destination);
    const known = knownByHost(parts);
    return reasonOfPlace(link, { parts, rules, known }) ?? reasonOfKind(link, { parts, rules, known });
  };
}

interface LinkView {
  parts: HttpParts;
  rules: LinkRules;
  /** What it is known to be by its host: a sum of KNOWN. */
  known: number;
}

/** Where a link comes from and stands: most links of a mail end here, and their words needn't be read. */
function reasonOfPlace(link: LinkFacts, { parts, rules, known }: LinkView): UntrackedReason | null {
  if (link.hasUnknownReference || holdsPlaceholder(parts.address)) return 'placeholder';
  if (known & KNOWN.gateway) return 'gateway-wrapped';
  if (link.isQuoted) return 'quoted';
  if (link.isInSignature && rules.leaveSignature) return 'signature';
  return isExcluded(parts, rules) ? 'excluded' : null;
}

/** What a link is. */
function reasonOfKind({ text }: LinkFacts, { parts, rules, known }: LinkView): UntrackedReason | null {
  const kinds = known | knownByWords(parts, text);
  if (kinds & KNOWN.unsubscribe) return 'unsubscribe';
  if (kinds & KNOWN.meeting) return 'meeting';
  if (kinds & KNOWN.signIn) return 'sign-in';
  if (kinds & KNOWN.share) return 'share';
  if (kinds & KNOWN.appLink) return 'app-link';
  return rules.leaveUrlText && looksLikeAddress(text, rules.site) ? 'url-text' : null;
}

function prepareRules(given: Partial<LinkRules>): LinkRules {
  return {
    site: given.site ?? null,
    leaveUrlText: given.leaveUrlText ?? true,
    leaveSignature: given.leaveSignature ?? true,
    excludedHosts: (given.excludedHosts ?? []).map((host) => host.trim().toLowerCase()),
    excludedPatterns: (given.excludedPatterns ?? []).map((pattern) => pattern.trim().toLowerCase()),
  };
}

function isExcluded({ address, host }: HttpParts, { excludedHosts, excludedPatterns }: LinkRules): boolean {
  if (excludedHosts.some((excluded) => isExcludedHost(host, excluded))) return true;
  return excludedPatterns.some((pattern) => matchesWildcard(pattern, address));
}

/** An entry with a `*` covers what it matches, any other the host and all below it. */
function isExcludedHost(host: string, excluded: string): boolean {
  return excluded.includes('*') ? matchesWildcard(excluded, host) : excluded !== '' && isAtOrBelow(host, excluded);
}
