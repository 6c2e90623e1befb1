import { APPLE_RELAY } from '@readback/core';
import { settleWithin } from '../hit/settle-within.ts';
import { errorFacts } from '../log.ts';
import type { Log } from '../log.ts';
import { hasNetworks, loadNetworks, NOWHERE } from '../networks.ts';
import type { Networks, Place } from '../networks.ts';
import { parseAddress } from './address-number.ts';
import type { RelayWatch } from './relay-watch.ts';

/** Whose networks clients ask from, for as long as the app runs. */
export interface ClientNetworks {
  /**
   * Nulls for what isn't known, or not within the limit: the tables are loaded when the first address is looked up. Never
   * rejects.
   */
  find(address: string, limitMs: number): Promise<Place>;
  /** What keeps hits from telling more, in words for whoever runs the app. Nothing of it is a fault. */
  notes(): readonly string[];
}

export interface ClientNetworksOptions {
  /** Where the tables lie. */
  folder: string;
  /** Path of a database with cities; null: none. */
  cityDatabase: string | null;
  relays: RelayWatch;
  log: Log;
  /** Default: `loadNetworks`. */
  load?: typeof loadNetworks;
}

const TABLES_MISSING =
  'The network tables are missing or damaged, so verdicts are less sure and no country is told. Deploy all of dist/app.';
const CITIES_UNREADABLE =
  'The file that CITY_DATABASE names is not a database in MaxMind’s format, so only countries are told.';

/** Loads the tables at the first look-up and keeps them. Each failure is logged once. */
export function createClientNetworks(options: ClientNetworksOptions): ClientNetworks {
  const { folder, cityDatabase, relays, log, load = loadNetworks } = options;
  const failed = new Set<string>();
  let loading: Promise<Networks | null> | null = null;

  const fail = (note: string, event: string, error: unknown): null => {
    if (!failed.has(note)) log(event, errorFacts(error));
    failed.add(note);
    return null;
  };

  const open = async (): Promise<Networks | null> => {
    const withCities = cityDatabase === null ? null : await load(folder, cityDatabase).catch(noCities);
    return withCities ?? (await load(folder).catch(noTables));
  };
  const noCities = (error: unknown): null => fail(CITIES_UNREADABLE, 'cities-not-loaded', error);
  const noTables = (error: unknown): null => fail(TABLES_MISSING, 'networks-not-loaded', error);

  return {
    find: async (address, limitMs) => {
      loading ??= open();
      const networks = await settleWithin(loading, limitMs);
      return throughRelay(lookUp(networks, address, noTables), address, relays);
    },
    notes: () => {
      if (failed.has(TABLES_MISSING) || !hasNetworks(folder)) return [TABLES_MISSING];
      return [...failed];
    },
  };
}

/** A damaged table shows when it is read. */
function lookUp(networks: Networks | null, address: string, damaged: (error: unknown) => null): Place {
  try {
    return networks?.find(address) ?? NOWHERE;
  } catch (error) {
    return damaged(error) ?? NOWHERE;
  }
}

/** Apple's list knows its relay's addresses among those of the networks that it leaves through. */
function throughRelay(place: Place, address: string, relays: RelayWatch): Place {
  const parsed = parseAddress(address);
  if (parsed === null || !relays.has(parsed)) return place;
  return { ...place, network: { asn: place.network?.asn ?? 0, organisation: APPLE_RELAY, kind: 'privacy-relay' } };
}
