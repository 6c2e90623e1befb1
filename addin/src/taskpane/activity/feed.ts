import type { ActivityItem, ListPart, MessageSummary, Overview } from '@readback/core';

/** A message in the activity. */
export interface FeedLine {
  messageId: string;
  /** Where it belongs and what its row is dated (`timeOf`), in milliseconds since 1970. */
  at: number;
  /** Its newest entry in the activity; null: none is known. */
  entry: ActivityItem | null;
  /** The message as last read; null: only an entry of an earlier version tells of it so far. */
  message: MessageSummary | null;
}

/** How far one of the two lists was read. */
interface Frontier {
  /** What the following page is asked for; null: there is none. */
  next: string | null;
  /** Nothing that is still unread is newer than this. */
  reached: number;
}

/**
 * The activity and the messages as one list: the message first to which somebody did something last, be it their tenth look that
 * isn't told any more. Below each other stand the times that the rows show, and search and filters go by the same ones. What was
 * once shown keeps its place until `showFresh`, whatever is read later.
 */
export interface Feed {
  lines: ReadonlyMap<string, FeedLine>;
  /** Ids of messages, as they are shown. */
  order: readonly string[];
  /** Ids of messages to which something happened since, the newest first. Some are in `order` too, at their old place. */
  fresh: readonly string[];
  activity: Frontier;
  messages: Frontier;
  /** Of the mailbox; what is known is at least as new. */
  version: string;
}

/** The two lists that a feed is made of. */
export type FeedSource = 'activity' | 'messages';

const LAST_MOMENT = 2 ** 48 - 1;

/** The time in an id of a message (when it was begun) or of an entry (when it was written): docs/wire-format.md. */
export function timeOfId(id: string): number {
  return LAST_MOMENT - parseInt(id.slice(0, 12), 16);
}

/** Begins with the first page of each list. */
export function openFeed({ activity, messages, version }: Overview): Feed {
  const unread = { next: null, reached: Infinity };
  const empty = { lines: new Map(), order: [], fresh: [], activity: unread, messages: unread, version };
  return withoutGone(takeMessages(takeEntries(empty, activity), messages), messages);
}

/** Which list has to be read further before more can be shown in the right order; null: nothing is left. */
export function nextSource({ activity, messages }: Feed): FeedSource | null {
  if (activity.next === null && messages.next === null) return null;
  return activity.reached >= messages.reached ? 'activity' : 'messages';
}

/** Adds the following page of the activity. */
export function takeEntries(feed: Feed, { items, next }: ListPart<ActivityItem>): Feed {
  const lines = new Map(feed.lines);
  for (const entry of items) noteEntry(lines, entry);
  return settle({ ...feed, lines, activity: frontierAfter(items, next) });
}

/** Adds the following page of the messages. */
export function takeMessages(feed: Feed, { items, next }: ListPart<MessageSummary>): Feed {
  const lines = new Map(feed.lines);
  for (const message of items) noteMessage(lines, message);
  const moved = feed.order.filter((id) => isLater(lines.get(id), feed.lines.get(id)));
  return settle(withFresh({ ...feed, lines, messages: frontierAfter(items, next) }, moved));
}

/**
 * Takes in what happened since. Null: so much that some of it isn't on the first pages; then the feed has to be opened anew.
 */
export function takeNews(feed: Feed, overview: Overview): Feed | null {
  const entries = newEntries(feed, overview.activity);
  const messages = newMessages(feed, overview.messages);
  if (entries === null || messages === null) return null;
  const lines = new Map(feed.lines);
  // The oldest first, so that the newest has the last word.
  for (const entry of [...entries].reverse()) noteEntry(lines, entry, true);
  for (const message of overview.messages.items) {
    if (lines.has(message.id) || messages.includes(message)) noteMessage(lines, message);
  }
  const told = entries.map((entry) => entry.messageId);
  const moved = [...lines.values()].filter((line) => isLater(line, feed.lines.get(line.messageId)));
  const touched = [...told, ...messages.map(({ id }) => id), ...moved.map(({ messageId }) => messageId)];
  return withoutGone(withFresh({ ...feed, lines, version: overview.version }, touched), overview.messages);
}

/** Shows what happened since at its place: at the top, unless it was only now learned of what happened some time ago. */
export function showFresh(feed: Feed): Feed {
  if (feed.fresh.length === 0) return feed;
  return { ...feed, order: newestFirst(feed.lines, new Set([...feed.order, ...feed.fresh])), fresh: [] };
}

/** The newest entry that is known; null: nothing ever happened. */
export function newestEntryOf({ lines }: Feed): string | null {
  let newest: string | null = null;
  for (const { entry } of lines.values()) {
    if (entry !== null && (newest === null || entry.id < newest)) newest = entry.id;
  }
  return newest;
}

