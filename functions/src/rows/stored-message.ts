import { emptyMemory, initialState, summarise } from '@readback/core';
import type {
  DeliverySigns,
  FoldState,
  Hit,
  KindCount,
  MessageContext,
  Places,
  Registration,
  Summary,
} from '@readback/core';
import { isUnjudged } from './fold-values.ts';
import type { HitId } from './ids.ts';
import type { RowEntropy } from './row-keys.ts';

/** A message as its `m!` row keeps it. Times are milliseconds since 1970, by the server's clock. */
export interface StoredMessage {
  /** The owner's hash: whoever reads the message proves with it that it is theirs. */
  owner: string;
  /** When its row was first written. */
  createdAt: number;
  /** Null: nobody registered it (its hits are held), or it was deleted. */
  registration: StoredRegistration | null;
  /** A deleted message leaves this much, so that its later hits are dropped. */
  deleted: boolean;
  /** Whether its Sent item was seen. */
  seen: boolean;
  /** When its sender stopped tracking it: from then on nothing is counted. Null: it is tracked as registered. */
  stoppedAt: number | null;
  /** What the fold made of its stored hits. */
  state: FoldState;
  /** Whether `state` is to be folded again: what is known of the mail, or of who its hits are, has changed since. */
  stale: boolean;
  /** Whether what there is to tell about hits that were held is still to be told, once they are folded again. */
  untold: boolean;
  /** Hits that got a place in the order of commits, dropped ones included: the `n` of the next one. */
  placed: number;
  /** Hits past the limit of stored ones. */
  overflow: Readonly<Record<Hit['kind'], number>>;
  /** Hits of a kind with an `n` below this count no longer: their sender refused them. */
  droppedBelow: Readonly<Record<Hit['kind'], number>>;
  /** Whether dropped hits may still lie in storage and in `state`. */
  unsettled: boolean;
  /** Places of hits of which the sender said "that was me". */
  mine: Places;
  /** Places of hits that came just before the sender's pane said that it shows the message. */
  looked: Places;
  /** When the pane began to show the message, the latest time; null: it never did. */
  lookedAt: number | null;
  /** When the sender last sent a reply that quotes the message; null: never, as far as is known. */
  quotedAt: number | null;
  /** What was told of the newest of `mine`. */
  corrections: readonly StoredCorrection[];
  /** Whether an earlier version wrote its row, so that lists lack something of it until it is written again. */
  outdated: boolean;
}

/** The words of a registration, and when the mail was sent. */
export interface StoredRegistration extends Omit<Registration, 'ageMs' | 'quotes'> {
  sentAt: number;
  /** Equal for equal words, apart from `ageMs`. */
  fingerprint: string;
}

/** What was told of a "that was me", to take it back: the hit's own row stays as it was judged. */
export interface StoredCorrection {
  hit: HitId;
  actor: 'sender';
  /** The activity entry that tells it. */
  told: RowEntropy;
  at: number;
}

/** A message stores this many hits, then only tallies. */
export const STORED_HITS = 5_000;

/** How many corrections by the sender can be taken back in the activity too; the oldest give way. */
export const KEPT_CORRECTIONS = 200;

const NO_TALLY = { person: 0, likely: 0, machine: 0, unknown: 0 };

/** Something came, and nobody judged it. */
const UNCLEAR = { code: 'headline-unclear', values: {} };

/** A message of which only hits are known. */
export function heldMessage(owner: string, createdAt: number): StoredMessage {
  return {
    owner,
    createdAt,
    registration: null,
    deleted: false,
    seen: false,
    stoppedAt: null,
    state: initialState(),
    stale: false,
    untold: false,
    placed: 0,
    overflow: { open: 0, click: 0 },
    droppedBelow: { open: 0, click: 0 },
    unsettled: false,
    mine: [],
    looked: [],
    lookedAt: null,
    quotedAt: null,
    corrections: [],
    outdated: false,
  };
}

/** Whether hits of this kind are wanted: unknown messages are given the benefit of the doubt. */
export function accepts(message: StoredMessage, kind: Hit['kind']): boolean {
  if (message.deleted) return false;
  if (message.registration === null) return true;
  return message.stoppedAt === null && wants(message.registration, kind);
}

function wants({ opens, links }: Pick<StoredRegistration, 'opens' | 'links'>, kind: Hit['kind']): boolean {
  return kind === 'open' ? opens : links;
}

