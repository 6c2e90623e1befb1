import { MAIL_UNTRACKED_REASONS } from './decide-tracking.ts';
import type { MailUntrackedReason } from './decide-tracking.ts';
import { encodeBase64url } from './token/base64url.ts';
import { decodeHex } from './token/hex.ts';
import { hmacSha256 } from './token/hmac.ts';
import { MESSAGE_ID_LENGTH } from './token/message-id.ts';
import { encodeUtf8 } from './token/utf8.ts';
import { flagOf, integerOf, memberOf, parseJson, textOf, textsOf, wordOf } from './untrusted.ts';

/**
 * What the compose pane, the ribbon switch and the handlers tell each other about one draft. Stands in the item's
 * `sessionData`, in up to three entries, and under DRAFT_KEY in its custom properties, which outlive the session.
 */
export interface DraftState {
  /** 12 bytes as hex. */
  messageId: string;
  /** The sender's own switches for this mail; null: the person's default. */
  opens: boolean | null;
  links: boolean | null;
  /** Links that the sender switched off, each as `linkMark` of its destination. */
  leave: readonly string[];
  /** Whether the picture is scheduled with append-on-send. */
  scheduled: boolean;
  /** `item.conversationId` when this was stored; null where Outlook gave none yet. */
  conversationId: string | null;
  /** What happened at the latest Send; null before it. The pane reads it from the Sent item. */
  sent: SentState | null;
}

/** What a Send left behind. */
export interface SentState {
  /** Milliseconds since 1970, the sender's clock. */
  at: number;
  /** `linkMark` of the subject: by it a property that a forward inherited is told from the draft's own. */
  subject: string;
  opens: boolean;
  links: boolean;
  /** Null where there is nothing to say. */
  opensReason: MailUntrackedReason | null;
  linksReason: MailUntrackedReason | null;
  pixelPlace: PixelPlace | null;
}

/** Where the picture stands; null in its place: nowhere, or nobody saw it. */
export type PixelPlace = 'before-history' | 'end' | 'start';

/** What Outlook shows of a draft that has a stored state: by it a state that was inherited from another mail is told. */
export interface DraftSight {
  conversationId: string | null;
  subject: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether the body holds the picture of the state's message. */
  holdsPixel: boolean;
}

/** Name of the handlers' entry in `sessionData`, and of the one in the custom properties. */
export const DRAFT_KEY = 'readback';

/**
 * Names of the pane's entry in `sessionData`, and of the one that only a switch writes. Nothing there can be changed on
 * condition, so no entry has two writers that may work at the same time (decision 0125).
 */
export const PANE_KEY = 'readback-pane';
export const SWITCHES_KEY = 'readback-switches';

/** A draft's text is never longer: custom properties hold 2,500 characters per item and add-in, names included. */
export const MAX_DRAFT_TEXT = 2_400;

/** A mail seen later than this after its Send is another one: undoing a send takes seconds, a refused one comes back sooner. */
const RETURN_MS = 10 * 60_000;

const LABEL = encodeUtf8('readback/mark');
const MARK_LENGTH = 6;
const PIXEL_PLACES: readonly PixelPlace[] = ['before-history', 'end', 'start'];

/** A short mark of a link's destination, or of a subject: equal texts have equal marks. 6 characters of base64url. */
export function linkMark(text: string): string {
  return encodeBase64url(hmacSha256(LABEL, [encodeUtf8(text)])).slice(0, MARK_LENGTH);
}

/** The state of a draft in which no switch was pressed yet. `messageId` as hex. */
export function newDraft(messageId: string): DraftState {
  return { messageId, opens: null, links: null, leave: [], scheduled: false, conversationId: null, sent: null };
}

/**
 * Writes a state as text of at most MAX_DRAFT_TEXT characters. Where the list of links that are switched off doesn't fit, all
 * links of the mail are switched off instead: a "no" is never lost.
 */
export function formatDraft(state: DraftState): string {
  const text = JSON.stringify(state);
  if (text.length <= MAX_DRAFT_TEXT) return text;
  return JSON.stringify({ ...state, leave: [], links: false });
}

/**
 * One state out of the three entries of a session: the id as the handlers have it, since they speak last; the switches as
 * they were last pressed; and a picture that anybody handed over counts as handed over. Null where there is no entry.
 */
export function mergeDrafts(
  handlers: DraftState | null,
  pane: DraftState | null,
  switched: DraftState | null,
): DraftState | null {
  const state = handlers ?? pane ?? switched;
  if (state === null) return null;
  const { opens, links, leave } = switched ?? state;
  return { ...state, opens, links, leave, scheduled: state.scheduled || pane?.scheduled === true };
}

/** Reads a state; null where the text isn't one. */
export function parseDraft(text: string): DraftState | null {
  const value = parseJson(text);
  const messageId = textOf(memberOf(value, 'messageId'));
  const leave = textsOf(memberOf(value, 'leave'));
  if (messageId === null || decodeHex(messageId)?.length !== MESSAGE_ID_LENGTH || leave === null) return null;
  return {
    messageId,
    opens: flagOf(memberOf(value, 'opens'), null),
    links: flagOf(memberOf(value, 'links'), null),
    leave,
    scheduled: flagOf(memberOf(value, 'scheduled'), false),
    conversationId: textOf(memberOf(value, 'conversationId')),
    sent: readSent(memberOf(value, 'sent')),
  };
}

/**
 * Whether a state found in the custom properties belongs to this draft. Classic Outlook copies the properties of a mail
 * to its forward and to "Resend this message" (docs/outlook-quirks.md#inherited-properties): those need an id of their own.
 */
export function isOwnDraft(state: DraftState, sight: DraftSight): boolean {
  const { sent } = state;
  // Before a Send nothing of ours stands in the body; where it does, the mail went out without the send handler.
  if (sent === null) return !sight.holdsPixel;
  if (sight.now - sent.at > RETURN_MS) return false;
  return linkMark(sight.subject) === sent.subject && mayBeSame(state.conversationId, sight.conversationId);
}

function mayBeSame(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function readSent(value: unknown): SentState | null {
  const at = integerOf(memberOf(value, 'at'), 0, 2 ** 48);
  const subject = textOf(memberOf(value, 'subject'));
  if (at === null || subject === null) return null;
  return {
    at,
    subject,
    opens: flagOf(memberOf(value, 'opens'), false),
    links: flagOf(memberOf(value, 'links'), false),
    opensReason: wordOf(memberOf(value, 'opensReason'), MAIL_UNTRACKED_REASONS),
    linksReason: wordOf(memberOf(value, 'linksReason'), MAIL_UNTRACKED_REASONS),
    pixelPlace: wordOf(memberOf(value, 'pixelPlace'), PIXEL_PLACES),
  };
}
