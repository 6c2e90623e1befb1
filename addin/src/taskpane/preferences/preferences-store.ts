import type { Preferences } from '@readback/core';
import type { Timers } from '../../host/timers.ts';
import type { Api } from '../api/api-client.ts';
import { pauseAfterFailure } from '../activity/poll-pace.ts';
import { letRun } from '../let-run.ts';
import type { PreferencesEdit } from './edit-preferences.ts';

/** What a person prefers, as far as the pane knows. */
export interface PreferencesSight {
  /** With all changes, also those that the server hasn't heard of yet; null: not known yet. */
  preferences: Preferences | null;
  /** Why the latest change was taken back; null: it wasn't. */
  failure: Error | null;
}

/** How a change is made. */
export interface ChangeOptions {
  /** Taken back without a word when the server doesn't take it: for what the person didn't ask for. */
  isQuiet?: boolean;
}

/** The preferences, in the shape that React's `useSyncExternalStore` takes. Read when somebody first subscribes. */
export interface PreferencesStore {
  subscribe(listener: () => void): () => void;
  current(): PreferencesSight;
  /** Shows the change at once and tells the server soon after; takes it back when the server doesn't take it. */
  change(edit: PreferencesEdit, options?: ChangeOptions): void;
}

/** Several changes in a row are one request; short, since a pane that is closed meanwhile tells nobody. */
const PAUSE_MS = 200;

interface PendingEdit {
  edit: PreferencesEdit;
  isQuiet: boolean;
}

type PreferencesApi = Pick<Api, 'readPreferences' | 'putPreferences'>;

export function createPreferencesStore(api: PreferencesApi, timers: Pick<Timers, 'after'>): PreferencesStore {
  return new ServedPreferences(api, timers);
}

class ServedPreferences implements PreferencesStore {
  readonly #api: PreferencesApi;
  readonly #timers: Pick<Timers, 'after'>;
  readonly #listeners = new Set<() => void>();
  #saved: Preferences | null = null;
  #pending: readonly PendingEdit[] = [];
  #failure: Error | null = null;
  #sight: PreferencesSight = { preferences: null, failure: null };
  #isBusy = false;
  #failures = 0;
  #stopWaiting: (() => void) | null = null;

  constructor(api: PreferencesApi, timers: Pick<Timers, 'after'>) {
    this.#api = api;
    this.#timers = timers;
  }

  readonly subscribe: PreferencesStore['subscribe'] = (listener) => {
    this.#listeners.add(listener);
    if (this.#saved === null) letRun(this.#talk(() => this.#read()));
    return () => this.#listeners.delete(listener);
  };

  readonly current: PreferencesStore['current'] = () => this.#sight;

  readonly change: PreferencesStore['change'] = (edit, { isQuiet = false } = {}) => {
    this.#pending = [...this.#pending, { edit, isQuiet }];
    this.#failure = null;
    this.#show();
    this.#writeSoon();
  };

  #show(): void {
    const preferences = this.#saved && withEdits(this.#saved, this.#pending);
    this.#sight = { preferences, failure: this.#failure };
    for (const listener of this.#listeners) listener();
  }

  /** One conversation with the server at a time; what was changed during one is told in the next. */
  async #talk(work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    await work();
    this.#isBusy = false;
    this.#show();
    if (this.#pending.length > 0) this.#writeSoon();
  }

  async #read(): Promise<void> {
    try {
      this.#saved = await this.#api.readPreferences();
      this.#failures = 0;
    } catch {
      // Nothing that depends on them is shown until then; who looks or changes something meanwhile asks at once.
      this.#timers.after(pauseAfterFailure(this.#failures), () => this.#readAgain());
      this.#failures += 1;
    }
  }

  #readAgain(): void {
    if (this.#saved === null && this.#listeners.size > 0) letRun(this.#talk(() => this.#read()));
  }

  async #write(): Promise<void> {
    const told = this.#pending;
    try {
      const next = withEdits(await this.#api.readPreferences(), told);
      await this.#api.putPreferences(next);
      this.#saved = next;
    } catch (error) {
      const isQuiet = told.every((each) => each.isQuiet);
      if (!isQuiet) this.#failure = error instanceof Error ? error : new Error(String(error));
    }
    this.#pending = this.#pending.slice(told.length);
  }

  #writeSoon(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = this.#timers.after(PAUSE_MS, () => {
      this.#stopWaiting = null;
      letRun(this.#talk(() => this.#write()));
    });
  }
}

function withEdits(preferences: Preferences, edits: readonly PendingEdit[]): Preferences {
  return edits.reduce((before, { edit }) => edit(before), preferences);
}
