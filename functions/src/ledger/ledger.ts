import type {
  ActivityItem,
  DigestPage,
  DomainKnowledge,
  Hit,
  ListPart,
  MessageDetail,
  MessageSummary,
  Overview,
  PersonalSettings,
  Preferences,
  Registration,
} from '@readback/core';
import type { ActivityId, HitId, MailboxId, MessageId } from '../rows/ids.ts';
import type { DigestCursor } from './digest-cursor.ts';

/**
 * What was recorded about mails: hits come in, their senders read. The same rules stand over every store.
 *
 * `record` never rejects. Every other method that needs storage rejects with a `LedgerError`: `unavailable` when storage
 * didn't answer in time (what was asked may still happen later; asking again is harmless), `refused` when it never will,
 * `forbidden` when the app has no right to ask.
 */
export interface Ledger {
  /**
   * Keeps one verified hit and answers once it is durable, which may take long while storage is down: a caller that must
   * answer sooner races it against its own limit and lets it go on. Headers beyond the kept list are dropped here.
   */
  record(mailboxId: MailboxId, messageId: MessageId, hit: Hit): Promise<RecordOutcome>;

  /** What the add-in says at Send, signed with the mailbox's key. The first word stays (design §3). */
  register(mailboxId: MailboxId, messageId: MessageId, registration: Registration): Promise<RegisterOutcome>;

  /**
   * The signed-in person's mailbox, made at the first time. Null when the mailbox belongs to somebody else: refuse.
   * Costs one point read; `head.version` answers a poll without another one.
   */
  open(owner: MailboxOwner): Promise<Mailbox | null>;

  /**
   * One message with a page of its hits, newest first. Null when this owner has no such registered message.
   * Two storage requests, or three where only the sender's own hits came; `open` isn't needed before it.
   * @param after `next` of the page before; null for the first.
   */
  message(owner: MailboxOwner, messageId: MessageId, page: PageRequest<HitId>): Promise<MessageDetail | null>;

  /**
   * Where the owner's activity and messages begin: up to `limit` (1..100) of each. Null when the mailbox belongs to somebody
   * else: refuse. Two storage requests; `open` isn't needed before it.
   */
  overview(owner: MailboxOwner, limit: number): Promise<Overview | null>;

  /**
   * The owner's registered messages in short, newest first. Null when the mailbox belongs to somebody else: refuse.
   * One storage request for up to 1,000 of them; `open` isn't needed before it.
   * @param after `next` of the page before, read by `parseDigestCursor`; null for the first.
   */
  digest(owner: MailboxOwner, after: DigestCursor | null): Promise<DigestPage | null>;

  /**
   * Whether keys of this generation were revoked. Answers from memory, at once, and refreshes in the background: what
   * isn't known counts as not revoked, so that no link ever waits for storage.
   */
  isRevoked(mailboxId: MailboxId, generation: number): boolean;

  /**
   * Compares check values of secrets with those that stood here when keys were first handed out.
   * @param checks name (`idSecret`, `master-7`) → a value from which the secret can't be found.
   * @param keepNew whether those never seen count from here on; false only looks.
   */
  compareSecrets(checks: Readonly<Record<string, string>>, keepNew: boolean): Promise<SecretsComparison>;

  /** The daily timer's work: forgets what is too old and finishes deletions that were cut short. */
  sweep(retentionDays: number): Promise<SweepReport>;

  /**
   * Before the process ends: writes what waits. What can't be kept within `timeoutMs` becomes a log line each, and later
   * hits too. Never rejects.
   */
  flush(timeoutMs: number): Promise<void>;
}

/**
 * What became of a hit.
 * `stored`: kept and counted. `held`: kept, not counted and not shown until its message is registered.
 * `tallied`: past the message's limit of stored hits, only counted in `overflow`.
 * `dropped`: its sender doesn't track this, or deleted the message. `unknown-mailbox`: nobody ever opened the mailbox.
 * `logged`: storage couldn't take it; one log line holds it, for the repair tool.
 */
export type RecordOutcome = 'stored' | 'held' | 'tallied' | 'dropped' | 'unknown-mailbox' | 'logged';

/**
 * `created`: known from here on. `same`: it was registered with the same words, apart from `ageMs`. `different`: it was
 * registered with other words, which stay; changing them needs the sign-in. `deleted`: its sender deleted it.
 */
