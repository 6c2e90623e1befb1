import { isDeepStrictEqual } from 'node:util';
import { addPlace, hasPlace, removePlace, type Hit, type Registration } from '@readback/core';
import { tellFact, untellActivity } from '../rows/activity-row.ts';
import type { StoredHit } from '../rows/hit-row.ts';
import type { MessageId } from '../rows/ids.ts';
import { THAT_WAS_ME } from '../rows/message-view.ts';
import { fingerprintOf, storedRegistration } from '../rows/registration-values.ts';
import { contextOf, heldMessage, KEPT_CORRECTIONS, storedHits } from '../rows/stored-message.ts';
import type { StoredMessage, StoredRegistration } from '../rows/stored-message.ts';
import { nothing, type Change, type ChangeContext, type Effect } from './change.ts';
import { LOOK_AFTER_MS, LOOK_BEFORE_MS } from './hit-change.ts';
import type { HitCorrection, RegisterOutcome } from './ledger.ts';
import { isSameLook } from './viewings.ts';

/** The reason of a mail that the pane found in Sent Items without a trace of Readback: it surely left. */
const SENT_ELSEWHERE = 'elsewhere';

/** The outcome of `register` where there is a mailbox, and whether there is something left to settle. */
export interface Registered {
  outcome: Exclude<RegisterOutcome, 'unknown-mailbox'>;
  unsettled: boolean;
}

/** A registration that came at `receivedAt`, signed with the mailbox's key: the first word stays. */
export function registerChange(
  messageId: MessageId,
  registration: Registration,
  receivedAt: number,
): Change<Registered> {
  return {
    messageId,
    apply: (stored, context) => {
      if (stored?.deleted === true) return nothing({ outcome: 'deleted', unsettled: false });
      const known = stored?.registration ?? null;
      if (known !== null) {
        const outcome = known.fingerprint === fingerprintOf(registration) ? 'same' : 'different';
        // What the first word left to do may have been cut short.
        return nothing({ outcome, unsettled: stored?.stale === true });
      }
      const effect = registered({ stored, words: wordsOf(registration, receivedAt) }, context);
      return { ...effect, result: { outcome: 'created', unsettled: effect.result } };
    },
  };
}

/** The sender's own word, which replaces whatever stood there. Results in whether there is something left to settle. */
export function putChange(messageId: MessageId, registration: Registration, receivedAt: number): Change<boolean> {
  return {
    messageId,
    apply: (stored, context) => registered({ stored, words: wordsOf(registration, receivedAt) }, context),
  };
}

/** Stops counting, or goes on: what was recorded stays. Results in false where nobody registered the message. */
export function trackingChange(messageId: MessageId, tracked: boolean): Change<boolean> {
  return {
    messageId,
    apply: (stored, { now }) => {
      if (stored === null || stored.registration === null) return nothing(false);
      if (tracked === (stored.stoppedAt === null)) return nothing(true);
      return { message: { ...stored, stoppedAt: tracked ? null : now }, rows: [], result: true };
    },
  };
}

/** Forgets what is known of a message. Results in whether there was anything. */
export function deleteChange(
  messageId: MessageId,
  isMeant: (message: StoredMessage) => boolean = ({ registration }) => registration !== null,
): Change<boolean> {
  return {
    messageId,
    apply: (stored) => {
      if (stored === null || stored.deleted || !isMeant(stored)) return nothing(false);
      return { message: forgotten(stored), rows: [], result: true };
    },
  };
}

/** What came of noting a look. `not-shown`: nobody registered the message. `unsettled`: hits came just before it. */
export type LookOutcome = 'not-shown' | 'noted' | 'unsettled';

/** Notes that the pane began to show the mail at `shownAt`: it surely left, and what loads its picture then is Outlook. */
export function lookChange(messageId: MessageId, shownAt: number): Change<LookOutcome> {
  return {
    messageId,
    apply: (stored) => {
      if (stored === null || stored.registration === null) return nothing('not-shown');
      const { lookedAt } = stored;
      const isKnown = stored.seen && lookedAt !== null && (lookedAt > shownAt || isSameLook(lookedAt, shownAt));
      if (isKnown) return nothing(stored.stale ? 'unsettled' : 'noted');
      const looked = stored.state.judge.recent
        .filter(({ at }) => at >= shownAt - LOOK_BEFORE_MS && at < shownAt + LOOK_AFTER_MS)
        .filter((hit) => hit.mayBeLook && hit.verdict.actor !== 'sender' && !hasPlace(stored.looked, hit.n))
        .reduce((places, { n }) => addPlace(places, n), stored.looked);
      const stale = stored.stale || looked !== stored.looked;
      const message = { ...stored, seen: true, lookedAt: shownAt, looked, stale };
      return { message, rows: [], result: stale ? 'unsettled' : 'noted' };
    },
  };
}

/** Notes that a reply which quotes the message was sent at `sentAt`. */
export function quotedChange(messageId: MessageId, sentAt: number): Change<null> {
  return {
    messageId,
    apply: (stored) => {
      if (stored === null || stored.registration === null || (stored.quotedAt ?? 0) >= sentAt) return nothing(null);
      return { message: { ...stored, quotedAt: sentAt }, rows: [], result: null };
    },
  };
}

