import { appendToBody, pictureSources, prependToBody, isRemote, removeFromBody, toMarkup } from './body-engine.ts';
import { attachRemotePictures } from './draft-body-calls.ts';
import { openAnew } from './composing.ts';
import { contentOf } from './live-draft.ts';
import type { LiveDraft, Scheduled } from './live-draft.ts';
import type { Mail } from './mail.ts';
import type { SendOutcome } from './outlook.ts';
import { runSmartAlert } from './smart-alert.ts';
import type { AlertOutcome } from './smart-alert.ts';
import { saveDraft } from './saving.ts';
import { wait } from './world.ts';
import type { World } from './world.ts';

/** Sends whose undo time runs: draft number → what takes it back. */
export type Undoing = Map<number, () => void>;

const NO_HANDLER: AlertOutcome = { goes: true, reason: null, dialogs: [], handler: null };

/** From the click on Send until the mail has left, is held or was taken back. */
export async function sendDraft(
  world: World,
  draft: LiveDraft,
  undoing: Undoing,
  at: number | null,
): Promise<SendOutcome> {
  const clickedAt = world.clock.now();
  begin(world, draft, at);
  const event = world.manifest?.events.find(({ type }) => type === 'OnMessageSend');
  const handled = event !== undefined && world.facts.events.includes('OnMessageSend');
  const alert = handled ? await runSmartAlert(world, draft, event) : NO_HANDLER;
  const outcome = (result: SendOutcome['result'], mail: Mail | null, reason: string | null): SendOutcome => ({
    result,
    mail,
    reason,
    dialogs: alert.dialogs,
    handler: alert.handler,
    waited: world.clock.now() - clickedAt,
  });
  if (!alert.goes) return hold(world, draft, outcome('held', null, alert.reason));
  if (!world.quirks.plays('append-before-handler')) applyScheduled(world, draft);
  writeOthers(world, draft, 'after');
  const obstacle = draft.uploadFailure ?? refusalOfOthers(world, draft);
  if (obstacle !== null) {
    saveDraft(world, draft);
    return hold(world, draft, outcome('held', null, obstacle));
  }
  if (await isUndone(world, draft, undoing)) {
    draft.wasUndone = true;
    const undone = hold(world, draft, outcome('undone', null, 'The sender took it back.'));
    if (world.quirks.plays('undo-opens-anew')) openAnew(world, draft);
    return undone;
  }
  const mail = await leave(world, draft);
  return outcome('sent', mail, null);
}

function begin(world: World, draft: LiveDraft, at: number | null): void {
  draft.state = 'sending';
  draft.sends += 1;
  draft.readsAtSend = 0;
  draft.uploadFailure = null;
  draft.propertiesBeforeSend = draft.customProperties;
  if (at !== null) draft.edit({ deliverAfter: at });
  if (world.quirks.plays('compose-ends-at-send')) {
    for (const session of world.sessions) {
      const isItsOwn = session.target !== null && 'draft' in session.target && session.target.draft === draft;
      if (isItsOwn && session.purpose === 'event') session.end();
    }
  }
  if (world.quirks.plays('append-before-handler')) applyScheduled(world, draft);
  writeOthers(world, draft, 'before');
  world.changed();
}

/** Append- and prepend-on-send come before any handler (docs/outlook/append-on-send.md). */
function applyScheduled(world: World, draft: LiveDraft): void {
  const { append, prepend } = draft;
  if (append !== null) draft.appended = place(world, draft, append, appender(world));
  if (prepend !== null) place(world, draft, prepend, prependToBody);
  if (!world.quirks.plays('append-again-after-hold')) draft.append = null;
  draft.prepend = null;
}

/** Where it doesn't stand behind the quoted mails, it stands before them. */
function appender({ quirks }: World): typeof appendToBody {
  if (quirks.plays('append-behind-history')) return appendToBody;
  return (body, content) => {
    const history = body.search(
      /<div id="appendonsend">|<div id="mail-editor-reference-message-container"|<div><div style="border:none;border-top/,
    );
    return history < 0 ? appendToBody(body, content) : body.slice(0, history) + content + body.slice(history);
  };
}

function place(
  world: World,
  draft: LiveDraft,
  scheduled: Scheduled,
  put: (body: string, content: string) => string,
): string | null {
  const { quirks } = world;
  const { content, format } = scheduled;
  if (draft.content.format === 'text') {
    if (format === 'html' && !quirks.plays('append-shown-in-text')) return null;
    draft.setBody(put(draft.content.body, `\n${content}`));
    return content;
  }
  let markup = format === 'html' ? content : toMarkup(content);
  if (quirks.plays('append-becomes-attachment') && pictureSources(markup).some(isRemote)) {
    markup = attachRemotePictures({ draft, world }, markup);
  }
  if (quirks.plays('append-drops-attachments')) {
    draft.edit({ attachments: draft.content.attachments.filter(({ isInline }) => isInline) });
  }
  draft.setBody(put(draft.content.body, markup));
  return markup;
}

function writeOthers(world: World, draft: LiveDraft, when: 'before' | 'after'): void {
  for (const addin of world.otherAddinsFor(draft)) {
    if (addin.when === when) draft.setBody(addin.write(draft.content.body));
  }
}

function refusalOfOthers(world: World, draft: LiveDraft): string | null {
  for (const addin of world.otherAddinsFor(draft)) {
    const refusal = addin.refuse?.(draft.content.body) ?? null;
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The draft is open again. */
function hold(world: World, draft: LiveDraft, outcome: SendOutcome): SendOutcome {
  if (world.quirks.plays('append-again-after-hold') && draft.appended !== null) {
    draft.setBody(removeFromBody(draft.content.body, draft.appended));
  }
  draft.appended = null;
  if (world.quirks.plays('schedule-lost-after-hold')) draft.edit({ deliverAfter: null });
  draft.state = 'open';
  world.changed();
  return outcome;
}

async function isUndone(world: World, draft: LiveDraft, undoing: Undoing): Promise<boolean> {
  const seconds = world.facts.undo ? (world.options.undoSeconds ?? 0) : 0;
  if (seconds === 0) return false;
  draft.state = 'waiting';
  world.changed();
  const undone = new Promise<boolean>((resolve) => {
    undoing.set(draft.number, () => resolve(true));
  });
  const answer = await Promise.race([undone, wait(world.clock, seconds * 1_000).then(() => false)]);
  undoing.delete(draft.number);
  return answer;
}

/** The mail leaves: a copy in Sent items, the draft's copy gone, the mail itself to the transport. */
async function leave(world: World, draft: LiveDraft): Promise<Mail> {
  const { store, clock, quirks, options } = world;
  draft.conversationId ??= store.nextId('conversation');
  const content = contentOf(draft.content);
  const internetMessageId = `<${store.nextId('message')}@simulator.example>`;
  const sentAt = clock.now();
  const conversationId = draft.conversationId;
  const kept = quirks.plays('property-at-send-lost') ? draft.propertiesBeforeSend : draft.customProperties;
  const mail: Mail = {
    ...content,
    id: store.nextId('mail'),
    folder: 'sent',
    conversationId,
    internetMessageId,
    createdAt: draft.openedAt,
    sentAt,
    customProperties: quirks.plays('property-null-when-sent', draft.number) ? null : kept,
  };
  store.put(mail);
  if (draft.mailId !== null) store.remove(draft.mailId);
  draft.state = 'sent';
  draft.sessionData = new Map();
  world.changed();
  await options.mailTransport?.({ ...content, internetMessageId, conversationId, sentAt });
  return mail;
}
