import { Reader } from 'mmdb-lib';
import type { CityResponse } from 'mmdb-lib';
import type { AddressNumber } from './address-number.ts';

/** Where an address is, as a database in MaxMind's format says. */
export interface PlaceTable {
  /** `text` is the same address, as it is written; IPv4 inside IPv6 as IPv4. */
  find(address: AddressNumber, text: string): { country: string | null; city: string | null };
}

const NOWHERE = { country: null, city: null };

/** Reads a database of MaxMind's own shape, or of the flat one that ip-location-db publishes. Throws when it isn't one. */
export function readPlaceTable(file: Buffer): PlaceTable {
  const reader = new Reader<CityResponse>(file);
  return {
    find: ({ version }, text) => {
      // The reader would walk an IPv6 address through a tree of IPv4 ones, and end anywhere.
      if (version === 6 && reader.metadata.ipVersion === 4) return NOWHERE;
      const record: unknown = reader.get(text);
      return { country: readCountry(record), city: readCity(record) };
    },
  };
}

/** MaxMind: `{ country: { iso_code } }`. Flat: `{ country_code }`. */
function readCountry(record: unknown): string | null {
  const code = textAt(record, 'country', 'iso_code') ?? textAt(record, 'country_code');
  return code !== null && /^[A-Z]{2}$/.test(code) ? code : null;
}

/** MaxMind: `{ city: { names: { en } } }`. Flat: `{ city }`. */
function readCity(record: unknown): string | null {
  return textAt(record, 'city', 'names', 'en') ?? textAt(record, 'city');
}

function textAt(record: unknown, ...names: readonly string[]): string | null {
  let value = record;
  for (const name of names) value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
  return typeof value === 'string' && value !== '' ? value : null;
}
