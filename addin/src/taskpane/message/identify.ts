import { linkMark } from '@readback/core/records';
import type { DraftState, SentState } from '@readback/core';
import type { OwnTrace, Traces } from './own-traces.ts';

/** What Outlook and the body tell of a message that is read. */
export interface MessageSight {
  subject: string;
  /** Null for a draft. */
  from: string | null;
  /** Null where the body couldn't be read. */
  traces: Traces | null;
  /** What the add-in kept on the item; null where nothing is. A forward may have inherited it (office-js#2456). */
  draft: DraftState | null;
}

/** Whose message it is, and which records of the server may be about it. */
export type Identity =
  | {
      kind: 'own';
      /** Hex ids to ask the server for, the likeliest first. */
      candidates: readonly string[];
      /** What the body holds of its newest own message. */
      trace: OwnTrace | null;
      note: SendNote | null;
      /** Nothing shows that Send was ever pressed. */
      unsent: boolean;
    }
  /** Somebody's mail that quotes one of the person's own. */
  | { kind: 'reply'; messageId: string }
  /** Tracked by somebody else. */
  | { kind: 'foreign' }
  | { kind: 'received' }
  | { kind: 'draft' }
  | { kind: 'unreadable' };

/** What the send handler noted on this very message. */
export interface SendNote extends SentState {
  messageId: string;
}

/**
 * Says what kind of message this is. The newest own URL in the body is this mail; the add-in's property on the item comes
 * second, since a forward may have inherited it. It goes first only when it is newer than every URL: then the URLs are those
 * of quoted mails (decision 0051).
 */
export function identify(sight: MessageSight, ownAddress: string | null): Identity {
  const { traces, draft } = sight;
  if (sight.from === null) return { kind: 'draft' };
  if (isOwn(sight, ownAddress)) return ownIdentity(sight);
  if (traces === null) return { kind: 'unreadable' };
  const newest = traces.own[0];
  if (newest) return { kind: 'reply', messageId: newest.messageId };
  if (traces.foreign) return { kind: 'foreign' };
  return draft === null ? { kind: 'received' } : ownIdentity(sight);
}

/** From the person's own address; or sent as somebody else, which only this mailbox's add-in can have noted on the item. */
function isOwn({ from, traces, draft }: MessageSight, ownAddress: string | null): boolean {
  if (ownAddress !== null && from?.toLowerCase() === ownAddress.toLowerCase()) return true;
  return draft !== null && traces?.own.some(({ messageId }) => messageId === draft.messageId) === true;
}

function ownIdentity({ subject, traces, draft }: MessageSight): Identity {
  const own = traces === null ? [] : traces.own;
  const newest = own[0] ?? null;
  const inBody = own.map(({ messageId }) => messageId);
  if (draft === null) return { kind: 'own', candidates: inBody, trace: newest, note: null, unsent: false };
  const { messageId, sent } = draft;
  const isAhead = newest === null || messageId < newest.messageId;
  return {
    kind: 'own',
    candidates: isAhead ? [messageId, ...inBody] : inBody,
    trace: newest,
    // The note counts only under the subject that it was made for: a forward inherits it with another one.
    note: sent?.subject === linkMark(subject) ? { ...sent, messageId } : null,
    unsent: newest === null && sent === null,
  };
}
