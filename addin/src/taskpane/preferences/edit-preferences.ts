import type { Preferences } from '@readback/core';

/** A change of preferences. Made of what the server holds at that moment, so that two devices don't undo each other's. */
export type PreferencesEdit = (preferences: Preferences) => Preferences;

/** As many as the server takes; the oldest make room. */
const MOST = { starred: 500, muted: 200, seen: 200 };

/** Of which mails toasts tell. */
export function notifyOf(notify: Preferences['notify']): PreferencesEdit {
  return (preferences) => ({ ...preferences, notify });
}

/** Stars an address, in whatever case it is written, or takes the star away. */
export function starAddress(address: string, isStarred: boolean): PreferencesEdit {
  const wanted = address.toLowerCase();
  return (preferences) => ({ ...preferences, starred: listed(preferences.starred, wanted, isStarred, MOST.starred) });
}

/** Never tells of a message, or does again. */
export function muteMessage(messageId: string, isMuted: boolean): PreferencesEdit {
  return (preferences) => ({ ...preferences, muted: listed(preferences.muted, messageId, isMuted, MOST.muted) });
}

/** Notes that a message was looked at. `upTo` is its newest entry in the activity. */
export function seeMessage(messageId: string, upTo: string): PreferencesEdit {
  return (preferences) => {
    if (isSeen(preferences, messageId, upTo)) return preferences;
    const others = preferences.seen.filter((each) => each.messageId !== messageId && isAfter(each.upTo, preferences));
    return { ...preferences, seen: [...others, { messageId, upTo }].slice(-MOST.seen) };
  };
}

/** Notes that everything up to an entry of the activity was seen. */
export function seeAll(upTo: string): PreferencesEdit {
  return (preferences) => {
    if (!isAfter(upTo, preferences)) return preferences;
    const next = { ...preferences, seenUpTo: upTo };
    return { ...next, seen: preferences.seen.filter((each) => isAfter(each.upTo, next)) };
  };
}

/** Whether an entry of a message's was seen. Entries' ids fall with time: the newest is the smallest. */
export function isSeen(preferences: Preferences, messageId: string, entryId: string): boolean {
  if (!isAfter(entryId, preferences)) return true;
  return preferences.seen.some((each) => each.messageId === messageId && each.upTo <= entryId);
}

/** Whether an address is starred, in whatever case it is written. */
export function isStarred(preferences: Preferences, address: string): boolean {
  return preferences.starred.includes(address.toLowerCase());
}

/** Whether an entry came after everything that was seen. */
function isAfter(entryId: string, { seenUpTo }: Preferences): boolean {
  return seenUpTo === null || entryId < seenUpTo;
}

function listed(list: readonly string[], item: string, isIn: boolean, most: number): readonly string[] {
  if (list.includes(item) === isIn) return list;
  return isIn ? [...list, item].slice(-most) : list.filter((each) => each !== item);
}
