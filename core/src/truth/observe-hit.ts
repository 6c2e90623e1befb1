import type { ClientDescription } from '../client/describe-client.ts';
import type { Hit, Verdict } from '../verdict.ts';
import { isBurst, sameGroup } from './burst.ts';
import { isMicrosoft } from './evidence-questions.ts';
import { addGatewaySigns } from './gateway-signs.ts';
import { judgeHit } from './judge-hit.ts';
import { CORRECTION_MS, MAX_RECENT, rememberReason, tallyOf } from './judge-memory.ts';
import type { JudgeMemory, RecentHit, VerdictChange } from './judge-memory.ts';
import { DECISIVE, because } from './rule.ts';
import type { Evidence } from './rule.ts';
import { mayBeLook } from './sender-rules.ts';
import { timeSinceArrival } from './since-arrival.ts';
import { addToSessions, closeSessions, moveInSessions } from './sessions.ts';
import { whoAsked } from './who-asked.ts';

/** What is known of the mail, besides its hits. Times in milliseconds since 1970; null where unknown. */
export interface MessageContext {
  sentAt: number | null;
  /** A delayed or scheduled mail arrives then. */
  deliverAfter: number | null;
  trackedLinks: number;
  recipientDomains: readonly string[];
  senderDomain: string | null;
}

/** A hit of a message with its place in the order in which they came. */
export interface NumberedHit {
  /** Its place: different for each hit of the message. */
  n: number;
  hit: Hit;
  /** It turned out later to be the sender's own: it counts nowhere, and changes no verdict on others. Default: false. */
  setAside?: boolean;
}

/** A verdict that was taken back, and the hit that it was about. */
export interface Correction extends VerdictChange {
  kind: Hit['kind'];
  at: number;
  /** Null for opens. */
  position: number | null;
}