/** What decides whether a message's hits are shown. */
export interface Visibility extends Pick<StoredMessage, 'unsettled' | 'droppedBelow'> {
  registration: Pick<StoredRegistration, 'opens' | 'links'> | null;
}

/** Whether what was counted of a kind is shown: not while hits that the sender refused still lie in it. */
export function shows({ unsettled, droppedBelow, registration }: Visibility, kind: Hit['kind']): boolean {
  const mayHoldRefused = unsettled && droppedBelow[kind] > 0;
  return !mayHoldRefused || registration === null || wants(registration, kind);
}

/** Whether a stored hit still counts. */
export function counts(message: StoredMessage, hit: { kind: Hit['kind']; n: number }): boolean {
  return hit.n >= message.droppedBelow[hit.kind];
}

/** How many hits the fold has counted. */
export function storedHits({ state }: StoredMessage): number {
  return state.opens.count + state.clicks.count;
}

/** Made once for each registration: every hit is judged with it, and there may be a thousand recipients. */
const contexts = new WeakMap<StoredRegistration, MessageContext>();

/** What the judge is told of the mail. Of one that nobody registered, nothing is known. */
export function contextOf({ registration }: StoredMessage): MessageContext {
  if (registration === null) {
    return { sentAt: null, deliverAfter: null, trackedLinks: 0, recipientDomains: [], senderDomain: null };
  }
  const context = contexts.get(registration) ?? describeMail(registration);
  contexts.set(registration, context);
  return context;
}

function describeMail(registration: StoredRegistration): MessageContext {
  const { sentAt, deliverAfter, trackedLinks, recipients, senderDomain } = registration;
  const planned = deliverAfter === null ? NaN : Date.parse(deliverAfter);
  return {
    sentAt,
    deliverAfter: Number.isNaN(planned) ? null : planned,
    trackedLinks: trackedLinks.length,
    recipientDomains: domainsOf(recipients),
    senderDomain,
  };
}

/** The domains of recipients, each once, in lower case. Exchange's own names of people (`/o=…/cn=…`) have none. */
function domainsOf(recipients: Registration['recipients']): readonly string[] {
  const domains = recipients.map(({ address }) => /@([^@\s]+)$/.exec(address)?.[1]?.toLowerCase() ?? '');
  return [...new Set(domains)].filter((domain) => domain !== '');
}

/** The raw counts, without what the sender refused, even while that still lies in storage. */
export function shownCounts(message: StoredMessage): { opens: KindCount; clicks: KindCount } {
  const none: KindCount = { count: 0, firstAt: null, lastAt: null };
  const { opens, clicks } = message.state;
  return { opens: shows(message, 'open') ? opens : none, clicks: shows(message, 'click') ? clicks : none };
}

/** Tallies and headline, without what the sender refused, even while that still lies in storage. */
export function summaryOfHits(message: StoredMessage): Summary {
  const { judge } = message.state;
  if (isUnjudged(message.state)) return { ...summarise(emptyMemory()), headline: UNCLEAR };
  if (!message.unsettled) return summarise(judge);
  return summarise({
    ...judge,
    sessions: judge.sessions.filter(({ kind }) => shows(message, kind)),
    opens: shows(message, 'open') ? judge.opens : NO_TALLY,
    clicks: shows(message, 'click') ? judge.clicks : NO_TALLY,
    machineReasons: [],
  });
}

/** The newest sign of a person, with the program where it is known; null while none is shown. */
export function lastSignOf({ state }: StoredMessage, { opens, clicks }: Summary): FoldState['signs'][number] | null {
  const hasPerson = [opens, clicks].some(({ person, likely }) => person + likely > 0);
  return hasPerson ? (state.signs[0] ?? null) : null;
}

/**
 * What the message shows of its recipients' mail gateway. Null where they have several, or none that is known.
 */
export function signsOf(message: StoredMessage): DeliverySigns | null {
  const { registration, state } = message;
  const [domain, ...others] = contextOf(message).recipientDomains;
  if (registration === null || domain === undefined || others.length > 0) return null;
  const { opens, opensReason, pixelPlace } = registration;
  const pictured = opens && opensReason === null && pixelPlace !== null;
  return { ...state.judge.signs, domain, pictured, clicked: summaryOfHits(message).clicks.person > 0 };
}
