import type { ActivityItem, Preferences } from '@readback/core';
import { isStarred } from '../preferences/edit-preferences.ts';

/** An entry of the activity that is told in passing when its time has come. */
interface Held {
  entry: ActivityItem;
  /** Milliseconds since 1970, by the pane's clock. */
  due: number;
}

/** What is told in passing, and when. Made anew by each step; nothing in it is changed. */
export interface ToastPlan {
  /** The newest entry that was there when the pane opened, or was taken in since; null: there was none. */
  newest: string | null;
  held: readonly Held[];
  /** What was told already, as message and kind: once in the life of a pane. */
  told: ReadonlySet<string>;
}

/** So shortly after a mail was sent, what asks may be a filter that shows it only by its further requests. */
const DOUBTFUL_MS = 60_000;
/** As long as such an entry is held (open-truth.md §5c). */
const HOLD_MS = 20_000;

/** Begins with what there is: it happened before the pane opened and is never told. Newest first, as all lists of entries. */
export function openPlan(entries: readonly ActivityItem[]): ToastPlan {
  return { newest: entries[0]?.id ?? null, held: [], told: new Set() };
}

/** Takes in what came since. `now` in milliseconds since 1970. */
export function takeEntries(plan: ToastPlan, entries: readonly ActivityItem[], now: number): ToastPlan {
  const { newest } = plan;
  const news = entries.filter((entry) => newest === null || entry.id < newest);
  if (news.length === 0) return plan;
  const corrections = news.filter((entry) => entry.what === 'correction');
  const added = news.filter(isNotable).map((entry) => ({ entry, due: now + holdOf(entry) }));
  const held = [...plan.held, ...added].filter(({ entry }) => !corrections.some((each) => isAbout(each, entry)));
  return { ...plan, newest: news[0]?.id ?? newest, held };
}

/** What is to be told now, one entry for each message, the newest; with the plan for the rest. */
export function takeDue(plan: ToastPlan, now: number): { plan: ToastPlan; due: readonly ActivityItem[] } {
  const ripe = plan.held.filter(({ due }) => due <= now).map(({ entry }) => entry);
  if (ripe.length === 0) return { plan, due: [] };
  const untold = ripe.filter((entry) => !plan.told.has(markOf(entry)));
  const newestOf = new Map<string, ActivityItem>();
  for (const entry of untold) {
    const other = newestOf.get(entry.messageId);
    if (other === undefined || entry.id < other.id) newestOf.set(entry.messageId, entry);
  }
  const held = plan.held.filter(({ due }) => due > now);
  const told = new Set([...plan.told, ...untold.map(markOf)]);
  return { plan: { ...plan, held, told }, due: [...newestOf.values()] };
}

/** When something falls due next, in milliseconds since 1970; null: nothing is held. */
export function nextDue({ held }: ToastPlan): number | null {
  return held.length === 0 ? null : Math.min(...held.map(({ due }) => due));
}

/** Whether the person wants to hear of this message. */
export function isWanted(preferences: Preferences, { messageId, message }: ActivityItem): boolean {
  if (preferences.notify === 'none' || preferences.muted.includes(messageId)) return false;
  if (preferences.notify === 'all') return true;
  return message !== null && message.recipients.some(({ address }) => isStarred(preferences, address));
}

/** First opens, returns (how long the silence was is looked up when it is due), and first clicks. */
function isNotable({ what, message }: ActivityItem): boolean {
  if (what !== 'click') return what !== 'correction';
  // What the message says of itself counts persons; an entry of an earlier version says nothing, and is told once.
  const times = message?.headline.values['times'] ?? 1;
  return times === 1;
}

function holdOf({ at, sentAt }: ActivityItem): number {
  const age = Date.parse(at) - Date.parse(sentAt ?? '');
  // An unknown time of sending may be just now.
  return Number.isNaN(age) || age < DOUBTFUL_MS ? HOLD_MS : 0;
}

/** Whether a correction takes back what an entry tells: it is about the same hit. */
function isAbout(correction: ActivityItem, entry: ActivityItem): boolean {
  return (
    correction.messageId === entry.messageId &&
    correction.at === entry.at &&
    correction.position === entry.position &&
    entry.what !== 'correction'
  );
}

function markOf({ messageId, what, id }: ActivityItem): string {
  // A mail may be returned to again and again, each time after a long silence.
  return what === 'return' ? `${messageId} ${id}` : `${messageId} ${what}`;
}