function frontierAfter(items: readonly { id: string }[], next: string | null): Frontier {
  return { next, reached: next === null ? -Infinity : timeOfId(items.at(-1)?.id ?? next) };
}

/**
 * Appends what no unread page can push further down. What belongs above the end, since only its own page tells that it lay among
 * the drafts for long or was opened again without a word, waits with the fresh ones.
 */
function settle(feed: Feed): Feed {
  const { lines, order } = feed;
  const known = new Set([...order, ...feed.fresh]);
  const bound = Math.max(feed.activity.reached, feed.messages.reached);
  const end = lines.get(order.at(-1) ?? '')?.at ?? Infinity;
  const settled = [...lines.values()].filter(({ messageId, at }) => at >= bound && !known.has(messageId));
  const idsOf = (some: readonly FeedLine[]): string[] => some.map(({ messageId }) => messageId);
  const next = newestFirst(lines, idsOf(settled.filter(({ at }) => at <= end)));
  return withFresh({ ...feed, order: [...order, ...next] }, idsOf(settled.filter(({ at }) => at > end)));
}

function withFresh(feed: Feed, ids: readonly string[]): Feed {
  return ids.length === 0 ? feed : { ...feed, fresh: newestFirst(feed.lines, new Set([...ids, ...feed.fresh])) };
}

/** `isNews`: the message as it stood at this entry is newer than what is known of it. */
function noteEntry(lines: Map<string, FeedLine>, entry: ActivityItem, isNews = false): void {
  const { messageId } = entry;
  const line = lines.get(messageId) ?? { entry: null, message: null };
  const newest = line.entry === null || entry.id < line.entry.id ? entry : line.entry;
  const message = (isNews ? entry.message : null) ?? line.message ?? entry.message;
  lines.set(messageId, { messageId, at: timeOf(newest, message), entry: newest, message });
}

function noteMessage(lines: Map<string, FeedLine>, message: MessageSummary): void {
  const entry = lines.get(message.id)?.entry ?? null;
  lines.set(message.id, { messageId: message.id, at: timeOf(entry, message), entry, message });
}

/**
 * When a message last had anything to say: the latest of its sending, its newest entry and the last look or click of a person,
 * also one that came too soon after another to be told.
 */
function timeOf(entry: ActivityItem | null, message: MessageSummary | null): number {
  const told = entry === null ? 0 : timeOfId(entry.id);
  return message === null ? told : Math.max(told, sentTime(message), Date.parse(message.lastPersonAt ?? '') || 0);
}

/** Whether a line that was there before belongs further up now. */
function isLater(line: FeedLine | undefined, before: FeedLine | undefined): boolean {
  return line !== undefined && before !== undefined && line.at > before.at;
}

function sentTime({ id, sentAt }: MessageSummary): number {
  const sent = Date.parse(sentAt ?? '');
  return Number.isNaN(sent) ? timeOfId(id) : sent;
}

/** Those that came since, the newest first; null: there are more of them than the page holds. */
function newEntries(feed: Feed, { items, next }: ListPart<ActivityItem>): ActivityItem[] | null {
  const newest = newestEntryOf(feed);
  const found = items.filter((entry) => newest === null || entry.id < newest);
  return found.length === items.length && next !== null ? null : found;
}

/** As `newEntries`. What is older than the read part of the list will come with its page. */
function newMessages(feed: Feed, { items, next }: ListPart<MessageSummary>): MessageSummary[] | null {
  const found = items.filter(({ id }) => !feed.lines.has(id) && timeOfId(id) >= feed.messages.reached);
  return found.length === items.length && next !== null ? null : found;
}

/** Drops messages that would be on the first page if they were still there. */
function withoutGone(feed: Feed, { items, next }: ListPart<MessageSummary>): Feed {
  const there = new Set(items.map((message) => message.id));
  const last = items.at(-1)?.id ?? '';
  const isGone = (id: string): boolean => !there.has(id) && (next === null || id <= last);
  const stays = (id: string): boolean => !isGone(id);
  return {
    ...feed,
    lines: new Map([...feed.lines].filter(([id]) => stays(id))),
    order: feed.order.filter(stays),
    fresh: feed.fresh.filter(stays),
  };
}

function newestFirst(lines: ReadonlyMap<string, FeedLine>, ids: Iterable<string>): string[] {
  const atOf = (id: string): number => lines.get(id)?.at ?? 0;
  return [...ids].sort((one, other) => atOf(other) - atOf(one) || (one < other ? -1 : 1));
}
