import { integerOf, memberOf } from '@readback/core/records';
import type { Mailbox } from './mailbox.ts';

/**
 * Name of the roaming setting that notes when this person finished the introduction. Not only the server keeps that, since
 * handlers have to know it without a request.
 */
export const INTRODUCTION_SETTING = 'introduction';

/** What that setting holds. */
export interface IntroductionNote {
  /** Milliseconds since 1970. */
  at: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** When this person finished the introduction, milliseconds since 1970, as far as this Outlook knows; null: not yet. */
export function introducedAt(mailbox: Pick<Mailbox, 'readSetting'>): number | null {
  return integerOf(memberOf(mailbox.readSetting(INTRODUCTION_SETTING), 'at'), 0, 2 ** 48);
}

/** Whether that was less than a week ago, or isn't yet. `now` in milliseconds since 1970. */
export function isFirstWeek(mailbox: Pick<Mailbox, 'readSetting'>, now: number): boolean {
  const at = introducedAt(mailbox);
  return at === null || now - at < WEEK_MS;
}
