import type { DomainKnowledge, DomainStatement } from '../api.ts';
import type { Reason } from '../verdict.ts';
import type { GatewaySigns } from './judge-memory.ts';
import { because } from './rule.ts';

/** What one message tells of the mail gateway that all its recipients share. */
export interface DeliverySigns extends GatewaySigns {
  /** The recipients' domain, in lower case. */
  domain: string;
  /** The picture stood in the mail, as far as is known. */
  pictured: boolean;
  /** A person followed one of its links. */
  clicked: boolean;
}

/** What fewer messages show may be chance. */
const ENOUGH_MESSAGES = 3;

/** What is known of each domain that the messages went to; those with most messages first. */
export function learnDomains(messages: readonly DeliverySigns[]): readonly DomainKnowledge[] {
  const byDomain = new Map<string, DeliverySigns[]>();
  for (const message of messages) {
    const known = byDomain.get(message.domain);
    if (known === undefined) byDomain.set(message.domain, [message]);
    else known.push(message);
  }
  return Array.from(byDomain, ([domain, signs]) => ({
    domain,
    messages: signs.length,
    statements: [scans(domain, signs), strips(domain, signs), relays(domain, signs)].filter(isSaid),
  })).sort((a, b) => b.messages - a.messages || (a.domain < b.domain ? -1 : 1));
}

/** The headline of a message to the domain: where nothing was seen, and can't be, it says so. */
export function headlineInDomain(headline: Reason, knowledge: DomainKnowledge | null): Reason {
  const strips = knowledge?.statements.find(({ what }) => what === 'never-loads-pictures');
  if (headline.code !== 'headline-nothing' || strips === undefined) return headline;
  return because('headline-filter-strips', strips.reason.values);
}

function scans(domain: string, signs: readonly DeliverySigns[]): DomainStatement | null {
  const scanned = signs.filter((message) => message.scanned).length;
  if (scanned < ENOUGH_MESSAGES || scanned * 2 <= signs.length) return null;
  const reason = because('domain-scans', { domain, mails: scanned, of: signs.length });
  return { what: 'scans-at-delivery', messages: scanned, reason };
}

/** Nothing loaded proves nothing, since nobody need have looked; a click without the picture shows that somebody did. */
function strips(domain: string, signs: readonly DeliverySigns[]): DomainStatement | null {
  const pictured = signs.filter((message) => message.pictured);
  const without = pictured.filter((message) => message.clicked && !isLoaded(message)).length;
  if (without < ENOUGH_MESSAGES || pictured.some(isLoaded)) return null;
  return {
    what: 'never-loads-pictures',
    messages: without,
    reason: because('domain-strips', { domain, mails: without }),
  };
}

function relays(domain: string, signs: readonly DeliverySigns[]): DomainStatement | null {
  const relayed = signs.filter((message) => message.relayed).length;
  if (relayed < ENOUGH_MESSAGES || signs.some((message) => message.direct)) return null;
  return { what: 'always-relays', messages: relayed, reason: because('domain-relays', { domain, mails: relayed }) };
}

function isLoaded({ relayed, direct, unclear }: GatewaySigns): boolean {
  return relayed || direct || unclear;
}

function isSaid(statement: DomainStatement | null): statement is DomainStatement {
  return statement !== null;
}
