import { factsSoFar, initialState, type Hit, type Registration } from '@readback/core';
import { tellActivity, untellActivity } from './activity-row.ts';
import { nothing, type Change, type ChangeContext, type Effect } from './change.ts';
import { entryOf } from './hit-change.ts';
import type { StoredHit } from './hit-row.ts';
import type { MessageId } from './ids.ts';
import type { HitCorrection, RegisterOutcome } from './ledger.ts';
import { fingerprintOf, storedRegistration } from './message-row.ts';
import { heldMessage, KEPT_CORRECTIONS, type StoredMessage, type StoredRegistration } from './stored-message.ts';

/** The outcome of `register` where there is a mailbox, and whether hits are left that its words refuse. */
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
        return nothing({ outcome, unsettled: false });
      }
      const effect = registered({ messageId, stored, words: wordsOf(registration, receivedAt) }, context);
      return { ...effect, result: { outcome: 'created', unsettled: effect.result } };
    },
  };
}

/** The sender's own word, which replaces whatever stood there. Results in whether hits are left that it refuses. */
export function putChange(messageId: MessageId, registration: Registration, receivedAt: number): Change<boolean> {
  return {
    messageId,
    apply: (stored, context) => registered({ messageId, stored, words: wordsOf(registration, receivedAt) }, context),
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

/** Notes that the mail's Sent item was seen. */
export function seenChange(messageId: MessageId): Change<null> {
  return {
    messageId,
    apply: (stored) => {
      if (stored === null || stored.registration === null || stored.seen) return nothing(null);
      return { message: { ...stored, seen: true }, rows: [], result: null };
    },
  };
}

/** Corrects the verdict of a stored hit, or takes that back. Results in false when the message isn't shown. */
export function correctionChange(messageId: MessageId, target: StoredHit, correction: HitCorrection): Change<boolean> {
  return {
    messageId,
    apply: (stored, context) => {
      if (stored === null || stored.registration === null) return nothing(false);
      const known = stored.corrections.find(({ hit }) => hit === target.id);
      if (correction.actor === null) return known === undefined ? nothing(true) : undone(messageId, stored, known);
      if (known !== undefined) return nothing(true);
      const told = context.entropy();
      const { kind, at, position = null } = target.hit;
      const subject = stored.registration.subject;
      const entry = { messageId, subject, what: 'correction', at, position, kind, n: target.n } as const;
      const added = { hit: target.id, actor: correction.actor, told, at: context.now };
      return {
        message: { ...stored, corrections: [...stored.corrections, added].slice(-KEPT_CORRECTIONS) },
        rows: [tellActivity(entry, context.now, told)],
        result: true,
      };
    },
  };
}

function undone(
  messageId: MessageId,
  stored: StoredMessage,
  known: StoredMessage['corrections'][number],
): Effect<boolean> {
  return {
    message: { ...stored, corrections: stored.corrections.filter((correction) => correction !== known) },
    rows: [untellActivity(messageId, known.at, known.told)],
    result: true,
  };
}

function wordsOf(registration: Registration, receivedAt: number): StoredRegistration {
  return storedRegistration(registration, receivedAt - Math.max(0, registration.ageMs));
}

interface Registering {
  messageId: MessageId;
  stored: StoredMessage | null;
  words: StoredRegistration;
}

/** Held hits begin to count, those of a refused kind are dropped. */
function registered({ messageId, stored, words }: Registering, context: ChangeContext): Effect<boolean> {
  const before = stored ?? heldMessage(context.owner, context.now);
  const droppedBelow = {
    open: words.opens ? before.droppedBelow.open : dropAll(before, 'open'),
    click: words.links ? before.droppedBelow.click : dropAll(before, 'click'),
  };
  const isDropping = droppedBelow.open !== before.droppedBelow.open || droppedBelow.click !== before.droppedBelow.click;
  const unsettled = before.unsettled || isDropping;
  const overflow = {
    open: words.opens ? before.overflow.open : 0,
    click: words.links ? before.overflow.click : 0,
  };
  const message = { ...before, registration: words, deleted: false, overflow, droppedBelow, unsettled };
  const rows = before.registration === null ? tellHeld(messageId, message, context) : [];
  return { message, rows, result: unsettled };
}

function tellHeld(messageId: MessageId, message: StoredMessage, context: ChangeContext): Effect<boolean>['rows'] {
  const n = message.placed - 1;
  return factsSoFar(message.state)
    .map((fact) => entryOf(messageId, message, { ...fact, n }))
    .filter(({ kind }) => message.registration?.[kind === 'open' ? 'opens' : 'links'] === true)
    .map((entry) => tellActivity(entry, context.now, context.entropy()));
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
    state: initialState(),
    placed: message.placed,
    droppedBelow: all,
    unsettled: true,
  };
}
