import { errorFacts } from '../log.ts';
import type { Log } from '../log.ts';
import type { AddressNumber } from './address-number.ts';
import type { RelayStore } from './refresh-relay-list.ts';
import { readRelayList } from './relay-list.ts';
import type { RelayList } from './relay-list.ts';

/** Knows Apple's list as the weekly timer last left it in the store. */
export interface RelayWatch {
  /** Answers at once; false too while no list is known. Asking is what makes it fetch the list, in the background. */
  has(address: AddressNumber): boolean;
}

export interface RelayWatchOptions {
  /** Null: there is no place where a list could be kept. */
  store: Pick<RelayStore, 'load'> | null;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
}

/** The timer replaces the list once a week at most. */
const FRESH_MS = 24 * 3_600_000;

/** How soon it is looked for again where there was none, or storage failed. */
const RETRY_MS = 3_600_000;

/** Watches the list in a store. It is first fetched when somebody first asks. */
export function createRelayWatch({ store, now, log }: RelayWatchOptions): RelayWatch {
  let list: RelayList | null = null;
  let nextLoad = 0;

  const load = async (from: Pick<RelayStore, 'load'>): Promise<void> => {
    const kept = await from.load();
    const loaded = kept && readRelayList(kept.file);
    if (loaded === null) return;
    list = loaded;
    nextLoad = now() + FRESH_MS;
  };

  return {
    has: (address) => {
      if (store !== null && now() >= nextLoad) {
        // Also keeps everybody else from fetching while this is under way.
        nextLoad = now() + RETRY_MS;
        load(store).catch((error: unknown) => log('relay-list-not-loaded', errorFacts(error)));
      }
      return list?.has(address) ?? false;
    },
  };
}
