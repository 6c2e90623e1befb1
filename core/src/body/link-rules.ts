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
    const reason = firstReason(MARKUP_RULES, link);
    if (reason !== null) return reason;
    const parts = readHttpParts(link.destination);
    const view: LinkView = { link, parts, rules, known: knownByHost(parts) };
    const early = firstReason(PLACE_RULES, view);
    if (early !== null) return early;
    view.known |= knownByWords(parts, link.text);
    return firstReason(KIND_RULES, view);
  };
}

interface Rule<View> {
  reason: UntrackedReason;
  applies: (view: View) => boolean;
}

function firstReason<View>(rules: readonly Rule<View>[], view: View): UntrackedReason | null {
  for (const rule of rules) if (rule.applies(view)) return rule.reason;
  return null;
}

/** Rules that look at any destination; what passes is absolute http(s). */
const MARKUP_RULES: readonly Rule<LinkFacts>[] = [
  { reason: 'off', applies: (link) => link.isOff },
  { reason: 'base-href', applies: (link) => link.hasBaseHref },
  { reason: 'own-unreadable', applies: (link) => link.isUnreadable },
  { reason: 'not-http', applies: (link) => !isHttpUrl(link.destination) },
];

interface LinkView {
  link: LinkFacts;
  parts: HttpParts;
  rules: LinkRules;
  /** A sum of KNOWN: by its host alone for PLACE_RULES, by its words too for KIND_RULES. */
  known: number;
}

/** Rules about where a link comes from and stands: most links of a mail end here, and their words needn't be read. */
const PLACE_RULES: readonly Rule<LinkView>[] = [
  { reason: 'placeholder', applies: ({ link, parts }) => link.hasUnknownReference || holdsPlaceholder(parts.address) },
  { reason: 'gateway-wrapped', applies: ({ known }) => (known & KNOWN.gateway) > 0 },
  { reason: 'quoted', applies: ({ link }) => link.isQuoted },
  { reason: 'signature', applies: ({ link, rules }) => rules.leaveSignature && link.isInSignature },
  { reason: 'excluded', applies: isExcluded },
];

/** Rules about what a link is. */
const KIND_RULES: readonly Rule<LinkView>[] = [
  { reason: 'unsubscribe', applies: ({ known }) => (known & KNOWN.unsubscribe) > 0 },
  { reason: 'meeting', applies: ({ known }) => (known & KNOWN.meeting) > 0 },
  { reason: 'sign-in', applies: ({ known }) => (known & KNOWN.signIn) > 0 },
  { reason: 'share', applies: ({ known }) => (known & KNOWN.share) > 0 },
  { reason: 'app-link', applies: ({ known }) => (known & KNOWN.appLink) > 0 },
  { reason: 'url-text', applies: ({ link, rules }) => rules.leaveUrlText && looksLikeAddress(link.text, rules.site) },
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

function isExcluded({ parts: { address, host }, rules }: LinkView): boolean {
  if (rules.excludedHosts.some((excluded) => isExcludedHost(host, excluded))) return true;
  return rules.excludedPatterns.some((pattern) => matchesWildcard(pattern, address));
}

/** An entry with a `*` covers what it matches, any other the host and all below it. */
function isExcludedHost(host: string, excluded: string): boolean {
  return excluded.includes('*') ? matchesWildcard(excluded, host) : excluded !== '' && isAtOrBelow(host, excluded);
}
