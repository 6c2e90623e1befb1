import type { TenantSettings } from './settings.ts';
import type { Verdict } from './verdict.ts';

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

/** A page of a list; `next` is the cursor of the following page, `version` what a poll sends back as `?version=`. */
export interface Page<T> {
  items: readonly T[];
  next: string | null;
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
  /** Whether it surely left: its Sent item was seen, or a hit came. False: "sent?". */
  sent: boolean;
}

/** `GET /api/messages/{id}`. */
export interface MessageDetail extends MessageSummary {
  overflow: number;
  opensReason: string | null;
  linksReason: string | null;
  pixelPlace: Registration['pixelPlace'];
  links: readonly MessageLink[];
  /** Newest first. */
  hits: readonly MessageHit[];
  next: string | null;
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
  verdict: Verdict;
}

/** One row of `GET /api/activity`: something worth telling. */
export interface ActivityItem {
  id: string;
  messageId: string;
  subject: string | null;
  what: 'first-open' | 'return' | 'click' | 'correction';
  /** When the hit came; the list is in order of commit. */
  at: string;
  position: number | null;
}

/** RFC 9457. */
export interface Problem {
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
}