/**
 * Notes that a stored hit was the sender's, or takes that back. Results in false when the message isn't shown; else the
 * message is stale, and to be settled.
 */
export function correctionChange(messageId: MessageId, target: StoredHit, correction: HitCorrection): Change<boolean> {
  return {
    messageId,
    apply: (stored, context) => {
      if (stored === null || stored.registration === null) return nothing(false);
      const known = stored.corrections.find(({ hit }) => hit === target.id) ?? null;
      const isMine = known !== null || hasPlace(stored.mine, target.n);
      if (isMine === (correction.actor === 'sender')) return nothing(true);
      return isMine ? undone({ messageId, stored, target }, known) : corrected({ messageId, stored, target }, context);
    },
  };
}

interface Correcting {
  messageId: MessageId;
  stored: StoredMessage;
  target: StoredHit;
}

function corrected({ messageId, stored, target }: Correcting, { now, entropy }: ChangeContext): Effect<boolean> {
  const { id, n, hit } = target;
  const told = entropy();
  const added = { hit: id, actor: 'sender', told, at: now } as const;
  const corrections = [...stored.corrections, added].slice(-KEPT_CORRECTIONS);
  const message = { ...stored, mine: addPlace(stored.mine, n), corrections, stale: true };
  const { kind, at, position = null } = hit;
  const fact = { what: 'correction', n, kind, at, position, verdict: THAT_WAS_ME } as const;
  return { message, rows: [tellFact({ messageId, message }, fact, { now, entropy: told })], result: true };
}

function undone(
  { messageId, stored, target }: Correcting,
  known: StoredMessage['corrections'][number] | null,
): Effect<boolean> {
  const corrections = stored.corrections.filter((correction) => correction !== known);
  return {
    message: { ...stored, mine: removePlace(stored.mine, target.n), corrections, stale: true },
    rows: known === null ? [] : [untellActivity(messageId, known.at, known.told)],
    result: true,
  };
}

function wordsOf(registration: Registration, receivedAt: number): StoredRegistration {
  return storedRegistration(registration, receivedAt - Math.max(0, registration.ageMs));
}

interface Registering {
  stored: StoredMessage | null;
  words: StoredRegistration;
}

/**
 * The first word decides about held hits: they begin to count, or are dropped where it refuses their kind. What counted
 * already stays, whatever a later word refuses. What was judged without knowing this is judged again: by `settle`, since all
 * stored hits must be read for it.
 */
function registered({ stored, words }: Registering, context: ChangeContext): Effect<boolean> {
  const before = stored ?? heldMessage(context.owner, context.now);
  const { registration: earlier, droppedBelow: dropped, overflow: tallied } = before;
  const keeps = { open: words.opens || earlier !== null, click: words.links || earlier !== null };
  const droppedBelow = {
    open: keeps.open ? dropped.open : dropAll(before, 'open'),
    click: keeps.click ? dropped.click : dropAll(before, 'click'),
  };
  const overflow = { open: keeps.open ? tallied.open : 0, click: keeps.click ? tallied.click : 0 };
  const registration = earlier === null ? words : withPast(words, earlier, before);
  const seen = before.seen || words.opensReason === SENT_ELSEWHERE;
  const message = { ...before, registration, deleted: false, seen, stoppedAt: null, overflow, droppedBelow };
  const left = leftToDo(before, message);
  return { message: { ...message, ...left }, rows: [], result: left.stale || left.unsettled };
}

/** A no leaves the picture and the links of the mail unsaid; what was counted of them keeps its names and its meaning. */
function withPast(
  words: StoredRegistration,
  earlier: StoredRegistration,
  { state }: StoredMessage,
): StoredRegistration {
  const keepsPicture = !words.opens && words.pixelPlace === null && state.opens.count > 0;
  const keepsLinks = !words.links && words.trackedLinks.length === 0 && state.clicks.count > 0;
  return {
    ...words,
    pixelPlace: keepsPicture ? earlier.pixelPlace : words.pixelPlace,
    trackedLinks: keepsLinks ? earlier.trackedLinks : words.trackedLinks,
  };
}

/** What the words leave to `settle`. */
function leftToDo(
  before: StoredMessage,
  message: StoredMessage,
): Pick<StoredMessage, 'stale' | 'untold' | 'unsettled'> {
  const hasHits = storedHits(before) > 0;
  const isDropping = !isDeepStrictEqual(message.droppedBelow, before.droppedBelow);
  const isJudgedAnew = isDropping || !isDeepStrictEqual(contextOf(message), contextOf(before));
  return {
    stale: before.stale || (hasHits && isJudgedAnew),
    untold: before.untold || (hasHits && before.registration === null),
    unsettled: before.unsettled || isDropping,
  };
}

/** Everything of this kind so far; as it was when there is nothing of it. */
function dropAll(message: StoredMessage, kind: Hit['kind']): number {
  const { count } = kind === 'open' ? message.state.opens : message.state.clicks;
  return count === 0 ? message.droppedBelow[kind] : message.placed;
}

/** Its place numbers go on, so that no later hit is taken for one of those that were deleted. */
function forgotten(message: StoredMessage): StoredMessage {
  const all = { open: message.placed, click: message.placed };
  return {
    ...heldMessage(message.owner, message.createdAt),
    deleted: true,
    placed: message.placed,
    droppedBelow: all,
    unsettled: true,
  };
}
