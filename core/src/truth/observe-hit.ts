import { describeClient } from '../client/describe-client.ts';
import type { Hit, Tally, Verdict } from '../verdict.ts';
import { isBurst, sameGroup } from './burst.ts';
import { isMicrosoft } from './evidence-questions.ts';
import { judgeHit } from './judge-hit.ts';
import { CORRECTION_MS, MAX_RECENT, MAX_SESSIONS, NO_TALLY, SESSION_GAP_MS, addTo, columnOf, rememberReason, tallyOf } from './judge-memory.ts'; // prettier-ignore
import type { JudgeMemory, RecentHit, Session } from './judge-memory.ts';
import { DECISIVE, because } from './rule.ts';
import type { Evidence } from './rule.ts';

/** What is known of the mail, besides its hits. Times in milliseconds since 1970; null where unknown. */
export interface MessageContext {
  sentAt: number | null;
  /** A delayed or scheduled mail arrives then. */
  deliverAfter: number | null;
  trackedLinks: number;
  recipientDomains: readonly string[];
  senderDomain: string | null;
}

/** A verdict that was taken back. */
export interface Correction {
  /** Number of the hit, counted from 0 in the order of judging. */
  number: number;
  kind: Hit['kind'];
  at: number;
  position: number | null;
  from: Verdict;
  to: Verdict;
}

