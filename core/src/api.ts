import type { ClientDescription } from './client/describe-client.ts';
import type { TenantSettings } from './settings.ts';
import type { Reason, Tally, Verdict } from './verdict.ts';

/** A recipient as Outlook names it. */
export interface Recipient {
  address: string;
  name: string | null;
}

/**
 * Body of `POST /m/{token}` (text/plain holding JSON, at most 32 KB): what the server is told at Send.
 * A repeat whose fields other than `ageMs` are equal changes nothing.
 */
export interface Registration {
  /** Whether opens (links) of this message are tracked. With both false its hits are dropped. */
  opens: boolean;
  links: boolean;
  /** Milliseconds since Send was pressed; the server computes the time by its own clock. */
  ageMs: number;
  /** ISO 8601; null: sent at once, as far as Outlook tells. */
  deliverAfter: string | null;
  subject: string;
  recipients: readonly Recipient[];
  /** The tracked links. */
  trackedLinks: readonly { position: number; destination: string }[];
  /** Why opens (links) aren't tracked: a `MailUntrackedReason`; null where they are. */
  opensReason: string | null;
  linksReason: string | null;
  /** Where the picture stands: below the quoted history it is seen less. */
  pixelPlace: 'before-history' | 'end' | 'start' | null;
  /** Ids (hex) of older messages of this mailbox of which the mail quotes pictures or links, the newest first; at most 20. */
  quotes: readonly string[];
  /** Domain of the mailbox's own address; null where Outlook keeps it to itself. */
  senderDomain: string | null;
}

export interface MailboxRequest {
  /** `Office.context.mailbox.userProfile.emailAddress`. */
  address: string;
  /** The sender said in the pane that this mailbox is theirs although the account's address differs. */
  confirmed?: boolean;
}

/** Answer of `POST /api/mailbox`. Bytes as base64url. */
export interface MailboxAnswer {
  mailboxId: string;
  key: string;
  epoch: number;
  generation: number;
  settings: TenantSettings;
  personal: PersonalSettings;
}

/** Body and answer of `PUT /api/settings`: defaults of one person. */
export interface PersonalSettings {
  opens: boolean;
  links: boolean;
}

/** Answer of `POST /api/mailbox/generation`; the key of it is fetched with `POST /api/mailbox`. */
export interface GenerationAnswer {
  /** 0..255. */
  generation: number;
}

/** Some items of a list; `next` is what the following page is asked `?after=`, null at the end. */
export interface ListPart<T> {
  items: readonly T[];
  next: string | null;
}

/**
 * A page of a list: `?limit=` 1..100 (default 50), `?after=` takes the `next` of the page before.
 * A poll sends the `version` it has as `?version=`: while that still holds, the answer has no items and costs one point read.
 */
export interface Page<T> extends ListPart<T> {
  version: string;
}

/**
 * `GET /api/overview`: where the activity and the messages begin, in two storage requests. `?limit=` and `?version=` as for a
 * list; what follows is asked of `GET /api/activity` and `GET /api/messages`, each `after` its own `next`.
 */
export interface Overview {
  activity: ListPart<ActivityItem>;
  messages: ListPart<MessageSummary>;
  version: string;
}

/** One row of `GET /api/messages`. Ids hex, times ISO 8601. */
export interface MessageSummary {
  id: string;
  subject: string | null;
  recipients: readonly Recipient[];
  sentAt: string | null;
  deliverAfter: string | null;
  registered: boolean;
  /** Raw counts. */
  opens: number;
  clicks: number;
  lastHitAt: string | null;
  /** When a person, or most likely one, last opened or clicked; null: never seen. */
  lastPersonAt: string | null;
  /** The one honest line about it. */
  headline: Reason;
  /** Whether it surely left: its Sent item was seen, or a hit came. False: "sent?". */
  sent: boolean;
  /** Whether opens or links are tracked. */
  tracked: boolean;
}

