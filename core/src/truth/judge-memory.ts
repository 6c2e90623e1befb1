import type { Hit, Tally, Verdict } from '../verdict.ts';

/** What the judge keeps of a message's hits between two of them: plain JSON of bounded size. */
export interface JudgeMemory {
  /** Hits of the last 15 minutes: those whose verdict may still be corrected. */
  readonly recent: readonly RecentHit[];
  /** Whether somebody else than the sender asked before those. */
  readonly hadEarlier: boolean;
  /** Whether somebody else than the sender followed a link. */
  readonly hadClick: boolean;
  /** Sessions that a further hit may still belong to. */
  readonly sessions: readonly Session[];
  /** Sessions that ended. */
  readonly opens: Tally;
  readonly clicks: Tally;
  /** When a first scanner-like burst showed that the mail had arrived; null: none did. */
  readonly arrivedAt: number | null;
  /** Day (since 1970) of the first picture load from Microsoft that stood alone; null: none. */
  readonly loneMicrosoftDay: number | null;
  /** Codes of reasons of machine and unknown verdicts so far, each once: what a headline can name. */
  readonly machineReasons: readonly string[];
  /** What pictures and filters did: what the recipients' mail gateway can be known by. */
  readonly signs: GatewaySigns;
}

/** What was seen of a mail gateway in the hits of one message. */
export interface GatewaySigns {
  /** A program checked the mail within ten minutes of its arrival. */
  readonly scanned: boolean;
  /** The picture was loaded by a mail service's or privacy server; by a person's own program; by nobody knows what. */
  readonly relayed: boolean;
  readonly direct: boolean;
  readonly unclear: boolean;
}

/** A hit as it is needed to judge its neighbours. */
export interface RecentHit {
  /** Its place in the order in which the message's hits came. */
  readonly n: number;
  readonly kind: Hit['kind'];
  readonly at: number;
  /** Null for opens. */
  readonly position: number | null;
  readonly requester: Requester;
  readonly verdict: Verdict;
  /** It turned out to be the sender's: judged as ever, since others are judged beside it, but counted nowhere. */
  readonly setAside: boolean;
  /** The sender's own Outlook may have loaded it. */
  readonly mayBeLook: boolean;
}

/** A verdict that is taken back, and what is said instead. */
export interface VerdictChange {
  /** Place of the hit. */
  n: number;
  from: Verdict;
  to: Verdict;
}

/** What tells one requester from another. */
export interface Requester {
  readonly client: string;
  readonly neighbourhood: string;
  readonly asn: number | null;
  /** Name and kind of the program, as far as it says. */
  readonly family: string;
  /** From a network where neighbouring addresses are likely one machine park. */
  readonly machinePark: boolean;
}

/** Hits that are one act of opening or clicking, with pauses of at most 30 minutes. */
export interface Session {
  readonly key: string;
  readonly kind: Hit['kind'];
  readonly firstAt: number;
  readonly lastAt: number;
  /** Hits by what they were taken for; the most personal one names the session. */
  readonly hits: Tally;
}

/** How long a verdict may still be corrected by later hits. */
export const CORRECTION_MS = 15 * 60_000;

/** A pause that ends a session. */
export const SESSION_GAP_MS = 30 * 60_000;

/** Bounds of what is kept, so that a flood of hits can't grow a message's row. */
export const MAX_RECENT = 60;
export const MAX_SESSIONS = 40;
const MAX_REASONS = 12;

export const NO_TALLY: Tally = { person: 0, likely: 0, machine: 0, unknown: 0 };

/** A message without hits. */
export function emptyMemory(): JudgeMemory {
  return {
    recent: [],
    hadEarlier: false,
    hadClick: false,
    sessions: [],
    opens: NO_TALLY,
    clicks: NO_TALLY,
    arrivedAt: null,
    loneMicrosoftDay: null,
    machineReasons: [],
    signs: { scanned: false, relayed: false, direct: false, unclear: false },
  };
}

/** Which column of a tally a verdict belongs to; null for the sender, who isn't counted. */
export function tallyOf({ actor, certainty }: Verdict): keyof Tally | null {
  switch (actor) {
    case 'person':
      return 'person';
    case 'likely-person':
      return 'likely';
    case 'image-proxy':
      // A picture server that fits its network was asked because somebody displayed the mail.
      return certainty >= 4 ? 'person' : 'likely';
    case 'prefetch':
    case 'scanner':
    case 'link-preview':
      return 'machine';
    case 'unknown':
      return 'unknown';
    case 'sender':
      return null;
  }
}

/** Adds `count` to one column. */
export function addTo(tally: Tally, column: keyof Tally, count = 1): Tally {
  return { ...tally, [column]: tally[column] + count };
}

/** What a session was: the most personal of its hits. */
export function columnOf({ hits }: Session): keyof Tally | null {
  const order: readonly (keyof Tally)[] = ['person', 'likely', 'unknown', 'machine'];
  return order.find((column) => hits[column] > 0) ?? null;
}

/** Ended and open sessions of one kind, counted. */
export function countSessions(memory: JudgeMemory, kind: Hit['kind']): Tally {
  const ended = kind === 'open' ? memory.opens : memory.clicks;
  return memory.sessions
    .filter((session) => session.kind === kind)
    .map(columnOf)
    .reduce((sum, column) => (column === null ? sum : addTo(sum, column)), ended);
}

/** The reasons with one more, unless it is known or there is no room. */
export function rememberReason(reasons: readonly string[], verdict: Verdict): readonly string[] {
  const column = tallyOf(verdict);
  const { code } = verdict.reason;
  const isNew = (column === 'machine' || column === 'unknown') && !reasons.includes(code);
  return isNew && reasons.length < MAX_REASONS ? [...reasons, code] : reasons;
}
