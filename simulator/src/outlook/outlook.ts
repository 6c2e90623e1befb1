import type { Clock } from './clock.ts';
import type { ClientName, Setting } from './client-profile.ts';
import type { Fault, HostLink } from './host-link.ts';
import type { Attachment, FolderName, Label, Mail, MailContent, OutgoingMail, Person } from './mail.ts';
import type { Manifest } from './manifest.ts';
import type { Quirk, QuirkId } from './quirks.ts';
import type { RuntimeHost } from './runtime-host.ts';

/** What an Outlook is made of. Everything that reaches outside comes in here. */
export interface OutlookOptions {
  client: ClientName;
  setting: Setting;
  /** With `web`: this is new Outlook for Windows, the same engine under another name. */
  newWindows?: boolean;
  clock: Clock;
  /** The add-in's manifest, as `readManifest` reads it; null: no add-in is installed. */
  manifest: Manifest | null;
  /** Opens the places in which the add-in's files run: `vm` contexts, or frames and workers. */
  runtimes: RuntimeHost;
  /** Takes each mail that leaves. Default: nobody does. */
  mailTransport?: (mail: OutgoingMail) => void | Promise<void>;
  profile?: Partial<Profile>;
  /** What the mailbox keeps beyond this Outlook. Default: an empty one in memory. */
  storage?: MailboxStorage;
  /** A token for `OfficeRuntime.auth.getAccessToken`; rejects with a `{ code }` of 13xxx. Default: 13001, not signed in. */
  getToken?: () => Promise<string>;
  /** Asks the sender, when Outlook would show a dialog. Default: the first answer that lets the mail go, else the first. */
  ask?: (dialog: Dialog) => Promise<DialogAnswer>;
  /** Opens an address in the system's browser (`openBrowserWindow`, classic and Mac). Default: nothing happens. */
  openBrowser?: (url: string) => void;
  /** Seconds in which a send can be undone; web only, else 0. Default 0. */
  undoSeconds?: number;
  /** Number of the first draft, by which quirks take turns. Default 1. */
  firstDraft?: number;
  /** Single quirks on or off, whatever the setting says. */
  quirks?: { on?: readonly QuirkId[]; off?: readonly QuirkId[] };
  /** Calls that go wrong: member (`Body.setAsync`) → how. */
  faults?: Readonly<Record<string, Fault>>;
  /** Other add-ins of the tenant. */
  otherAddins?: readonly OtherAddin[];
}

/** Who works here, and how. */
export interface Profile {
  user: Person;
  timeZone: string;
  /** `displayLanguage`, for example `en-US`. */
  language: string;
  accountType: 'office365' | 'outlookCom' | 'gmail' | 'enterprise';
  /** Office theme colours, for example of a dark theme. */
  theme: Readonly<Record<string, string>>;
  /** The user's signature; it stands in new mails. Empty: none. */
  signature: string;
  /** The company's sensitivity labels; empty: it uses none. */
  labels: readonly Label[];
}