export interface Observed {
  memory: JudgeMemory;
  verdict: Verdict;
  /** Which program asked. */
  client: ClientDescription;
  /** Verdicts on earlier hits that this one puts into another light: only ever downwards. */
  corrections: readonly Correction[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Judges the next hit of a message, and earlier ones again where it shows what they were. Pure, bounded memory. */
export function observeHit(memory: JudgeMemory, arrived: NumberedHit, context: MessageContext): Observed {
  const { hit } = arrived;
  const sinceArrival = timeSinceArrival(hit.at, memory.arrivedAt, context);
  const evidence = gatherEvidence(memory, hit, { sinceArrival, context });
  const draft = recentHitOf(arrived, evidence);
  const others = memory.recent.filter(({ verdict }) => verdict.actor !== 'sender');
  const burst = !hit.own && isBurst(draft, others, { trackedLinks: context.trackedLinks, sinceArrival });
  const verdict = judgeHit({ ...evidence, burst });
  const current = { ...draft, verdict: burst ? asBurst(verdict) : verdict };
  const corrections = correctionsBy(current, others, { burst, microsoftClick: isMicrosoftClick(evidence) });
  const lone = isLoneMicrosoft(evidence);
  return {
    memory: remember(memory, current, { corrections, burst, lone, sinceArrival, context }),
    verdict: current.verdict,
    client: evidence.client,
    corrections,
  };
}

/** What the rules go by, but for bursts, which show beside other hits. */
export function gatherEvidence(
  memory: JudgeMemory,
  hit: Hit,
  { sinceArrival, context }: { sinceArrival: number | null; context: MessageContext },
): Evidence {
  const evidence: Evidence = {
    hit,
    ...whoAsked(hit),
    asn: hit.network?.asn ?? null,
    network: hit.network?.kind ?? null,
    sinceArrival,
    burst: false,
    microsoftClickNear: false,
    loneMicrosoftBefore: memory.loneMicrosoftDay !== null && memory.loneMicrosoftDay < Math.floor(hit.at / DAY_MS),
    firstClick: !memory.hadClick,
    hasColleague: hasColleague(context),
  };
  const near = isMicrosoft(evidence) && memory.recent.some((other) => isMicrosoftClickNear(other, hit.at));
  return { ...evidence, microsoftClickNear: near };
}

function hasColleague({ recipientDomains, senderDomain }: MessageContext): boolean {
  const own = senderDomain?.toLowerCase();
  return own !== undefined && recipientDomains.some((domain) => domain.toLowerCase() === own);
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
  const { hit, microsoftClickNear } = evidence;
  return hit.kind === 'open' && !hit.own && isMicrosoft(evidence) && !microsoftClickNear;
}

function recentHitOf({ n, hit, setAside = false }: NumberedHit, evidence: Evidence): RecentHit {
  const { client, asn, network } = evidence;
  const place = isMicrosoft(evidence) ? '@microsoft' : '';
  return {
    n,
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
    setAside,
    mayBeLook: mayBeLook(hit, evidence),
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
  const open = recent.filter(({ verdict }) => !isFinal(verdict));
  const group = new Set(shown.burst ? sameGroup(current, open) : []);
  const corrections: Correction[] = [];
  for (const other of open) {
    if (group.has(other)) corrections.push(correct(other, asBurst(other.verdict)));
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

function correct({ n, kind, at, position, verdict }: RecentHit, to: Verdict): Correction {
  return { n, kind, at, position, from: verdict, to };
}

/** What a hit showed besides what it is itself. */
interface Shown {
  corrections: readonly Correction[];
  burst: boolean;
  lone: boolean;
  sinceArrival: number | null;
  context: MessageContext;
}

function remember(memory: JudgeMemory, current: RecentHit, shown: Shown): JudgeMemory {
  const { corrections, lone } = shown;
  const all = [...correctRecent(memory.recent, corrections), current];
  const recent = all.filter((other) => current.at - other.at <= CORRECTION_MS).slice(-MAX_RECENT);
  const moved = moveInSessions(memory.sessions, memory.recent, corrections);
  const isForeign = tallyOf(current.verdict) !== null;
  return {
    recent,
    hadEarlier: memory.hadEarlier || all.some((hit) => !recent.includes(hit) && tallyOf(hit.verdict) !== null),
    hadClick: memory.hadClick || (isForeign && current.kind === 'click'),
    ...closeSessions(memory, addToSessions(moved, current), current.at),
    arrivedAt: memory.arrivedAt ?? arrivalShownBy(memory, current, shown),
    loneMicrosoftDay: memory.loneMicrosoftDay ?? (lone ? Math.floor(current.at / DAY_MS) : null),
    machineReasons: corrections.reduce(
      (reasons, { to }) => rememberReason(reasons, to),
      current.setAside ? memory.machineReasons : rememberReason(memory.machineReasons, current.verdict),
    ),
    signs: addGatewaySigns(memory.signs, current, shown.sinceArrival),
  };
}

function correctRecent(recent: readonly RecentHit[], corrections: readonly Correction[]): readonly RecentHit[] {
  if (corrections.length === 0) return recent;
  return recent.map((other) => {
    const correction = corrections.find(({ n }) => n === other.n);
    return correction === undefined ? other : { ...other, verdict: correction.to };
  });
}

/**
 * Filters look at a mail when it arrives: where nothing tells the delivery time, their first burst does. One link alone they
 * also check whenever somebody clicks it.
 */
function arrivalShownBy(
  memory: JudgeMemory,
  current: RecentHit,
  shown: { burst: boolean; context: MessageContext },
): number | null {
  const { sentAt, deliverAfter } = shown.context;
  const isEarlier = sentAt !== null && current.at < sentAt;
  const looksLikeFilter = shown.burst || current.verdict.rule === 'P11';
  if (deliverAfter !== null || isEarlier || !looksLikeFilter || memory.hadEarlier) return null;
  const others = memory.recent.filter(({ verdict }) => verdict.actor !== 'sender');
  const nobodyBefore = others.every(({ verdict }) => tallyOf(verdict) !== 'person');
  return nobodyBefore ? Math.min(current.at, ...others.map(({ at }) => at)) : null;
}