/** `GET /api/messages/{id}`. */
export interface MessageDetail extends MessageSummary {
  overflow: number;
  judgement: MessageJudgement;
  opensReason: string | null;
  linksReason: string | null;
  pixelPlace: Registration['pixelPlace'];
  /** When its sender stopped tracking it: what came before stays, what came after isn't counted. Null: it is tracked. */
  stoppedAt: string | null;
  links: readonly MessageLink[];
  /** Newest first. */
  hits: readonly MessageHit[];
  next: string | null;
}

/** What is known of a message's readers. */
export interface MessageJudgement {
  /** Of the rules with which the oldest of it was judged. */
  rulesVersion: number;
  /** Sessions, not hits; a click proves an open. The sender's own count nowhere. */
  opens: Tally;
  clicks: Tally;
  /** As in lists, or more where something is known about the recipients' domain. */
  headline: Reason;
  /** Verdicts that later hits took back, the newest last, at most 30. */
  corrections: readonly VerdictCorrection[];
}

/** A verdict that was taken back, and the hit that it was about. */
export interface VerdictCorrection {
  /** When the hit came that showed it. */
  correctedAt: string;
  kind: 'open' | 'click';
  /** When the corrected hit came. */
  at: string;
  /** Which link, for clicks; null otherwise. */
  position: number | null;
  from: Verdict;
  to: Verdict;
}

export interface MessageLink {
  position: number;
  destination: string;
  clicks: number;
}

export interface MessageHit {
  /** Row id: what a correction names. */
  id: string;
  kind: 'open' | 'click';
  at: string;
  position: number | null;
  /** What is said of it now, after all corrections. */
  verdict: Verdict;
  /** What was said of it first, where that differs; null where it doesn't. */
  first: Verdict | null;
  /** The program that asked, as it describes itself. */
  client: ClientDescription;
  /** ISO 3166-1 alpha-2; null where unknown, or where the company or the kind of hit allows no place. */
  country: string | null;
  city: string | null;
  /** Equal for hits of one requester on this message within a day; says nothing about other messages. */
  visitor: string;
}

/** Body of `PUT /api/messages/{id}/tracking`. False: stop counting, and keep what was recorded. True: go on. */
export interface TrackingSwitch {
  tracked: boolean;
}

/**
 * `GET /api/digest`: the own messages in short, newest first, at most 1,000 a page (`?after=` takes the `next` of the page before).
 * Search, filters, contacts, coverage and insights are made of it, so that deleting a message takes it out of each of them.
 */
export interface DigestPage {
  items: readonly DigestRow[];
  next: string | null;
  version: string;
}

export interface DigestRow {
  id: string;
  /** Cut to 256 characters. */
  subject: string | null;
  /** At most 50 of them; `recipientCount` counts all. */
  recipients: readonly Recipient[];
  recipientCount: number;
  sentAt: string | null;
  sent: boolean;
  /** Why opens (links) aren't tracked; null where they are. */
  opensReason: string | null;
  linksReason: string | null;
  /** Sessions by who is behind them, as in `MessageJudgement`. */
  opens: Tally;
  clicks: Tally;
  /** Raw counts. */
  rawOpens: number;
  rawClicks: number;
  lastHitAt: string | null;
  /** When a person, or most likely one, last opened or clicked; null: never seen. */
  lastPersonAt: string | null;
  headline: Reason;
  /** Whether a verdict was taken back since it was told. */
  corrected: boolean;
  /** The program in which a person last opened or clicked; null where none is known. */
  program: string | null;
  /** The most clicked links, at most 5; clicks counted raw. */
  topLinks: readonly { destination: string; clicks: number }[];
}

/**
 * `GET` and `PUT /api/preferences`: what one person wants to be told, and has seen. Kept with the mailbox, so that every device
 * shows the same.
 */
export interface Preferences {
  /** Of which mails toasts tell. */
  notify: 'all' | 'starred' | 'none';
  /** Addresses in lower case, at most 500. */
  starred: readonly string[];
  /** Ids of messages that are never told of, the newest last, at most 200. */
  muted: readonly string[];
  /** Everything in the activity up to this entry was seen; null: nothing. */
  seenUpTo: string | null;
  /** Messages that were looked at after that: the newest activity entry that was seen of each, at most 200. */
  seen: readonly { messageId: string; upTo: string }[];
  /** When the person finished the introduction, ISO 8601; null: not yet. */
  introducedAt: string | null;
}

