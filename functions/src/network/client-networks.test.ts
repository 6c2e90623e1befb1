import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APPLE_RELAY } from '@readback/core';
import { loadNetworks, NETWORK_TABLE_FILE, NOWHERE } from '../networks.ts';
import { createClientNetworks } from './client-networks.ts';
import type { ClientNetworksOptions } from './client-networks.ts';
import type { RelayWatch } from './relay-watch.ts';
import { makeTables, placeDatabase } from './tables.fixture.ts';

const PATIENT_MS = 10_000;
const NO_RELAYS: RelayWatch = { has: () => false };

let folder = '';

beforeEach(async () => {
  folder = await makeTables();
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function openNetworks(options: Partial<ClientNetworksOptions> = {}) {
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  return { logged, ...createClientNetworks({ folder, cityDatabase: null, relays: NO_RELAYS, log, ...options }) };
}

describe('createClientNetworks', () => {
  it('loads the tables at the first look-up', async () => {
    const { find, notes, logged } = openNetworks();
    const network = { asn: 64501, organisation: 'Example Telecom', kind: 'access' };
    expect(notes()).toEqual([]);
    expect(await find('100.0.1.1', PATIENT_MS)).toEqual({ network, country: 'DE', city: null });
    await rm(join(folder, NETWORK_TABLE_FILE));
    expect(await find('100.0.1.1', PATIENT_MS)).toMatchObject({ network });
    expect(logged).toEqual([]);
  });

  it('waits no longer than it may, and knows more when the tables are there', async () => {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const load = async () => {
      await arrived;
      return await loadNetworks(folder);
    };
    const { find } = openNetworks({ load });
    expect(await find('100.0.1.1', 1)).toEqual(NOWHERE);
    arrive();
    expect(await find('100.0.1.1', PATIENT_MS)).toMatchObject({ network: { asn: 64501 } });
  });

  it('goes on without tables, says so once in the log and always in a note', async () => {
    const { find, notes, logged } = openNetworks({ folder: join(folder, 'nowhere') });
    expect(notes()).toEqual([expect.stringContaining('network tables are missing')]);
    expect(await find('100.0.1.1', PATIENT_MS)).toEqual(NOWHERE);
    expect(await find('100.0.2.1', PATIENT_MS)).toEqual(NOWHERE);
    expect(logged).toEqual(['networks-not-loaded']);
    expect(notes()).toEqual([expect.stringContaining('network tables are missing')]);
  });

  it('goes on with a damaged table', async () => {
    await writeFile(join(folder, NETWORK_TABLE_FILE), new Uint8Array(64));
    const { find, notes, logged } = openNetworks();
    expect(await find('100.0.1.1', PATIENT_MS)).toEqual(NOWHERE);
    expect(logged).toEqual(['networks-not-loaded']);
    expect(notes()).toHaveLength(1);
  });

  it('goes on with a table that turns out damaged when it is read', async () => {
    const broken = placeDatabase({ '100.0.1.0/24': { country_code: 'DE' } });
    // A pointer far behind the end, in the place of each record of the tree.
    await writeFile(join(folder, 'country.mmdb'), broken.fill(0x7f, 0, broken.indexOf(Buffer.alloc(16)) - 8));
    const { find, logged, notes } = openNetworks();
    expect(await find('100.0.1.1', PATIENT_MS)).toEqual(NOWHERE);
    expect(await find('100.0.2.1', PATIENT_MS)).toEqual(NOWHERE);
    expect(logged).toEqual(['networks-not-loaded']);
    expect(notes()).toHaveLength(1);
  });

  it('tells cities from the database of the admin', async () => {
    const cityDatabase = join(folder, 'cities.mmdb');
    await writeFile(cityDatabase, placeDatabase({ '100.0.1.0/24': { city: 'Berlin', country_code: 'DE' } }));
    expect(await openNetworks({ cityDatabase }).find('100.0.1.1', PATIENT_MS)).toMatchObject({ city: 'Berlin' });
  });

  it('tells networks and countries when the city database can’t be read', async () => {
    const cityDatabase = join(folder, 'cities.mmdb');
    await writeFile(cityDatabase, 'nothing of the kind');
    const { find, notes, logged } = openNetworks({ cityDatabase });
    expect(await find('100.0.1.1', PATIENT_MS)).toMatchObject({ network: { asn: 64501 }, country: 'DE', city: null });
    expect(logged).toEqual(['cities-not-loaded']);
    expect(notes()).toEqual([expect.stringContaining('CITY_DATABASE')]);
  });

  it.each([
    ['100.0.2.1', 64502],
    ['2001:db8::1', 0],
  ])('calls the network of an address on Apple’s list by its relay (%s)', async (ip, asn) => {
    const { find } = openNetworks({ relays: { has: () => true } });
    const { network } = await find(ip, PATIENT_MS);
    expect(network).toEqual({ asn, organisation: APPLE_RELAY, kind: 'privacy-relay' });
  });

  it('asks Apple’s list for what is no address not at all', async () => {
    const has = () => {
      throw new Error('must not be asked');
    };
    expect(await openNetworks({ relays: { has } }).find('nonsense', PATIENT_MS)).toEqual(NOWHERE);
  });
});