export type RegisterOutcome = 'created' | 'same' | 'different' | 'deleted' | 'unknown-mailbox';

/** Whose mailbox it is, as the sign-in proves it. */
export interface MailboxOwner {
  mailboxId: MailboxId;
  tenant: string;
  /** 32 bytes as base64url, made of tenant and object id: tells two owners apart whose mailbox ids are equal by chance. */
  ownerHash: string;
}

/** What belongs to one signed-in person. No call names a mailbox, so none can reach a neighbour's. */
export interface Mailbox {
  /** As it stood when the mailbox was opened. */
  readonly head: MailboxHead;

  /** Registered messages, newest first. One storage request. */
  messages(page: PageRequest<MessageId>): Promise<ListPart<MessageSummary>>;

  /** What is worth telling, newest commit first. One storage request. */
  activity(page: PageRequest<ActivityId>): Promise<ListPart<ActivityItem>>;

  /**
   * What the messages show of their recipients' domains, those with most messages first. One storage request for each 1,000
   * messages, of the newest 5,000; nothing of it stands anywhere else than in the messages.
   */
  domains(): Promise<readonly DomainKnowledge[]>;

  /**
   * The sender's own word: replaces what was registered, goes on with what was stopped, and brings a deleted message back
   * (without its old hits). What it refuses is counted no further; what was counted of a registered message stays.
   */
  putMessage(messageId: MessageId, registration: Registration): Promise<void>;

  /**
   * Stops counting what comes of a message, or goes on; what was recorded stays, and what comes meanwhile is dropped.
   * False when there is no such registered message.
   */
  switchTracking(messageId: MessageId, tracked: boolean): Promise<boolean>;

  /**
   * Forgets a message, its hits and its activity, even where its row can't be read; its later hits are dropped. False when
   * there was none.
   */
  deleteMessage(messageId: MessageId): Promise<boolean>;

  /** Corrects the verdict of a hit, or takes the correction back (`actor` null). False when there is no such hit. */
  correct(messageId: MessageId, correction: HitCorrection): Promise<boolean>;

  /**
   * The pane has been showing this sent message for so long: the mail surely left, and pictures that a mail program or
   * browser loads from 5 s before that began to 20 s after it are the sender's own. Unknown messages are ignored.
   */
  viewing(messageId: MessageId, shownForMs: number): Promise<void>;

  setPersonal(personal: PersonalSettings): Promise<void>;

  /** What the person wants to be told, and has seen; as it is at first while nothing was set. One storage request. */
  preferences(): Promise<Preferences>;

  /** Replaces them all. Isn't a change of the mailbox: `head.version` stays, so that nobody fetches their mails for it. */
  setPreferences(preferences: Preferences): Promise<void>;

  /**
   * Revokes the keys of `head.generation`. The generation that holds from here on; the same when asked again.
   * Null at 255, where only another master helps.
   */
  raiseGeneration(): Promise<number | null>;
}

export interface MailboxHead {
  /** 0..255: goes into tokens and keys. */
  generation: number;
  /** Null until the person set any. */
  personal: PersonalSettings | null;
  /** Differs after anything in the mailbox changed; equal: nothing did. */
  version: string;
}

export interface PageRequest<Id> {
  /** `next` of the page before; null for the first. */
  after: Id | null;
  /** 1..100. */
  limit: number;
}

export interface HitCorrection {
  hit: HitId;
  /** `sender`: "that was me". Null: undo. */
  actor: 'sender' | null;
}

export interface SweepReport {
  /** Messages past the retention time. */
  expired: number;
  /** Messages nobody registered within 14 days of their first hit. */
  unregistered: number;
  /** Deletions, refusals and judgements that had been cut short. */
  settled: number;
  receipts: number;
  /** Messages left as they are, with a log line each: rows that can't be read, no mailbox, or hits that come in too fast. */
  left: number;
}

/** Names of secrets that aren't as they were. */
export interface SecretsComparison {
  /** While there are any, no key may be handed out. */
  changed: readonly string[];
  /** Kept once, and not among those that were compared. */
  missing: readonly string[];
}

/** `forbidden`: storage lets the app do nothing until whoever runs it mends that. */
export type LedgerErrorCode = 'unavailable' | 'refused' | 'forbidden';

/** Storage failed, or refused for good. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
