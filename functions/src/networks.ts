import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Network } from '@readback/core';
import { parseAddress } from './network/address-number.ts';
import { readNetworkTable } from './network/network-table.ts';
import { readPlaceTable } from './network/place-table.ts';

/** Whose network an address is in, and where. */
export interface Networks {
  /** Nulls where nothing is known, and for what isn't an address. */
  find(ip: string): Place;
  /** Null for an AS that announces nothing. */
  findAs(asn: number): Network | null;
}

/** What is known of an address. */
export interface Place {
  network: Network | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** English name; null unless the admin gave a city database. */
  city: string | null;
}

/** The place of an address of which nothing is known. */
export const NOWHERE: Place = { network: null, country: null, city: null };

/** File names in the folder of tables. */
export const NETWORK_TABLE_FILE = 'networks.bin';
export const COUNTRY_TABLE_FILE = 'country.mmdb';

/**
 * Loads the tables that the build made. Rejects with what to do when they aren't there.
 * @param folder where they lie; default: `networks/` beside the running bundle, else `dist/app/networks/` of the project.
 * @param cityDatabase path of a database in MaxMind's format with cities; default: none.
 */
export async function loadNetworks(folder = findFolder(), cityDatabase: string | null = null): Promise<Networks> {
  const [tableFile, countryFile, cityFile] = await Promise.all([
    readFile(join(folder, NETWORK_TABLE_FILE)),
    readFile(join(folder, COUNTRY_TABLE_FILE)),
    cityDatabase === null ? null : readFile(cityDatabase),
  ]);
  const table = readNetworkTable(tableFile);
  const countries = readPlaceTable(countryFile);
  const cities = cityFile && readPlaceTable(cityFile);
  return {
    findAs: (asn) => table.findAs(asn),
    find: (ip) => {
      const address = parseAddress(ip);
      if (address === null) return NOWHERE;
      const text = address.version === 4 ? dotted(address.value) : ip.replace(/%.*$/, '');
      const exact = cities?.find(address, text);
      return {
        network: table.findAddress(address),
        country: exact?.country ?? countries.find(address, text).country,
        city: exact?.city ?? null,
      };
    },
  };
}

/** Whether the tables lie where they are looked for. */
export function hasNetworks(folder: string): boolean {
  return [NETWORK_TABLE_FILE, COUNTRY_TABLE_FILE].every((name) => existsSync(join(folder, name)));
}

function dotted(value: number): string {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');
}

/** Beside the bundle where it is deployed; in a clone, the folder that `npm run build` fills. */
function findFolder(): string {
  for (const start of [folderOfProgram(), process.cwd()]) {
    for (let at = start; ; at = dirname(at)) {
      const found = [join(at, 'networks'), join(at, 'dist', 'app', 'networks')].find((folder) =>
        existsSync(join(folder, NETWORK_TABLE_FILE)),
      );
      if (found !== undefined) return found;
      if (dirname(at) === at) break;
    }
  }
  throw new Error('The network tables are missing: run `npm run build`, which makes them in dist/app/networks.');
}

/** Where the started file lies. */
function folderOfProgram(): string {
  return dirname(process.argv[1] ?? process.cwd());
}
