import { isHttpUrl } from '../token/http-url.ts';
import { isAtOrBelow, readHttpParts } from './http-parts.ts';
import type { HttpParts } from './http-parts.ts';
import { isKnownLink } from './known-links.ts';
import { holdsPlaceholder } from './placeholder.ts';
import { isUnsubscribeLink } from './unsubscribe.ts';
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
  isQuoted: boolean;
  isInSignature: boolean;
}

/** Finds the reason why a link isn't tracked; null where it may be. */
export type WhyUntracked = (link: LinkFacts) => UntrackedReason | null;

/** Makes the rules of one plan. */
export function createLinkRules(given: Partial<LinkRules>): WhyUntracked {
  const rules = prepareRules(given);
  return (link) => {
    for (const [reason, applies] of MARKUP_RULES) if (applies(link, rules)) return reason;
    const parts = readHttpParts(link.destination);
    for (const [reason, applies] of ADDRESS_RULES) if (applies(link, rules, parts)) return reason;
    return null;
  };
}

/** Rules that look at any destination; what passes is absolute http(s). */
const MARKUP_RULES: readonly (readonly [UntrackedReason, (link: LinkFacts, rules: LinkRules) => boolean])[] = [
  ['off', (link) => link.isOff],
  ['base-href', (link) => link.hasBaseHref],
  ['own-unreadable', (link) => link.isUnreadable],
  ['not-http', (link) => !isHttpUrl(link.destination)],
];

/** Rules that look at the parts of an http(s) address. */
const ADDRESS_RULES: readonly (readonly [
  UntrackedReason,
  (link: LinkFacts, rules: LinkRules, parts: HttpParts) => boolean,
])[] = [
  ['placeholder', (link) => holdsPlaceholder(link.destination)],
  ['gateway-wrapped', (_link, _rules, parts) => isKnownLink('gateway-wrapped', parts)],
  ['quoted', (link) => link.isQuoted],
  ['signature', (link, rules) => rules.leaveSignature && link.isInSignature],
  ['excluded', (link, rules, parts) => isExcluded(link.destination, rules, parts)],
  ['unsubscribe', (link, _rules, parts) => isUnsubscribeLink(parts, link.text)],
  ['meeting', (_link, _rules, parts) => isKnownLink('meeting', parts)],
  ['sign-in', (_link, _rules, parts) => isKnownLink('sign-in', parts)],
  ['share', (_link, _rules, parts) => isKnownLink('share', parts)],
  ['app-link', (_link, _rules, parts) => isKnownLink('app-link', parts)],
  ['url-text', (link, rules) => rules.leaveUrlText && looksLikeAddress(link.text, rules.site)],
];

function prepareRules(given: Partial<LinkRules>): LinkRules {
  return {
    site: given.site ?? null,
    leaveUrlText: given.leaveUrlText ?? true,
    leaveSignature: given.leaveSignature ?? true,
    excludedHosts: (given.excludedHosts ?? []).map((host) => host.trim().toLowerCase()),
    excludedPatterns: (given.excludedPatterns ?? []).map((pattern) => pattern.trim().toLowerCase()),
  };
}

function isExcluded(destination: string, rules: LinkRules, { host }: HttpParts): boolean {
  if (rules.excludedHosts.some((excluded) => isExcludedHost(host, excluded))) return true;
  if (rules.excludedPatterns.length === 0) return false;
  const text = destination.toLowerCase();
  return rules.excludedPatterns.some((pattern) => matchesWildcard(pattern, text));
}

/** An entry with a `*` covers what it matches, any other the host and all below it. */
function isExcludedHost(host: string, excluded: string): boolean {
  return excluded.includes('*') ? matchesWildcard(excluded, host) : excluded !== '' && isAtOrBelow(host, excluded);
}
