import type { Hit, Network, Reason, Verdict } from '../verdict.ts';
import type { ReasonCode } from './reason-texts.ts';
import type { WhoAsked } from './who-asked.ts';

/** What the rules know of one hit: what it says of itself, and what stands beside it in its message. */
export interface Evidence extends WhoAsked {
  hit: Hit;
  /** Null where the network is unknown. */
  asn: number | null;
  network: Network['kind'] | null;
  /** Milliseconds since the mail arrived, as far as is known; null: unknown. Negative: it wasn't sent yet. */
  sinceArrival: number | null;
  /** Its group asks for links as only programs do (see `isBurst`). */
  burst: boolean;
  /** A click from Microsoft's network on this mail within a minute. */
  microsoftClickNear: boolean;
  /** Pictures loaded from Microsoft's network, alone, on an earlier day. */
  loneMicrosoftBefore: boolean;
  /** No other click of the message came before. */
  firstClick: boolean;
  /** A recipient's address is of the sender's own domain. */
  hasColleague: boolean;
}

/** What one rule says of a hit. */
export interface Claim {
  actor: Verdict['actor'];
  /** 1 to 6; 6 decides alone. */
  weight: number;
  /** Whose points these are; `nobody`: it only says that nothing is known. */
  side: 'person' | 'machine' | 'nobody';
  reason: Reason;
}

/** What a rule may claim: who it was, its weight, and the code of the reason. */
export type PossibleClaim = readonly [actor: Verdict['actor'], weight: number, reason: ReasonCode];

/** One rule: a row. */
export interface Rule {
  /** As in the rule set it comes from: P for pictures, C for clicks. */
  name: string;
  /** What it goes by. */
  evidence: string;
  /** All that it may claim, the strongest first. */
  says: readonly PossibleClaim[];
  source: string;
  claim(evidence: Evidence): Claim | null;
}

/** Raised when rules, weights or signatures change: tells old verdicts from those that would be given today. */
export const RULES_VERSION = 4;

/** A weight that decides without counting points. */
export const DECISIVE = 6;

/** The name of Apple's relay list, as the network of an address on it is called. */
export const APPLE_RELAY = 'iCloud Private Relay';

/** A reason with its facts. */
export function because(code: ReasonCode, values: Reason['values'] = {}): Reason {
  return { code, values };
}

/** A person's own program asked. */
export function person(weight: number, reason: Reason): Claim {
  return { actor: 'person', weight, side: 'person', reason };
}

/** Most likely a person's program. */
export function likelyPerson(weight: number, reason: Reason): Claim {
  return { actor: 'likely-person', weight, side: 'person', reason };
}

/** A mail service fetched the picture because somebody displayed the mail. */
export function proxyOnOpen(weight: number, reason: Reason): Claim {
  return { actor: 'image-proxy', weight, side: 'person', reason };
}

/** Loaded before anybody looked. */
export function prefetch(weight: number, reason: Reason): Claim {
  return { actor: 'prefetch', weight, side: 'machine', reason };
}

/** A program checked. */
export function scanner(weight: number, reason: Reason): Claim {
  return { actor: 'scanner', weight, side: 'machine', reason };
}

/** The sender. */
export function sender(reason: Reason): Claim {
  return { actor: 'sender', weight: DECISIVE, side: 'machine', reason };
}

/** Nothing can be said, but a program is as likely as the points that are given. */
export function nobodyKnows(reason: Reason, machinePoints = 0): Claim {
  return { actor: 'unknown', weight: machinePoints, side: machinePoints > 0 ? 'machine' : 'nobody', reason };
}

/** Whatever else it looks like, what is known beside it forbids to say who it was. */
export function cannotTell(reason: Reason): Claim {
  return { actor: 'unknown', weight: DECISIVE, side: 'nobody', reason };
}
