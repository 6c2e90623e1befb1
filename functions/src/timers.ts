import type { TimerHandler } from '@azure/functions';
import type { App } from './app.ts';
import { createRefreshRelays } from './handlers/refresh-relays.ts';
import { createSweep } from './handlers/sweep.ts';
import { APPLE_RELAY_URL } from './network/refresh-relay-list.ts';
import type { RelayStore } from './network/refresh-relay-list.ts';

/** One function that runs by the clock. */
export interface Timer {
  name: string;
  /** Six fields, seconds first, UTC (NCRONTAB). */
  schedule: string;
  handler: TimerHandler;
}

/** Every timer of the app. */
export function createTimers(app: App, relayStore: RelayStore | null): readonly Timer[] {
  const relays = { store: relayStore, url: APPLE_RELAY_URL, fetch, log: app.log };
  return [
    // Every night at a time when little else is due.
    { name: 'sweep', schedule: '0 17 3 * * *', handler: createSweep(app) },
    // Often enough: of addresses that aren't on the list yet, the network still tells (open-truth.md §1a).
    { name: 'refresh-relays', schedule: '0 41 4 * * 1', handler: createRefreshRelays(relays) },
  ];
}
