import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { COUNTRY_TABLE_FILE, NETWORK_TABLE_FILE } from '../../functions/src/networks.ts';
import { NETWORK_KINDS } from '../../functions/src/network/network-kinds.ts';
import { writeNetworkTable } from '../../functions/src/network/network-table.ts';
import { networkKindOf } from './network-kind.ts';

/** One line of the CSV: a block of addresses and who announces it. */
interface Announced {
  start: bigint;
  end: bigint;
  asn: number;
  organisation: string;
}

const require = createRequire(import.meta.url);

/**
 * Makes the network and country tables in `folder`, out of `@ip-location-db/asn` (CC-BY-4.0: RouteViews, DB-IP, NRO) and
 * `@ip-location-db/geo-whois-asn-country-mmdb` (CC0, NRO CC-BY-4.0).
 */
export async function buildNetworks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const asnFolder = dirname(require.resolve('@ip-location-db/asn/package.json'));
  const v4 = readCsv(await readFile(join(asnFolder, 'asn-ipv4-num.csv'), 'utf8'));
  const v6 = readCsv(await readFile(join(asnFolder, 'asn-ipv6-num.csv'), 'utf8')).map((row) => ({
    ...row,
    start: row.start >> 64n,
    end: row.end >> 64n,
  }));
  await writeFile(join(folder, NETWORK_TABLE_FILE), tableOf(v4, v6));
  const countryFolder = dirname(require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/package.json'));
  await copyFile(join(countryFolder, 'geo-whois-asn-country.mmdb'), join(folder, COUNTRY_TABLE_FILE));
}

/** Reads `start,end,asn,"organisation"`; throws for a line that isn't, since a table with holes would mislead. */
export function readCsv(text: string): readonly Announced[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^(\d+),(\d+),(\d+),(.*)$/.exec(line.trimEnd());
      if (parts === null) throw new Error(`Not a line of the AS table: ${line}`);
      const [, start = '', end = '', asn = '', name = ''] = parts;
      const organisation = name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"');
      return { start: BigInt(start), end: BigInt(end), asn: Number(asn), organisation };
    });
}

/** The table file for announced blocks; of IPv6 only the upper 64 bits. */
export function tableOf(v4: readonly Announced[], v6: readonly Announced[]): Uint8Array {
  const ranges4 = withGaps(v4);
  const ranges6 = withGaps(v6);
  const names = new Map<number, string>();
  for (const row of [...v4, ...v6]) if (!names.has(row.asn)) names.set(row.asn, row.organisation);
  const asns = [...names.keys()].toSorted((a, b) => a - b);
  const encoded = asns.map((asn) => Buffer.from(names.get(asn) ?? ''));
  const nameStart = new Uint32Array(asns.length + 1);
  for (const [index, name] of encoded.entries()) nameStart[index + 1] = (nameStart[index] ?? 0) + name.length;
  return writeNetworkTable({
    v4Start: Uint32Array.from(ranges4, (range) => Number(range.start)),
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
function withGaps(rows: readonly Announced[]): readonly { start: bigint; asn: number }[] {
  const ranges: { start: bigint; asn: number }[] = [];
  let next = 0n;
  const open = (start: bigint, asn: number): void => {
    if (ranges.at(-1)?.asn !== asn) ranges.push({ start, asn });
  };
  for (const row of rows.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    if (row.start > next) open(next, 0);
    open(row.start, row.asn);
    if (row.end >= next) next = row.end + 1n;
  }
  open(next, 0);
  return ranges;
}
