import type { MessageHit } from '@readback/core';
import { rankOf } from './whose-hit.ts';

/** Hits that belong to one session: one requester or picture server, with pauses of at most half an hour. */
export interface HitSession {
  /** Newest first, at least one. */
  hits: readonly MessageHit[];
  /** The hit that says most about who it was. */
  lead: MessageHit;
  /** ISO 8601. */
  firstAt: string;
  lastAt: string;
}

/** As long a pause ends no session; core counts with the same (`SESSION_GAP_MS`). */
const GAP_MS = 30 * 60_000;

/** A session of a list that changes. */
export interface KeyedSession extends HitSession {
  /** Stays the same while hits come to it at either end. */
  key: string;
}

/** Groups hits, and remembers between two calls which session is which. */
export interface SessionGrouper {
  /** `hits` newest first, as far as loaded; answers newest first. */
  group(hits: readonly MessageHit[]): readonly KeyedSession[];
}

/**
 * A session grows at its new end with what happens and at its old end with what is loaded, so none of its hits can name it
 * for long: a session goes by the name that any of its hits had before.
 */
export function createSessionGrouper(): SessionGrouper {
  let names: ReadonlyMap<string, string> = new Map();
  let given = 0;
  return {
    group: (hits) => {
      const taken = new Set<string>();
      const sessions = groupSessions(hits).map((session) => {
        const known = session.hits
          .map(({ id }) => names.get(id))
          .find((name) => name !== undefined && !taken.has(name));
        given += known === undefined ? 1 : 0;
        const key = known ?? String(given);
        taken.add(key);
        return { ...session, key };
      });
      names = new Map(sessions.flatMap(({ key, hits: own }) => own.map(({ id }) => [id, key])));
      return sessions;
    },
  };
}

interface Growing {
  hits: MessageHit[];
  earliest: number;
}

/** The sessions of some hits, newest first. */
export function groupSessions(hits: readonly MessageHit[]): readonly HitSession[] {
  const sessions: Growing[] = [];
  const latestOf = new Map<string, Growing>();
  for (const hit of hits) {
    const at = Date.parse(hit.at);
    const who = requesterOf(hit);
    const open = latestOf.get(who);
    if (open !== undefined && Math.abs(open.earliest - at) <= GAP_MS) {
      open.hits.push(hit);
      open.earliest = Math.min(open.earliest, at);
      continue;
    }
    const begun = { hits: [hit], earliest: at };
    sessions.push(begun);
    latestOf.set(who, begun);
  }
  return sessions.flatMap(({ hits: own }) => asSession(own));
}

/**
 * Who a hit came from. Picture servers are one requester however many addresses they use. A filter may stand behind the same
 * address as the people whose mail it checks, and what was the sender's own is nobody else's: those stay apart.
 */
function requesterOf({ verdict, client, visitor }: MessageHit): string {
  if (verdict.actor === 'sender') return `sender|${visitor}`;
  const isServer = client.kind === 'image-proxy' || verdict.actor === 'prefetch';
  if (isServer) return `${verdict.actor}|${client.kind}|${client.name ?? ''}`;
  const isMachine = verdict.actor === 'scanner' || verdict.actor === 'link-preview';
  return `${isMachine ? verdict.actor : 'somebody'}|${visitor}`;
}

function asSession(hits: readonly MessageHit[]): HitSession[] {
  const [newest] = hits;
  const oldest = hits.at(-1);
  if (newest === undefined || oldest === undefined) return [];
  const lead = hits.reduce((best, hit) => (saysMore(hit, best) ? hit : best));
  return [{ hits, lead, firstAt: oldest.at, lastAt: newest.at }];
}

/** The more personal one; then the surer one; then a click rather than an open. */
function saysMore(one: MessageHit, other: MessageHit): boolean {
  const byRank = rankOf(other.verdict) - rankOf(one.verdict);
  const bySureness = one.verdict.certainty - other.verdict.certainty;
  const byKind = Number(one.kind === 'click') - Number(other.kind === 'click');
  return (byRank || bySureness || byKind) > 0;
}
