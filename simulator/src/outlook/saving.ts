import { contentOf } from './live-draft.ts';
import type { LiveDraft, Scheduled } from './live-draft.ts';
import type { Mail } from './mail.ts';
import type { World } from './world.ts';

const SCHEDULED = 'scheduled';

/** Puts the draft into Drafts, as Save does. */
export function saveDraft(world: World, draft: LiveDraft): Mail {
  const { store, clock } = world;
  const id = draft.mailId ?? store.nextId('mail');
  draft.mailId = id;
  draft.conversationId ??= store.nextId('conversation');
  const mail: Mail = {
    ...contentOf(draft.content),
    id,
    folder: 'drafts',
    conversationId: draft.conversationId,
    internetMessageId: null,
    createdAt: clock.now(),
    sentAt: null,
    customProperties: draft.customProperties,
  };
  store.put(mail);
  world.changed();
  return mail;
}

/** Keeps what is scheduled with the stored draft, where scheduled content survives closing. */
export function keepScheduled(world: World, draft: LiveDraft): void {
  if (draft.mailId === null || !world.quirks.plays('append-kept-over-close')) return;
  world.storage.set(`${SCHEDULED}:${draft.mailId}`, { append: draft.append, prepend: draft.prepend });
}

/** Gives the opened draft what was kept. */
export function restoreScheduled(world: World, draft: LiveDraft): void {
  const kept = world.storage.get(`${SCHEDULED}:${draft.mailId ?? ''}`);
  if (typeof kept !== 'object' || kept === null) return;
  draft.append = readScheduled(Reflect.get(kept, 'append'));
  draft.prepend = readScheduled(Reflect.get(kept, 'prepend'));
}

function readScheduled(value: unknown): Scheduled | null {
  if (typeof value !== 'object' || value === null) return null;
  const content: unknown = Reflect.get(value, 'content');
  return typeof content === 'string'
    ? { content, format: Reflect.get(value, 'format') === 'text' ? 'text' : 'html' }
    : null;
}
