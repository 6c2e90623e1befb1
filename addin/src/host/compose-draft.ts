import {
  createMessageId,
  decideTracking,
  DRAFT_KEY,
  encodeHex,
  formatDraft,
  isOwnDraft,
  mergeDrafts,
  newDraft,
  PANE_KEY,
  parseDraft,
  pixelMarkup,
  planTracking,
  surveyBody,
  SWITCHES_KEY,
} from '@readback/core';
import type { BodyFacts, DraftState, MailboxAccess, TrackingDecision } from '@readback/core';
import { barNotice } from './bar-notice.ts';
import type { ComposeItem } from './compose-item.ts';
import { readMailFacts } from './draft-facts.ts';
import { isFirstWeek } from './first-week.ts';
import type { Mailbox } from './mailbox.ts';
import { valueOr } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Timers } from './timers.ts';

/** How often a draft is settled anew at most: a session that doesn't keep what is written would never come to rest. */
const MOST_ROUNDS = 5;

/** An open draft and what its handlers and pane work with. */
export interface ComposeDesk {
  item: ComposeItem;
  mailbox: Mailbox;
  timers: Timers;
  /** The session entry that this runtime writes: DRAFT_KEY for handlers, PANE_KEY for the pane. */
  draftKey: string;
  /** Entropy for a message id, see `gatherEntropy`. */
  entropy(known: readonly string[]): Uint8Array[];
}

/** What became of a draft that was settled. */
export interface SettledDraft {
  state: DraftState;
  decision: TrackingDecision;
}

/** The stored state of the open draft; null where there is none, or where it was inherited from the mail being forwarded. */
export async function findDraft(desk: ComposeDesk, access: MailboxAccess | null): Promise<DraftState | null> {
  const { item } = desk;
  const session = await readDraftSession(item);
  if (session !== null) return session;
  const property = parseStored(await item.readProperty(DRAFT_KEY));
  if (property === null) return null;
  const [subject, body] = await Promise.all([item.readSubject(), item.readBody()]);
  const sight = {
    conversationId: item.conversationId(),
    subject: valueOr(subject, ''),
    now: desk.timers.now(),
    holdsPixel:
      access !== null && body.ok && surveyBody(body.value, planTracking(access, property), true).facts.holdsPixel,
  };
  return isOwnDraft(property, sight) ? property : null;
}

async function readDraftSession(item: ComposeItem): Promise<DraftState | null> {
  const [handlers, pane, switched] = await Promise.all([
    item.readSession(DRAFT_KEY),
    item.readSession(PANE_KEY),
    item.readSession(SWITCHES_KEY),
  ]);
  return mergeDrafts(parseStored(handlers), parseStored(pane), parseStored(switched));
}

function parseStored(text: Outcome<string | null>): DraftState | null {
  return parseDraft(valueOr(text, null) ?? '');
}

/**
 * The state of the open draft, created where there is none. Two runtimes may do this at once
 * (docs/outlook-quirks.md#two-runtimes): both then go by the state that the session holds afterwards.
 */
export async function openDraft(desk: ComposeDesk, access: MailboxAccess | null): Promise<DraftState> {
  const found = await findDraft(desk, access);
  if (found !== null) return found;
  const made = makeDraft(desk, access);
  await desk.item.writeSession(desk.draftKey, formatDraft(made));
  return (await readDraftSession(desk.item)) ?? made;
}

/** A new state with a new id, not stored yet. */
export function makeDraft(desk: ComposeDesk, access: MailboxAccess | null): DraftState {
  const { item, mailbox, timers } = desk;
  const known = [mailbox.address() ?? '', item.conversationId() ?? ''];
  const secret = access === null ? [] : [access.signing.key];
  return newDraft(encodeHex(createMessageId(timers.now(), [...desk.entropy(known), ...secret])));
}

/** Stores a state with the draft: in the session for other runtimes, on the item for other days and devices. */
export async function saveDraft({ item, draftKey }: ComposeDesk, state: DraftState): Promise<void> {
  const text = formatDraft({ ...state, conversationId: item.conversationId() ?? state.conversationId });
  await Promise.all([item.writeSession(draftKey, text), item.writeProperty(DRAFT_KEY, text)]);
}

/** Stores the sender's switches, before anything else is asked or done: Send may be pressed next. */
export async function saveSwitches(desk: ComposeDesk, state: DraftState): Promise<void> {
  await Promise.all([desk.item.writeSession(SWITCHES_KEY, formatDraft(state)), saveDraft(desk, state)]);
}

/**
 * Decides what will happen to the draft as it stands, hands the picture to Outlook or takes it back accordingly, and stores
 * the state. Idempotent. Starts over where another runtime changed the switches meanwhile: its change holds.
 */
export async function settleDraft(
  desk: ComposeDesk,
  access: MailboxAccess,
  state: DraftState,
  rounds = MOST_ROUNDS,
): Promise<SettledDraft> {
  const { item, mailbox } = desk;
  const { format, sender, label } = await readMailFacts(item, mailbox, access.settings);
  const body = await readReturnedBody(item, access, state);
  const decision = decideTracking({
    stage: 'compose',
    client: mailbox.client(),
    mailbox: access,
    switches: state,
    scheduled: state.scheduled,
    format,
    sender,
    label,
    ...(body !== null && { body }),
  });
  const settled = { ...state, scheduled: await schedulePixel(item, access, state, decision) };
  await saveDraft(desk, settled);
  const standing = await readDraftSession(item);
  if (standing === null || rounds === 1 || wishOf(standing) === wishOf(state)) return { state: settled, decision };
  return settleDraft(desk, access, standing, rounds - 1);
}

/** What another runtime may have changed since it was read. */
function wishOf({ messageId, opens, links, leave }: DraftState): string {
  return JSON.stringify([messageId, opens, links, leave]);
}

/** Only a mail that came back from Send may already hold our picture and links; the body of any other isn't read before Send. */
async function readReturnedBody(
  item: ComposeItem,
  access: MailboxAccess,
  state: DraftState,
): Promise<BodyFacts | null> {
  if (state.sent === null) return null;
  const [html, type] = await Promise.all([item.readBody(), item.readComposeType()]);
  return html.ok ? surveyBody(html.value, planTracking(access, state), valueOr(type, 'reply') !== 'new').facts : null;
}

/** Whether the picture stands ready with Outlook afterwards, or may: an order that got no answer may still be carried out. */
async function schedulePixel(
  item: ComposeItem,
  access: MailboxAccess,
  state: DraftState,
  decision: TrackingDecision,
): Promise<boolean> {
  if (decision.schedule) {
    const handed = await item.appendOnSend(pixelMarkup(planTracking(access, state).pixelUrl));
    return handed.ok || handed.failure === 'timeout' || state.scheduled;
  }
  if (!state.scheduled) return false;
  const takenBack = await item.appendOnSend(null);
  return !takenBack.ok;
}

/** What the bar above a settled draft has to say; null: there is to be none. */
export function noticeFor(desk: ComposeDesk, access: MailboxAccess, { state, decision }: SettledDraft): string | null {
  const { mailbox, timers } = desk;
  const wish = decideTracking({
    stage: 'compose',
    client: mailbox.client(),
    mailbox: access,
    switches: state,
    scheduled: false,
  });
  return barNotice(isFirstWeek(mailbox, timers.now()), decision, wish, mailbox.language());
}
