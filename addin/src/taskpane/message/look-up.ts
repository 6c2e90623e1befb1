import { decodeHex, messageTime } from '@readback/core/records';
import type { MessageDetail, MessageSummary, SigningKey } from '@readback/core';
import type { Api } from '../api/api-client.ts';
import { ApiError } from '../api/api-error.ts';
import { registrationOf } from './catch-up.ts';
import type { CatchUpPlace, SendProof, SentItem } from './catch-up.ts';
import type { Identity, SendNote } from './identify.ts';
import { sentElsewhere } from './sent-elsewhere.ts';
import type { SentElsewhere } from './sent-elsewhere.ts';

/** What is known of a message of the person's own. */
export type LookUp =
  /** `caughtUp`: the server heard of it only from here. */
  | { kind: 'found'; message: MessageDetail; caughtUp: boolean }
  /** The mail itself left no record, but it quotes one that did. */
  | { kind: 'quotes'; message: MessageDetail }
  /** It was tracked, the server doesn't know it, and didn't take it from here either. */
  | { kind: 'unheard' }
  /** The sender deleted what was recorded about it. */
  | { kind: 'deleted' }
  /** The send handler noted that neither is tracked, and why. The server is told nothing about such a mail. */
  | { kind: 'untracked'; note: SendNote }
  | { kind: 'draft' }
  | { kind: 'nothing' };

type OwnIdentity = Extract<Identity, { kind: 'own' }>;
/** With what a record is looked up. */
export interface LookUpPlace extends CatchUpPlace {
  /** The mailbox's key: what it signs, the server believes. */
  signing: SigningKey;
  signal?: AbortSignal | undefined;
}

type LookUpApi = Pick<Api, 'readMessage' | 'registerMessage' | 'listMessages'>;

/** Finds the record of a message: by its candidates, by registering it from the item, by a search. Rejects as Api does. */
export async function lookUp(
  api: LookUpApi,
  identity: OwnIdentity,
  item: SentItem,
  place: LookUpPlace,
): Promise<LookUp> {
  const { signal } = place;
  const records = await readCandidates(api, identity, signal);
  const record = records.find((each) => isRecordOf(each, item));
  if (record) return { kind: 'found', message: record, caughtUp: false };
  const { note } = identity;
  if (note !== null && !note.opens && !note.links) return { kind: 'untracked', note };
  const proof = proofOf(identity, records);
  if (proof !== null) return catchUp(api, proof, { item, place });
  const [quoted] = records;
  if (quoted) return { kind: 'quotes', message: quoted };
  if (identity.unsent) return { kind: 'draft' };
  const hasSigns = identity.candidates.length > 0;
  const elsewhere = hasSigns ? null : sentElsewhere(item, place.signing, place);
  const message = (await readElsewhere(api, elsewhere, signal)) ?? (await search(api, item, signal));
  if (message) return { kind: 'found', message, caughtUp: false };
  if (elsewhere) await tellElsewhere(api, elsewhere, place);
  return { kind: 'nothing' };
}

async function readElsewhere(api: LookUpApi, elsewhere: SentElsewhere | null, signal?: AbortSignal) {
  return elsewhere && (await api.readMessage(elsewhere.id, null, signal));
}

/** Best effort: it is seen again, or it isn't counted. */
async function tellElsewhere(api: LookUpApi, { id, registration }: SentElsewhere, place: LookUpPlace): Promise<void> {
  try {
    await api.registerMessage(id, registration, place.signing);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

/** A mail that quotes a long thread holds many ids; its own is among the newest. */
const MOST_CANDIDATES = 3;

async function readCandidates(api: LookUpApi, identity: OwnIdentity, signal?: AbortSignal): Promise<MessageDetail[]> {
  const ids = identity.candidates.slice(0, MOST_CANDIDATES);
  const records = await Promise.all(ids.map((id) => api.readMessage(id, null, signal)));
  return records.filter((record) => record !== null);
}

/**
 * A verified own URL in a mail from Sent Items proves that this message was tracked and left, and so does the send handler's
 * note. A message that the server knows needs no proof: it is a quoted one.
 */
function proofOf({ trace, note, candidates }: OwnIdentity, known: readonly MessageDetail[]): SendProof | null {
  const isKnown = (messageId: string): boolean => known.some(({ id }) => id === messageId);
  if (note !== null && !isKnown(note.messageId) && (trace === null || note.messageId <= trace.messageId)) {
    const own = trace?.messageId === note.messageId ? trace : null;
    return { messageId: note.messageId, trace: own, note, quotes: olderThan(note.messageId, candidates) };
  }
  if (trace === null || !trace.verified || isKnown(trace.messageId)) return null;
  return { messageId: trace.messageId, trace, note: null, quotes: olderThan(trace.messageId, candidates) };
}

/** Ascending order is newest first, so what is older is greater. */
function olderThan(messageId: string, ids: readonly string[]): string[] {
  return ids.filter((id) => id > messageId);
}

async function catchUp(
  api: LookUpApi,
  proof: SendProof,
  { item, place }: { item: SentItem; place: LookUpPlace },
): Promise<LookUp> {
  try {
    await api.registerMessage(proof.messageId, registrationOf(item, proof, place), place.signing);
  } catch (error) {
    if (error instanceof ApiError) return { kind: error.code === 'deleted' ? 'deleted' : 'unheard' };
    throw error;
  }
  const message = await api.readMessage(proof.messageId, null, place.signal);
  return message === null ? { kind: 'unheard' } : { kind: 'found', message, caughtUp: true };
}

const BEFORE_MS = 10 * 60_000;
const AFTER_MS = 60 * 60_000;

/**
 * Whether a record is about this item and not about one that it quotes: same subject, and made while the message was
 * written or sent. Outlook's time of creation may be that of the draft, and sending may be delayed.
 */
export function isRecordOf(record: MessageSummary, item: SentItem): boolean {
  if (record.subject !== null && !isSameSubject(record.subject, item.subject)) return false;
  const begun = timeInId(record.id);
  const left = Math.max(timeOf(record.sentAt), timeOf(record.deliverAfter));
  if (item.createdAt === null || begun === null || left === 0) return true;
  return item.createdAt >= begun - BEFORE_MS && item.createdAt <= left + AFTER_MS;
}

/** A long one may have been cut on its way to the server. */
const CUT_SUBJECT = 200;

function isSameSubject(kept: string, shown: string): boolean {
  const [one, other] = [kept.trim(), shown.trim()];
  return one === other || (one.length >= CUT_SUBJECT && other.startsWith(one));
}

function timeInId(id: string): number | null {
  const bytes = decodeHex(id);
  return bytes?.length === 12 ? messageTime(bytes) : null;
}

/** 0 where there is none. */
function timeOf(iso: string | null): number {
  return iso === null ? 0 : Date.parse(iso) || 0;
}

const MOST_PAGES = 5;

/** For phones and other places where neither body nor property tells: subject, time and recipients have to agree. */
async function search(api: LookUpApi, item: SentItem, signal?: AbortSignal): Promise<MessageDetail | null> {
  if (item.createdAt === null) return null;
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await api.listMessages(after === null ? {} : { after }, signal);
    const hit = page.items.find(
      (each) => isRecordOf(each, item) && each.subject !== null && sharesRecipient(each, item),
    );
    if (hit) return api.readMessage(hit.id, null, signal);
    after = page.next;
    if (after === null) return null;
  }
  return null;
}

function sharesRecipient(record: MessageSummary, item: SentItem): boolean {
  const known = new Set(record.recipients.map(({ address }) => address.toLowerCase()));
  return item.recipients.some(({ address }) => known.has(address.toLowerCase()));
}
