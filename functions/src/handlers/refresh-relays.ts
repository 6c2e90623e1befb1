import type { TimerHandler } from '@azure/functions';
import { refreshRelayList } from '../network/refresh-relay-list.ts';
import type { RelayRefresh, RelayStore } from '../network/refresh-relay-list.ts';

/** The weekly timer: downloads Apple's list of relay addresses, where there is a place to keep it. */
export function createRefreshRelays(refresh: Omit<RelayRefresh, 'store'> & { store: RelayStore | null }): TimerHandler {
  return async () => {
    const { store, log } = refresh;
    if (store === null) log('relay-list-skipped', { storage: false });
    else await refreshRelayList({ ...refresh, store });
  };
}
