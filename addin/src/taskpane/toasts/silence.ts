import type { ActivityItem, MessageHit, Verdict } from '@readback/core';

const DAY_MS = 86_400_000;

/** From here on a return is worth an interruption. */
const LONG_SILENCE_DAYS = 3;

/** Taken for a person's; picture servers of mail services ask for their readers. */
const PEOPLE: readonly Verdict['actor'][] = ['person', 'likely-person', 'image-proxy'];

/**
 * For how many whole days no person had given a sign before a return; null: for less than three, or nobody knows. `hits` newest
 * first, at least the latest of the message.
 */
export function longSilence(hits: readonly MessageHit[], entry: ActivityItem): number | null {
  const at = Date.parse(entry.at);
  const before = hits.find((hit) => Date.parse(hit.at) < at && PEOPLE.includes(hit.verdict.actor));
  if (before === undefined) return null;
  const days = Math.floor((at - Date.parse(before.at)) / DAY_MS);
  return days >= LONG_SILENCE_DAYS ? days : null;
}
