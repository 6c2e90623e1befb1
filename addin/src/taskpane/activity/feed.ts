import type { ActivityItem, ListPart, MessageSummary, Overview } from '@readback/core';

/** A message in the activity. */
export interface FeedLine {
  messageId: string;
  /** When something last happened to it that is worth telling, or when it was sent; milliseconds since 1970. */
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
 * The activity and the messages as one list, the message with the newest event first. What was once shown keeps its place until
 * `showFresh`, whatever is read later.
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
function timeOfId(id: string): number {
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
  return settle({ ...feed, lines, messages: frontierAfter(items, next) });
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
  const touched = [...entries.map((entry) => entry.messageId), ...messages.map((message) => message.id)];
  const fresh = newestFirst(lines, new Set([...touched, ...feed.fresh]));
  return withoutGone({ ...feed, lines, fresh, version: overview.version }, overview.messages);
}

/** Shows what happened since at the top. */
export function showFresh(feed: Feed): Feed {
  if (feed.fresh.length === 0) return feed;
  const fresh = new Set(feed.fresh);
  return { ...feed, order: [...feed.fresh, ...feed.order.filter((id) => !fresh.has(id))], fresh: [] };
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

/** Appends what no unread page can push further down. */
function settle(feed: Feed): Feed {
  const known = new Set([...feed.order, ...feed.fresh]);
  const bound = Math.max(feed.activity.reached, feed.messages.reached);
  const settled = [...feed.lines.values()].filter(({ messageId, at }) => at >= bound && !known.has(messageId));
  if (settled.length === 0) return feed;
  return {
    ...feed,
    order: [
      ...feed.order,
      ...newestFirst(
        feed.lines,
        settled.map((line) => line.messageId),
      ),
    ],
  };
}

/** `isNews`: the message as it stood at this entry is newer than what is known of it. */
function noteEntry(lines: Map<string, FeedLine>, entry: ActivityItem, isNews = false): void {
  const { messageId } = entry;
  const at = timeOfId(entry.id);
  const line = lines.get(messageId) ?? { messageId, at, entry: null, message: null };
  const newest = line.entry === null || entry.id < line.entry.id ? entry : line.entry;
  const message = (isNews ? entry.message : null) ?? line.message ?? entry.message;
  lines.set(messageId, { messageId, at: Math.max(line.at, at), entry: newest, message });
}

function noteMessage(lines: Map<string, FeedLine>, message: MessageSummary): void {
  const line = lines.get(message.id);
  const at = Math.max(line?.at ?? 0, sentTime(message));
  lines.set(message.id, { messageId: message.id, at, entry: line?.entry ?? null, message });
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
  const timeOf = (id: string): number => lines.get(id)?.at ?? 0;
  return [...ids].sort((one, other) => timeOf(other) - timeOf(one) || (one < other ? -1 : 1));
}
