import type { ClientName, ClientProfile } from './client-profile.ts';
import type { Clock } from './clock.ts';
import type { LiveDraft } from './live-draft.ts';
import type { MailStore } from './mail-store.ts';
import type { Manifest } from './manifest.ts';
import type { HandlerRun, MailboxStorage, OtherAddin, OutlookOptions, Profile } from './outlook.ts';
import type { QuirkBook } from './quirks.ts';
import type { RoamingSettings } from './roaming-settings.ts';
import type { Session } from './session.ts';

/** What the parts of one simulated Outlook share. */
export interface World {
  readonly options: OutlookOptions;
  readonly client: ClientName;
  readonly facts: ClientProfile;
  readonly clock: Clock;
  readonly quirks: QuirkBook;
  readonly manifest: Manifest | null;
  readonly profile: Profile;
  readonly store: MailStore;
  readonly storage: MailboxStorage;
  readonly roaming: RoamingSettings;
  readonly drafts: LiveDraft[];
  /** Every handler that ran. */
  readonly runs: HandlerRun[];
  readonly sessions: Set<Session>;
  /** The other add-ins that write into this draft at send. */
  otherAddinsFor(draft: LiveDraft): readonly OtherAddin[];
  /** Tells the page to draw again. */
  changed(): void;
  /** A number that no other item of this Outlook has. */
  nextNumber(): number;
}

/** A promise that settles when the clock has moved on so far. */
export function wait(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}