export interface Observed {
  memory: JudgeMemory;
  verdict: Verdict;
  /** Verdicts on earlier hits that this one puts into another light: only ever downwards. */
  corrections: readonly Correction[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Judges the next hit of a message, and earlier ones again where it shows what they were. Pure, bounded memory. */
export function observeHit(memory: JudgeMemory, hit: Hit, context: MessageContext): Observed {
  const sinceArrival = timeSinceArrival(memory, hit, context);
  const evidence = gatherEvidence(memory, hit, sinceArrival);
  const draft = recentHitOf(memory.seen, evidence);
  const burst = !hit.own && isBurst(draft, memory.recent, { trackedLinks: context.trackedLinks, sinceArrival });
  const verdict = judgeHit({ ...evidence, burst });
  const current = { ...draft, verdict: burst ? asBurst(verdict) : verdict };
  const corrections = correctionsBy(current, memory.recent, { burst, microsoftClick: isMicrosoftClick(evidence) });
  return {
    memory: remember(memory, current, { corrections, burst, lone: isLoneMicrosoft(evidence), context }),
    verdict: current.verdict,
    corrections,
  };
}

/** The server's clock against the moment of arrival: a burst that showed it, else the planned delivery, else the send. */
function timeSinceArrival(memory: JudgeMemory, hit: Hit, { sentAt, deliverAfter }: MessageContext): number | null {
  const arrival = memory.arrivedAt ?? deliverAfter ?? sentAt;
  return arrival === null ? null : hit.at - arrival;
}

function gatherEvidence(memory: JudgeMemory, hit: Hit, sinceArrival: number | null): Evidence {
  const evidence: Evidence = {
    hit,
    client: describeClient(hit.headers),
    asn: hit.network?.asn ?? null,
    network: hit.network?.kind ?? null,
    sinceArrival,
    burst: false,
    microsoftClickNear: false,
    loneMicrosoftBefore: memory.loneMicrosoftDay !== null && memory.loneMicrosoftDay < Math.floor(hit.at / DAY_MS),
    firstClick: sumOf(memory.clicks) === 0 && !memory.sessions.some((session) => session.kind === 'click'),
  };
  const near = isMicrosoft(evidence) && memory.recent.some((other) => isMicrosoftClickNear(other, hit.at));
  return { ...evidence, microsoftClickNear: near };
}

function isMicrosoftClickNear(other: RecentHit, at: number): boolean {
  return (
    other.kind === 'click' && other.requester.family.endsWith('@microsoft') && Math.abs(other.at - at) <= MINUTE_MS
  );
}

function isMicrosoftClick(evidence: Evidence): boolean {
  return evidence.hit.kind === 'click' && isMicrosoft(evidence);
}

function isLoneMicrosoft(evidence: Evidence): boolean {
  return evidence.hit.kind === 'open' && isMicrosoft(evidence) && !evidence.microsoftClickNear;
}

function recentHitOf(number: number, evidence: Evidence): RecentHit {
  const { hit, client, asn, network } = evidence;
  const place = isMicrosoft(evidence) ? '@microsoft' : '';
  return {
    number,
    kind: hit.kind,
    at: hit.at,
    position: hit.kind === 'click' ? (hit.position ?? null) : null,
    requester: {
      client: hit.client,
      neighbourhood: hit.neighbourhood,
      asn,
      family: `${client.kind}:${client.name ?? ''}:${client.device ?? ''}${place}`,
      machinePark:
        network === 'hosting' || network === 'microsoft' || network === 'mail-security' || network === 'google',
    },
    verdict: { actor: 'unknown', certainty: 0, rule: 'none', reason: because('nothing-fits') },
  };
}

/** A picture loaded in a burst has no rule of its own: the burst's speaks for it. */
function asBurst(verdict: Verdict): Verdict {
  return isFinal(verdict) ? verdict : { actor: 'scanner', certainty: DECISIVE, rule: 'C8', reason: because('burst') };
}

/** What no later hit takes back: what is a machine's already, and the sender's own. */
function isFinal({ actor }: Verdict): boolean {
  return actor === 'sender' || actor === 'scanner' || actor === 'prefetch' || actor === 'link-preview';
}

function correctionsBy(
  current: RecentHit,
  recent: readonly RecentHit[],
  shown: { burst: boolean; microsoftClick: boolean },
): readonly Correction[] {
  const group = shown.burst ? sameGroup(current, recent) : [];
  const corrections: Correction[] = [];
  for (const other of recent) {
    if (isFinal(other.verdict)) continue;
    if (group.includes(other)) corrections.push(correct(other, asBurst(other.verdict)));
    else if (shown.microsoftClick && isMicrosoftOpen(other) && Math.abs(other.at - current.at) <= MINUTE_MS) {
      const to: Verdict = { actor: 'scanner', certainty: 4, rule: 'P9', reason: because('microsoft-check') };
      corrections.push(correct(other, to));
    }
  }
  return corrections;
}

function isMicrosoftOpen(hit: RecentHit): boolean {
  return hit.kind === 'open' && hit.verdict.rule === 'P9';
}

function correct({ number, kind, at, position, verdict }: RecentHit, to: Verdict): Correction {
  return { number, kind, at, position, from: verdict, to };
}

function remember(
  memory: JudgeMemory,
  current: RecentHit,
  shown: { corrections: readonly Correction[]; burst: boolean; lone: boolean; context: MessageContext },
): JudgeMemory {
  const corrected = memory.recent.map((other) => {
    const correction = shown.corrections.find(({ number }) => number === other.number);
    return correction === undefined ? other : { ...other, verdict: correction.to };
  });
  const recent = [...corrected, current].filter((other) => current.at - other.at <= CORRECTION_MS).slice(-MAX_RECENT);
  const afterCorrections = shown.corrections.reduce(
    (sessions, correction) => moveHit(sessions, memory.recent, correction),
    memory.sessions,
  );
  const grown = addHit(afterCorrections, current);
  const open = grown.filter((session) => current.at - session.lastAt <= SESSION_GAP_MS).slice(-MAX_SESSIONS);
  const ended = grown.filter((session) => !open.includes(session));
  return {
    seen: memory.seen + 1,
    recent,
    sessions: open,
    opens: endSessions(memory.opens, ended, 'open'),
    clicks: endSessions(memory.clicks, ended, 'click'),
    arrivedAt: memory.arrivedAt ?? arrivalShownBy(memory, current, shown),
    loneMicrosoftDay: memory.loneMicrosoftDay ?? (shown.lone ? Math.floor(current.at / DAY_MS) : null),
    machineReasons: shown.corrections.reduce(
      (reasons, { to }) => rememberReason(reasons, to),
      rememberReason(memory.machineReasons, current.verdict),
    ),
  };
}

/** Filters look at a mail when it arrives: where nothing tells the delivery time, their first burst does. */
function arrivalShownBy(
  memory: JudgeMemory,
  current: RecentHit,
  shown: { burst: boolean; context: MessageContext },
): number | null {
  const { sentAt, deliverAfter } = shown.context;
  const isEarlier = sentAt !== null && current.at < sentAt;
  const looksLikeFilter = shown.burst || current.verdict.rule === 'P11' || current.verdict.rule === 'C6';
  if (deliverAfter !== null || isEarlier || !looksLikeFilter) return null;
  const nobodyBefore = [...memory.recent].every(({ verdict }) => tallyOf(verdict) !== 'person');
  const quietBefore = sumOf(memory.opens) + sumOf(memory.clicks) === 0;
  return nobodyBefore && quietBefore ? Math.min(current.at, ...memory.recent.map(({ at }) => at)) : null;
}

function sumOf({ person, likely, machine, unknown }: Tally): number {
  return person + likely + machine + unknown;
}

/** Picture servers are one requester however many addresses they use; one link clicked is one session of its own. */
function sessionKey({ kind, position, requester, verdict }: RecentHit): string {
  const isServer = requester.family.startsWith('image-proxy:') || verdict.actor === 'prefetch';
  const who = isServer ? requester.family : `${requester.family}|${requester.client}`;
  return `${kind}|${position ?? ''}|${who}`;
}

function addHit(sessions: readonly Session[], hit: RecentHit): readonly Session[] {
  const column = tallyOf(hit.verdict);
  if (column === null) return sessions;
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

/** Counts a corrected hit where it now belongs. */
function moveHit(
  sessions: readonly Session[],
  recent: readonly RecentHit[],
  { number, from, to }: Correction,
): readonly Session[] {
  const hit = recent.find((other) => other.number === number);
  const before = tallyOf(from);
  const after = tallyOf(to);
  if (hit === undefined || before === null || after === null) return sessions;
  const key = sessionKey(hit);
  const index = sessions.findIndex(
    (session) => session.key === key && session.firstAt <= hit.at && hit.at <= session.lastAt,
  );
  return sessions.map((session, at) =>
    at === index ? { ...session, hits: addTo(addTo(session.hits, before, -1), after) } : session,
  );
}

function endSessions(tally: Tally, ended: readonly Session[], kind: Hit['kind']): Tally {
  return ended
    .filter((session) => session.kind === kind)
    .map(columnOf)
    .reduce((sum, column) => (column === null ? sum : addTo(sum, column)), tally);
}
