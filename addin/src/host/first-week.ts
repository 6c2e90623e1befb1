import { integerOf, memberOf } from '@readback/core';
import type { Mailbox } from './mailbox.ts';

/**
 * Name of the roaming setting that says that this person was introduced to Readback. It stands there, not with the server
 * alone, since handlers have to know without asking anybody.
 */
export const INTRODUCTION_SETTING = 'introduction';

/** What that setting holds. */
export interface Introduction {
  /** Milliseconds since 1970. */
  at: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** Whether this person was introduced less than a week ago, or not yet. `now` in milliseconds since 1970. */
export function isFirstWeek(mailbox: Pick<Mailbox, 'readSetting'>, now: number): boolean {
  return integerOf(memberOf(mailbox.readSetting(INTRODUCTION_SETTING), 'at'), 0, now - WEEK_MS) === null;
}
