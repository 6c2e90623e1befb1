import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTables, placeDatabase } from './network/tables.fixture.ts';
import { hasNetworks, loadNetworks } from './networks.ts';

let folder = '';
let cities = '';

beforeAll(async () => {
  folder = await makeTables();
  cities = join(folder, 'cities.mmdb');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('loadNetworks', () => {
  it('tells network and country of an address, and no city by itself', async () => {
    const networks = await loadNetworks(folder);
    const network = { asn: 64501, organisation: 'Example Telecom', kind: 'access' };
    expect(networks.find('100.0.1.200')).toEqual({ network, country: 'DE', city: null });
    expect(networks.find('::ffff:100.0.1.200')).toEqual({ network, country: 'DE', city: null });
    expect(networks.findAs(64501)).toEqual(network);
  });

  it.each(['100.1.0.0', '2001:db8::1', 'fe80::1%eth0', '', 'nonsense', '100.0.1', '100.0.1.1:80'])(
    'knows nothing of %j',
    async (ip) => {
      expect((await loadNetworks(folder)).find(ip)).toEqual({ network: null, country: null, city: null });
    },
  );

  it.each([
    ['of MaxMind’s shape', { country: { iso_code: 'AT' }, city: { names: { de: 'Wien', en: 'Vienna' } } }],
    ['that is flat', { country_code: 'AT', city: 'Vienna' }],
  ])('takes city and country from a database %s', async (_, record) => {
    await writeFile(cities, placeDatabase({ '100.0.1.0/25': record }));
    const networks = await loadNetworks(folder, cities);
    expect(networks.find('100.0.1.7')).toMatchObject({ country: 'AT', city: 'Vienna' });
    expect(networks.find('100.0.1.200')).toMatchObject({ country: 'DE', city: null });
  });

  it.each([
    ['has no city there', { country: { iso_code: 'AT' } }, 'AT'],
    ['has no English name', { country: { iso_code: 'AT' }, city: { names: { de: 'Wien' } } }, 'AT'],
    ['has something else in these places', { country: 'Austria', city: { names: 'Wien' } }, 'DE'],
    ['has no code of two letters', { country_code: 'Austria', city: '' }, 'DE'],
  ])('claims no more than a database that %s', async (_, record, country) => {
    await writeFile(cities, placeDatabase({ '100.0.1.0/25': record }));
    expect((await loadNetworks(folder, cities)).find('100.0.1.7')).toMatchObject({ country, city: null });
  });

  it('asks a database of IPv4 alone for no IPv6 address', async () => {
    await writeFile(
      cities,
      placeDatabase({ '0.0.0.0/1': { city: 'Anywhere' }, '128.0.0.0/1': { city: 'Anywhere' } }, 4),
    );
    const networks = await loadNetworks(folder, cities);
    expect(networks.find('100.0.1.7').city).toBe('Anywhere');
    expect(networks.find('2001:db8::1').city).toBeNull();
  });

  it.each([
    ['where there are no tables', () => join(folder, 'nowhere'), null],
    ['where the city database is missing', () => folder, 'missing.mmdb'],
  ])('rejects %s', async (_, place, database) => {
    await expect(loadNetworks(place(), database)).rejects.toThrow('ENOENT');
    expect(hasNetworks(place())).toBe(database !== null);
  });

  it('rejects a city database that isn’t one', async () => {
    await writeFile(cities, 'nothing of the kind');
    await expect(loadNetworks(folder, cities)).rejects.toThrow();
  });
});