/** What outlives an Outlook: JSON values under names. */
export interface MailboxStorage {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** Another vendor's add-in that writes into the body at send, at a moment that no order defines. */
export interface OtherAddin {
  name: string;
  /** `between`: between our first read and our write. `before`, `after`: around our handler. */
  when: 'before' | 'between' | 'after';
  write: (html: string) => string;
  /** Why it refuses to let the mail go once our handler has; null: it lets it. Default: it always does. */
  refuse?: (html: string) => string | null;
}

/** A question of Outlook's own to the sender. */
export interface Dialog {
  /**
   * `slow`: the handler takes longer than 5 s. `timeout`: it took 5 minutes. `unavailable`: it couldn't be loaded.
   * `refused`: it said `allowEvent: false`. `late`: it allowed the mail after the `slow` dialog had come.
   */
  kind: 'slow' | 'timeout' | 'unavailable' | 'refused' | 'late';
  title: string;
  text: string;
  answers: readonly DialogAnswer[];
}

/** `wait` leaves the dialog open until something happens. */
export type DialogAnswer = 'send-anyway' | 'dont-send' | 'wait';

/** A mail being written. */
export interface Draft {
  readonly number: number;
  readonly kind: 'new' | 'reply' | 'replyAll' | 'forward' | 'reopened';
  readonly content: Readonly<MailContent>;
  /** Its copy in Drafts; null until it is saved. */
  readonly mailId: string | null;
  readonly state: 'open' | 'sending' | 'waiting' | 'sent' | 'closed';
  /** Bars above the mail, as add-ins put them. */
  readonly notifications: readonly Notification[];
  /** The sender types: what is named is replaced. */
  edit(change: Partial<MailContent>): void;
  /** The sender types into the author's place: above signature and quoted mail. What was typed there before is replaced. */
  write(text: string): void;
  attach(attachment: Partial<Attachment> & { name: string }): Attachment;
  /** Switches between HTML and plain text, as the Format menu does. */
  setFormat(format: 'html' | 'text'): void;
}

/** A bar above a mail. */
export interface Notification {
  key: string;
  type: string;
  message: string;
  /** The manifest's id of its picture, where there is one. */
  icon: string | null;
  persistent: boolean;
  /** The pane that its one action opens: id and label. */
  action: { commandId: string; text: string } | null;
}

/** How pressing Send ended. */
export interface SendOutcome {
  /** `held`: it stays a draft. `undone`: taken back within the undo time. */
  result: 'sent' | 'held' | 'undone';
  /** The copy in Sent items; null when it wasn't sent. */
  mail: Mail | null;
  /** Why it was held: the dialog's answer, the upload error and the like; null when sent. */
  reason: string | null;
  dialogs: readonly Dialog[];
  /** What became of the add-in's handler; null: none ran. */
  handler: HandlerRun | null;
  /** Milliseconds from the click until it left or was held. */
  waited: number;
}

/** One launch of a handler. */
export interface HandlerRun {
  eventType: string;
  functionName: string;
  /** Moments, milliseconds since 1970; null: not reached. */
  startedAt: number | null;
  completedAt: number | null;
  /** How often `event.completed` was called: more than once is a mistake that Outlook hides. */
  completions: number;
  /** What the first call said. */
  options: Readonly<Record<string, unknown>> | null;
  failure: string | null;
}

/** A task pane: the page's end of the link is `link`. */
export interface Pane {
  readonly link: HostLink;
  /** A pinned pane follows the selection. */
  show(target: Draft | Mail | null): void;
  /** The pane asks to be closed (`closeContainer`). */
  onClose(listener: () => void): void;
  close(): void;
}

/** Something changed: draw again. */
export type Listener = () => void;

/** An Outlook with one mailbox. */
export interface Outlook {
  readonly client: ClientName;
  readonly setting: Setting;
  readonly profile: Readonly<Profile>;
  /** The quirks that play here. */
  readonly quirks: readonly Quirk[];
  readonly drafts: readonly Draft[];
  /** Every handler that ran, oldest first. */
  readonly runs: readonly HandlerRun[];
  /** Newest first. */
  folder(name: FolderName): readonly Mail[];
  find(mailId: string): Mail | null;
  newMail(change?: Partial<MailContent>): Draft;
  reply(mail: Mail, kind: 'reply' | 'replyAll' | 'forward'): Draft;
  reopen(mail: Mail): Draft;
  save(draft: Draft): Mail;
  close(draft: Draft, how: 'save' | 'discard'): void;
  /** `at`: Schedule send, milliseconds since 1970. */
  pressSend(draft: Draft, options?: { at?: number }): Promise<SendOutcome>;
  /** Takes back the mail that waits; the draft is open again. False: too late. */
  undoSend(draft: Draft): boolean;
  /** A mail arrives; with a conversation id it belongs to that conversation. */
  receive(mail: Partial<MailContent> & { from: Person; subject: string; body: string; conversationId?: string }): Mail;
  openPane(target: Draft | Mail | null): Pane;
  /** Runs a ribbon command of the manifest's function file. */
  pressCommand(functionName: string, draft: Draft): Promise<HandlerRun>;
  subscribe(listener: Listener): () => void;
}