/** The preferences of somebody who never set any. */
export const NO_PREFERENCES: Preferences = {
  notify: 'all',
  starred: [],
  muted: [],
  seenUpTo: null,
  seen: [],
  introducedAt: null,
};

/** `GET /api/domains`: what the sender's own messages show of their recipients' domains. */
export interface DomainsAnswer {
  items: readonly DomainKnowledge[];
}

/** What is known of one domain. Only messages count whose recipients are all there. */
export interface DomainKnowledge {
  /** In lower case. */
  domain: string;
  /** Messages that were looked at. */
  messages: number;
  /** Each needs at least three messages that show it. */
  statements: readonly DomainStatement[];
}

/**
 * `scans-at-delivery`: a program checked more than half of the mails within ten minutes. `never-loads-pictures`: people
 * clicked, and no picture was ever loaded. `always-relays`: every picture was loaded by a mail service's server.
 */
export interface DomainStatement {
  what: 'scans-at-delivery' | 'never-loads-pictures' | 'always-relays';
  /** Messages that show it. */
  messages: number;
  /** To be said to people, with the evidence in it. */
  reason: Reason;
}

/** One row of `GET /api/activity`: something worth telling. */
export interface ActivityItem {
  id: string;
  messageId: string;
  subject: string | null;
  /** `correction`: what an earlier entry tells of this hit no longer holds. */
  what: 'first-open' | 'return' | 'click' | 'correction';
  /** When the hit came; the list is in order of commit. */
  at: string;
  position: number | null;
  /** What was said of the hit when this was written; null in entries of an earlier version. */
  verdict: Verdict | null;
  /** When the message was sent, if known: what comes right after that may yet turn out to be a filter's check. */
  sentAt: string | null;
  /** The message as it stood when this was written; null in entries of an earlier version. */
  message: MessageSummary | null;
}

/**
 * What went wrong, by status.
 * 400 `invalid`. 401 `sign-in`: no token, or one that isn't accepted. 403 `other-owner`: the mailbox belongs to somebody
 * else; `bad-signature`: a registration not signed with the mailbox's key; `tracking-off`: the company switched it off.
 * 404 `not-found`; `unknown-mailbox`. 409 `address-differs`: the account's address isn't the mailbox's, ask the sender and
 * send `confirmed`; `different`: registered with other words; `deleted`; `no-generation-left`. 413 `too-large`.
 * 500 `internal`. 503 `not-configured`, see `/healthz`; `storage`: try again later; `keys-unavailable`: the sign-in's keys
 * can't be fetched, try again later.
 */
export type ProblemCode =
  | 'invalid'
  | 'sign-in'
  | 'other-owner'
  | 'bad-signature'
  | 'tracking-off'
  | 'not-found'
  | 'unknown-mailbox'
  | 'address-differs'
  | 'different'
  | 'deleted'
  | 'no-generation-left'
  | 'too-large'
  | 'damaged'
  | 'internal'
  | 'not-configured'
  | 'storage'
  | 'keys-unavailable';

/** RFC 9457. */
export interface Problem {
  /** `urn:readback:` and a `ProblemCode`. */
  type: string;
  title: string;
  status: number;
  detail: string;
}

/** Body of `POST /api/messages/{id}/corrections`. */
export interface Correction {
  /** `MessageHit.id`. */
  hit: string;
  /** `sender`: "that was me". Null: undo. */
  actor: 'sender' | null;
}

/** Body of `POST /api/viewing`: the pane shows this sent message of the person's own. Sent again every 15 s. */
export interface Viewing {
  messageId: string;
  /**
   * For how long the pane has been showing it, in milliseconds: Outlook loads the picture when a mail is shown, and what comes
   * later is somebody else's. Absent: since this moment.
   */
  shownForMs?: number;
}
