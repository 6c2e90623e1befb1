import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { COUNTRY_TABLE_FILE, NETWORK_TABLE_FILE } from '../../functions/src/networks.ts';
import { NETWORK_KINDS } from '../../functions/src/network/network-kinds.ts';
import { writeNetworkTable } from '../../functions/src/network/network-table.ts';
import { networkKindOf } from './network-kind.ts';

/** One line of the CSV: a block of addresses and who announces it. */
interface Announced<Address extends number | bigint> {
  start: Address;
  end: Address;
  asn: number;
  organisation: string;
}

const require = createRequire(import.meta.url);

/** Folders of the packages that the tables are made of. */
export const NETWORK_PACKAGES = {
  networks: dirname(require.resolve('@ip-location-db/asn/package.json')),
  countries: dirname(require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/package.json')),
} as const;

/**
 * Makes the network and country tables in `folder`, out of `@ip-location-db/asn` (CC-BY-4.0: RouteViews, DB-IP, NRO) and
 * `@ip-location-db/geo-whois-asn-country-mmdb` (CC0, NRO CC-BY-4.0).
 */
export async function buildNetworks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { networks, countries } = NETWORK_PACKAGES;
  const v4 = readCsv(await readFile(join(networks, 'asn-ipv4-num.csv'), 'utf8'), Number);
  const v6 = readCsv(await readFile(join(networks, 'asn-ipv6-num.csv'), 'utf8'), upperHalf);
  await writeFile(join(folder, NETWORK_TABLE_FILE), tableOf(v4, v6));
  await copyFile(join(countries, 'geo-whois-asn-country.mmdb'), join(folder, COUNTRY_TABLE_FILE));
}

/** Of an IPv6 address in decimal digits the upper 64 bits. */
export function upperHalf(digits: string): bigint {
  return BigInt(digits) >> 64n;
}

/** Reads `start,end,asn,"organisation"`; throws for a line that isn't, since a table with holes would mislead. */
export function readCsv<Address extends number | bigint>(
  text: string,
  parseNumber: (digits: string) => Address,
): readonly Announced<Address>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^(\d+),(\d+),(\d+),(.*)$/.exec(line.trimEnd());
      if (parts === null) throw new Error(`Not a line of the AS table: ${line}`);
      const [, start = '', end = '', asn = '', name = ''] = parts;
      const organisation = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
      return { start: parseNumber(start), end: parseNumber(end), asn: Number(asn), organisation };
    });
}

/** The table file for announced blocks; of IPv6 only the upper 64 bits. */
export function tableOf(v4: readonly Announced<number>[], v6: readonly Announced<bigint>[]): Uint8Array {
  const ranges4 = withGaps(v4, { first: 0, last: 0xffffffff, after: (address) => address + 1 });
  const ranges6 = withGaps(v6, { first: 0n, last: 0xffffffffffffffffn, after: (address) => address + 1n });
  const names = new Map<number, string>();
  for (const { asn, organisation } of [...v4, ...v6]) if (!names.has(asn)) names.set(asn, organisation);
  const asns = [...names.keys()].toSorted((a, b) => a - b);
  const encoded = asns.map((asn) => Buffer.from(names.get(asn) ?? ''));
  const nameStart = new Uint32Array(asns.length + 1);
  for (const [index, name] of encoded.entries()) nameStart[index + 1] = (nameStart[index] ?? 0) + name.length;
  return writeNetworkTable({
    v4Start: Uint32Array.from(ranges4, (range) => range.start),
    v4As: Uint32Array.from(ranges4, (range) => range.asn),
    v6High: Uint32Array.from(ranges6, (range) => Number(range.start >> 32n)),
    v6Low: Uint32Array.from(ranges6, (range) => Number(range.start & 0xffffffffn)),
    v6As: Uint32Array.from(ranges6, (range) => range.asn),
    asNumber: Uint32Array.from(asns),
    nameStart,
    kind: Uint8Array.from(asns, (asn) => NETWORK_KINDS.indexOf(networkKindOf(asn, names.get(asn) ?? ''))),
    names: Buffer.concat(encoded),
  });
}

/** Ranges that touch and share an AS become one; what nobody announces becomes a range of AS 0. */
function withGaps<Address extends number | bigint>(
  rows: readonly Announced<Address>[],
  space: { first: Address; last: Address; after: (address: Address) => Address },
): readonly { start: Address; asn: number }[] {
  const ranges: { start: Address; asn: number }[] = [];
  let next = space.first;
  const open = (start: Address, asn: number): void => {
    if (ranges.at(-1)?.asn !== asn) ranges.push({ start, asn });
  };
  for (const row of rows.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    if (row.start > next) open(next, 0);
    open(row.start, row.asn);
    if (row.end >= next) next = space.after(row.end);
  }
  if (next <= space.last) open(next, 0);
  return ranges;
}
