import {
  createMessageId,
  decideTracking,
  DRAFT_KEY,
  encodeHex,
  formatDraft,
  isOwnDraft,
  newDraft,
  parseDraft,
  pixelMarkup,
  planTracking,
  surveyBody,
} from '@readback/core';
import type { BodyFacts, DraftState, MailboxAccess, TrackingDecision } from '@readback/core';
import type { ComposeItem } from './compose-item.ts';
import { readMailFacts } from './draft-facts.ts';
import type { Mailbox } from './mailbox.ts';
import { valueOr } from './outcome.ts';
import type { Timers } from './timers.ts';

/** A draft, and what is at hand where it is written. */
export interface ComposeDesk {
  item: ComposeItem;
  mailbox: Mailbox;
  timers: Timers;
  /** Entropy for a message id, see `gatherEntropy`. */
  entropy(known: readonly string[]): Uint8Array[];
}

/** What became of a draft that was settled. */
export interface SettledDraft {
  state: DraftState;
  decision: TrackingDecision;
}

/** The stored state of the open draft; null where there is none, or where it belongs to the mail that is forwarded. */
export async function findDraft(desk: ComposeDesk, access: MailboxAccess | null): Promise<DraftState | null> {
  const { item } = desk;
  const inSession = valueOr(await item.readSession(DRAFT_KEY), null);
  const session = inSession === null ? null : parseDraft(inSession);
  if (session !== null) return session;
  const onItem = valueOr(await item.readProperty(DRAFT_KEY), null);
  const property = onItem === null ? null : parseDraft(onItem);
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

/**
 * The state of the open draft, made where there is none. Two runtimes may do this at once (docs/outlook-quirks.md#two-runtimes):
 * the one whose state stands in the session afterwards wins, for both.
 */
export async function openDraft(desk: ComposeDesk, access: MailboxAccess | null): Promise<DraftState> {
  const found = await findDraft(desk, access);
  if (found !== null) return found;
  const made = makeDraft(desk, access);
  await desk.item.writeSession(DRAFT_KEY, formatDraft(made));
  const standing = valueOr(await desk.item.readSession(DRAFT_KEY), null);
  return (standing === null ? null : parseDraft(standing)) ?? made;
}

/** A state with an id of its own, stored nowhere yet. */
export function makeDraft(desk: ComposeDesk, access: MailboxAccess | null): DraftState {
  const { item, mailbox, timers } = desk;
  const known = [mailbox.address() ?? '', item.conversationId() ?? ''];
  const secret = access === null ? [] : [access.signing.key];
  return newDraft(encodeHex(createMessageId(timers.now(), [...desk.entropy(known), ...secret])));
}

/** Keeps a state with the draft: in the session for other runtimes, on the item for other days and devices. */
export async function saveDraft(item: ComposeItem, state: DraftState): Promise<void> {
  const text = formatDraft({ ...state, conversationId: item.conversationId() ?? state.conversationId });
  await Promise.all([item.writeSession(DRAFT_KEY, text), item.writeProperty(DRAFT_KEY, text)]);
}

/**
 * Decides what will happen to the draft as it stands, hands the picture to Outlook or takes it back accordingly, and keeps
 * the state. Doing it again changes nothing.
 */
export async function settleDraft(desk: ComposeDesk, access: MailboxAccess, state: DraftState): Promise<SettledDraft> {
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
  await saveDraft(item, settled);
  return { state: settled, decision };
}

/** A mail that came back from Send may hold our picture and links already; any other isn't looked at before Send. */
async function readReturnedBody(
  item: ComposeItem,
  access: MailboxAccess,
  state: DraftState,
): Promise<BodyFacts | null> {
  if (state.sent === null) return null;
  const [html, type] = await Promise.all([item.readBody(), item.readComposeType()]);
  return html.ok ? surveyBody(html.value, planTracking(access, state), valueOr(type, 'reply') !== 'new').facts : null;
}

/** Whether the picture stands ready with Outlook afterwards. */
async function schedulePixel(
  item: ComposeItem,
  access: MailboxAccess,
  state: DraftState,
  decision: TrackingDecision,
): Promise<boolean> {
  if (decision.schedule) {
    const handed = await item.appendOnSend(pixelMarkup(planTracking(access, state).pixelUrl));
    return handed.ok || state.scheduled;
  }
  if (!state.scheduled) return false;
  const takenBack = await item.appendOnSend(null);
  return !takenBack.ok;
}
