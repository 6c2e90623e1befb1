import type { MessageHit, VerdictCorrection, Reason } from '@readback/core';
import type { HitSession } from './group-sessions.ts';
import { isPerson, rankOf } from './whose-hit.ts';

/** What was said of a session's hits before, and until when; null: nobody noted when it was taken back. */
export interface FormerWord {
  reason: Reason;
  /** ISO 8601. */
  correctedAt: string | null;
}

/** How often each link was followed, in the order of the mail. Clicks whose link nobody noted are left out. */
export function clickedLinks({ hits }: Pick<HitSession, 'hits'>): readonly { position: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { position } of hits) {
    if (position !== null) counts.set(position, (counts.get(position) ?? 0) + 1);
  }
  return [...counts]
    .map(([position, count]) => ({ position, count }))
    .sort((one, other) => one.position - other.position);
}

/** How many of the clicks on each link were people's, by position. */
export function personClicks(hits: readonly MessageHit[]): ReadonlyMap<number, number> {
  const own = hits.filter((hit) => hit.kind === 'click' && isPerson(hit));
  return new Map(clickedLinks({ hits: own }).map(({ position, count }) => [position, count]));
}

/** The most that is said of why. */
const MOST_REASONS = 2;

/** Why the session is taken for what it is: the word on its leading hit, and on what else was done in it. */
export function reasonsOf({ hits, lead }: HitSession): readonly Reason[] {
  const rank = rankOf(lead.verdict);
  const reasons = [lead, ...hits]
    .filter(({ verdict }) => rankOf(verdict) === rank)
    .map(({ verdict }) => verdict.reason);
  return distinct(reasons).slice(0, MOST_REASONS);
}

/** Programs by which it was done, as they call themselves, each once; without those that the reasons name. */
export function programsOf(session: HitSession): readonly MessageHit['client'][] {
  const said = new Set(reasonsOf(session).flatMap(({ values }) => Object.values(values)));
  const named = session.hits
    .map(({ client }) => client)
    .filter(({ name, device }) => (name === null ? device !== null : !said.has(name)));
  return [...new Map(named.map((client) => [`${client.name ?? ''}|${client.device ?? ''}`, client])).values()];
}

/** Reasons that say what was done, too. */
const TELLING = [
  'opened-in',
  'gmail-proxy',
  'service-proxy',
  'clicked-in',
  'clicked-in-webmail',
  'relay-click',
  'link-preview',
  'safe-links',
];

/** Whether the reason says all that was done: one thing. */
export function isToldByReason({ hits, lead }: HitSession): boolean {
  return hits.length === 1 && TELLING.includes(lead.verdict.reason.code);
}

/** Where it was done, each place once. */
export function placesOf({ hits }: Pick<HitSession, 'hits'>): readonly { country: string; city: string | null }[] {
  const places = hits.flatMap(({ country, city }) => (country === null ? [] : [{ country, city }]));
  return [...new Map(places.map((place) => [`${place.country}|${place.city ?? ''}`, place])).values()];
}

/** What was said before of hits on which something else is said now, each word once. */
export function formerWords(
  { hits }: Pick<HitSession, 'hits'>,
  corrections: readonly VerdictCorrection[],
): readonly FormerWord[] {
  const words = hits.flatMap((hit) => {
    if (hit.first === null) return [];
    const { reason } = hit.first;
    return [{ reason, correctedAt: corrections.find((each) => isAbout(each, hit))?.correctedAt ?? null }];
  });
  return [...new Map(words.map((word) => [keyOf(word.reason), word])).values()];
}

/** A correction names its hit by what it was and when it came. */
function isAbout(correction: VerdictCorrection, { kind, at, position, verdict }: MessageHit): boolean {
  const isSame = correction.kind === kind && correction.at === at && correction.position === position;
  return isSame && correction.to.rule === verdict.rule;
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [keyOf(reason), reason])).values()];
}

function keyOf(reason: Reason): string {
  return JSON.stringify(reason);
}
