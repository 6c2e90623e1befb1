import { CLIENTS } from './client-profile.ts';
import { openDraft } from './composing.ts';
import { launchHandler } from './handler-launch.ts';
import { completeAttachment } from './live-draft.ts';
import type { LiveDraft } from './live-draft.ts';
import { createMailStore, createMemoryStorage } from './mail-store.ts';
import type { Mail } from './mail.ts';
import type { Draft, HandlerRun, Listener, Outlook, OutlookOptions, OtherAddin, Pane, Profile } from './outlook.ts';
import { createQuirkBook } from './quirks.ts';
import { createRoamingSettings } from './roaming-settings.ts';
import { keepScheduled, saveDraft } from './saving.ts';
import { sendDraft } from './sending.ts';
import type { Undoing } from './sending.ts';
import { createSession } from './session.ts';
import { faceOf } from './target.ts';
import type { Target } from './target.ts';
import type { World } from './world.ts';

const PROFILE: Profile = {
  user: { name: 'Robin Reed', address: 'robin.reed@contoso.example' },
  timeZone: 'W. Europe Standard Time',
  language: 'en-US',
  accountType: 'office365',
  theme: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#FFFFFF',
    controlForegroundColor: '#242424',
  },
  signature: '',
  labels: [],
};

/** What another vendor's add-in does at send where `addin-writes-between` plays. */
const DISCLAIMER: OtherAddin = {
  name: 'Contoso Disclaimer',
  when: 'between',
  write: (html) => html.replace(/(<\/body>|$)/i, '<p>This mail is confidential.</p>$1'),
};

/** An Outlook with its mailbox, ready to write mails. */
export function createOutlook(options: OutlookOptions): Outlook {
  const listeners = new Set<Listener>();
  const world = createWorld(options, () => {
    for (const listener of listeners) listener();
  });
  const undoing: Undoing = new Map();
  const live = (draft: Draft): LiveDraft => {
    const found = world.drafts.find(({ number }) => number === draft.number);
    if (found === undefined) throw new Error('The draft belongs to another Outlook.');
    return found;
  };
  return {
    client: options.client,
    setting: options.setting,
    profile: world.profile,
    quirks: world.quirks.active,
    drafts: world.drafts,
    runs: world.runs,
    folder: (name) => world.store.list(name),
    find: (mailId) => world.store.find(mailId),
    newMail: (change = {}) => openDraft(world, { kind: 'new', original: null, change }),
    reply: (original, kind) => openDraft(world, { kind, original, change: {} }),
    reopen: (original) => openDraft(world, { kind: 'reopened', original, change: {} }),
    save: (draft) => saveDraft(world, live(draft)),
    close: (draft, how) => closeDraft(world, live(draft), how),
    pressSend: (draft, { at } = {}) => sendDraft(world, live(draft), undoing, at ?? null),
    undoSend: (draft) => {
      const undo = undoing.get(draft.number);
      undo?.();
      return undo !== undefined;
    },
    receive: (given) => receive(world, given),
    openPane: (target) => openPane(world, target, live),
    pressCommand: (functionName, draft) => pressCommand(world, functionName, live(draft)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function createWorld(options: OutlookOptions, changed: () => void): World {
  const { client, setting, clock } = options;
  const storage = options.storage ?? createMemoryStorage();
  const quirks = createQuirkBook(client, setting, options.quirks);
  const counter = { next: options.firstDraft ?? 1 };
  const drafts: LiveDraft[] = [];
  return {
    options,
    client,
    facts: CLIENTS[client],
    clock,
    quirks,
    manifest: options.manifest,
    profile: { ...PROFILE, ...options.profile },
    storage,
    store: createMailStore(storage, clock),
    roaming: createRoamingSettings(storage, quirks),
    drafts,
    runs: [],
    sessions: new Set(),
    changed,
    otherAddinsFor: (draft) => [
      ...(options.otherAddins ?? []),
      ...(quirks.plays('addin-writes-between', draft.number) ? [DISCLAIMER] : []),
    ],
    nextNumber: () => counter.next++,
  };
}

function closeDraft(world: World, draft: LiveDraft, how: 'save' | 'discard'): void {
  if (how === 'save') {
    saveDraft(world, draft);
    keepScheduled(world, draft);
  } else if (draft.mailId !== null) world.store.remove(draft.mailId);
  draft.state = 'closed';
  // Gone when the draft is closed (docs/outlook/metadata-for-an-outlook-add-in.md).
  draft.sessionData = new Map();
  for (const session of world.sessions) {
    if (session.target !== null && 'draft' in session.target && session.target.draft === draft) session.end();
  }
  world.changed();
}

function receive(world: World, given: Parameters<Outlook['receive']>[0]): Mail {
  const { store, clock, profile } = world;
  const attachments = (given.attachments ?? []).map((one) => completeAttachment(one, one.id));
  const mail: Mail = {
    to: [profile.user],
    cc: [],
    bcc: [],
    format: 'html',
    label: null,
    deliverAfter: null,
    ...given,
    attachments,
    id: store.nextId('mail'),
    folder: 'inbox',
    conversationId: given.conversationId ?? store.nextId('conversation'),
    internetMessageId: `<${store.nextId('message')}@sender.example>`,
    createdAt: clock.now(),
    sentAt: clock.now(),
    customProperties: null,
  };
  store.put(mail);
  world.changed();
  return mail;
}

function openPane(world: World, target: Draft | Mail | null, live: (draft: Draft) => LiveDraft): Pane {
  const targetOf = (shown: Draft | Mail | null): Target => {
    if (shown === null) return null;
    return 'folder' in shown ? { mail: shown, number: world.nextNumber() } : { draft: live(shown) };
  };
  const session = createSession(world, { purpose: 'pane', kind: 'browser', target: targetOf(target) });
  const closing = new Set<() => void>();
  session.onClose = () => {
    for (const listener of closing) listener();
  };
  return {
    link: session.link,
    show: (shown) => {
      session.target = targetOf(shown);
      session.tell({ type: 'item-changed', item: faceOf(session.target) });
    },
    onClose: (listener) => {
      closing.add(listener);
    },
    close: () => session.end(),
  };
}

async function pressCommand(world: World, functionName: string, draft: LiveDraft): Promise<HandlerRun> {
  const event = { type: 'ExecuteFunction', functionName, sendMode: null };
  const launch = launchHandler(world, { event, draft, purpose: 'function' });
  await launch.end;
  return launch.run;
}
