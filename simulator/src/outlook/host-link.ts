import type { Attachment, Person } from './mail.ts';
import type { ClientName, RuntimeKind } from './client-profile.ts';

/**
 * The seam between a runtime (a page, a worker, a `vm` context) and the Outlook that runs it.
 * Everything that passes is plain data, so it passes through `postMessage` as it is.
 */
export interface HostLink {
  readonly start: RuntimeStart;
  /**
   * Asks the host to do one call, `member` as in the contract (`Body.getAsync`). Never rejects.
   * It may never settle either: that is one of Outlook's habits.
   */
  call(member: string, args: readonly unknown[], itemNumber: number): Promise<Outcome>;
  /** The one listener of this runtime; what was told before is kept until it is there. */
  listen(listener: (event: HostEvent) => void): void;
}

/** How a call ended: what becomes `AsyncResult.value` or `AsyncResult.error`. */
export type Outcome = { ok: true; value: unknown } | { ok: false; error: HostError };

/** Office.js numbers its errors; name and text are the ones of Microsoft's `outlook_strings.js`. */
export interface HostError {
  code: number;
  name: string;
  message: string;
}

/** What a runtime is told when it opens: all that Office.js can answer without asking. */
export interface RuntimeStart {
  client: ClientName;
  kind: RuntimeKind;
  /** `event`: a launch event; `function`: a ribbon command; `pane`: the task pane. */
  purpose: 'event' | 'function' | 'pane';
  /** `Office.context.mailbox.diagnostics.hostName`. */
  hostName: string;
  /** `PlatformType`. */
  platform: string;
  version: string;
  /** Requirement sets: name → highest version. */
  sets: Readonly<Record<string, string>>;
  language: string;
  /** Null: `officeTheme` isn't offered here. */
  theme: Readonly<Record<string, string>> | null;
  user: { displayName: string; emailAddress: string; timeZone: string; accountType: string };
  /** This runtime's copy of the add-in's roaming settings. */
  roamingSettings: Readonly<Record<string, unknown>>;
  /** The manifest's permission, in the words of the typings. */
  permission: string;
  /** Whether Office.onReady and Office.initialize run their callbacks (not in the JavaScript-only runtime). */
  readyRuns: boolean;
  /** Quirks that play inside the runtime: its timers, its network. */
  quirks: readonly string[];
  /** Calls that go wrong here, whatever the quirks say. */
  faults: Readonly<Record<string, Fault>>;
  item: ItemFace | null;
}

/** `throws`: at once. `fails`: an error in the callback. `silent`: it is done, and the callback never comes. */
export type Fault = 'throws' | 'fails' | 'silent';

/** An item as Office.js holds it: what can be read without asking. */
export interface ItemFace {
  /** Which item of this session; a call names it, so that it reaches the right one after the pane moved on. */
  number: number;
  mode: 'compose' | 'read';
  conversationId: string | null;
  /** Only read items answer the following at once. */
  itemId: string | null;
  subject: string;
  from: Person | null;
  to: readonly Person[];
  cc: readonly Person[];
  attachments: readonly Attachment[];
  internetMessageId: string | null;
  createdAt: number;
}

/** What the host tells a runtime. */
export type HostEvent =
  /** Run the function associated with this name. `id` goes back with `event.completed`. */
  | { type: 'launch'; id: string; functionName: string; eventType: string; item: ItemFace | null }
  /** The pinned pane's item changed. */
  | { type: 'item-changed'; item: ItemFace | null }
  | { type: 'recipients-changed'; fields: Readonly<Record<string, boolean>> };
