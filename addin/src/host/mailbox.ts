import type { ClientName } from '@readback/core';
import type { Outcome } from './outcome.ts';

/** The mailbox that Outlook shows, and the Outlook that shows it. */
export interface Mailbox {
  /** The mailbox's own address; null where Outlook keeps it to itself. */
  address(): string | null;
  client(): ClientName;
  /** BCP 47, the language of Outlook's labels. */
  language(): string;
  /** One roaming setting, unparsed; null where there is none. May be an old value (docs/outlook-quirks.md#stale-settings). */
  readSetting(name: string): unknown;
  /** Saves one roaming setting; null removes it. */
  writeSetting(name: string, value: object | null): Promise<Outcome<null>>;
}
