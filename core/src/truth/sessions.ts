import type { Hit, Tally } from '../verdict.ts';
import { MAX_SESSIONS, NO_TALLY, SESSION_GAP_MS, addTo, columnOf, tallyOf } from './judge-memory.ts';
import type { JudgeMemory, RecentHit, Session, VerdictChange } from './judge-memory.ts';

/** Picture servers are one requester however many addresses they use; one link clicked is one session of its own. */
function sessionKey({ kind, position, requester, verdict }: RecentHit): string {
  const isServer = requester.family.startsWith('image-proxy:') || verdict.actor === 'prefetch';
  const who = isServer ? requester.family : `${requester.family}|${requester.client}`;
  return `${kind}|${position ?? ''}|${who}`;
}

/** Counts a hit in the session that it belongs to, or in one of its own. The sender's aren't counted. */
export function addToSessions(sessions: readonly Session[], hit: RecentHit): readonly Session[] {
  const column = tallyOf(hit.verdict);
  if (column === null || hit.setAside) return sessions;
  const key = sessionKey(hit);
  const index = sessions.findIndex(
    (session) => session.key === key && Math.abs(hit.at - session.lastAt) <= SESSION_GAP_MS,
  );
  const found = sessions[index];
  if (found === undefined) {
    return [...sessions, { key, kind: hit.kind, firstAt: hit.at, lastAt: hit.at, hits: addTo(NO_TALLY, column) }];
  }
  const longer: Session = {
    ...found,
    firstAt: Math.min(found.firstAt, hit.at),
    lastAt: Math.max(found.lastAt, hit.at),
    hits: addTo(found.hits, column),
  };
  return sessions.map((session, at) => (at === index ? longer : session));
}

/** Counts corrected hits where they now belong. `recent` holds them as they were judged before. */
export function moveInSessions(
  sessions: readonly Session[],
  recent: readonly RecentHit[],
  corrections: readonly VerdictChange[],
): readonly Session[] {
  return corrections.reduce((moved, correction) => moveHit(moved, recent, correction), sessions);
}

function moveHit(
  sessions: readonly Session[],
  recent: readonly RecentHit[],
  { n, from, to }: VerdictChange,
): readonly Session[] {
  const hit = recent.find((other) => other.n === n);
  const before = tallyOf(from);
  const after = tallyOf(to);
  if (hit === undefined || hit.setAside || before === null || after === null) return sessions;
  const key = sessionKey(hit);
  const index = sessions.findIndex(
    (session) => session.key === key && session.firstAt <= hit.at && hit.at <= session.lastAt,
  );
  return sessions.map((session, at) =>
    at === index ? { ...session, hits: addTo(addTo(session.hits, before, -1), after) } : session,
  );
}

/** Ends the sessions to which nothing will be added any more: from then on they are numbers. */
export function closeSessions(
  { opens, clicks }: Pick<JudgeMemory, 'opens' | 'clicks'>,
  sessions: readonly Session[],
  now: number,
): Pick<JudgeMemory, 'sessions' | 'opens' | 'clicks'> {
  const open = sessions.filter((session) => now - session.lastAt <= SESSION_GAP_MS).slice(-MAX_SESSIONS);
  const ended = sessions.filter((session) => !open.includes(session));
  return { sessions: open, opens: endSessions(opens, ended, 'open'), clicks: endSessions(clicks, ended, 'click') };
}

function endSessions(tally: Tally, ended: readonly Session[], kind: Hit['kind']): Tally {
  return ended
    .filter((session) => session.kind === kind)
    .map(columnOf)
    .reduce((sum, column) => (column === null ? sum : addTo(sum, column)), tally);
}
