import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from '@readback/core';
import { COUNTRY_TABLE_FILE, NETWORK_TABLE_FILE } from '../networks.ts';
import { parseAddress } from './address-number.ts';
import { NETWORK_KINDS } from './network-kinds.ts';
import { writeNetworkTable } from './network-table.ts';

/** Networks of the tests: each has the /24 of IPv4 from its first address on. */
const TEST_NETWORKS: readonly (Network & { first: string })[] = [
  { first: '100.0.1.0', asn: 64501, organisation: 'Example Telecom', kind: 'access' },
  { first: '100.0.2.0', asn: 64502, organisation: 'Example Hosting', kind: 'hosting' },
  { first: '100.0.3.0', asn: 64503, organisation: 'Example Gateways', kind: 'web-gateway' },
  { first: '100.0.4.0', asn: 64504, organisation: 'Example Motors', kind: 'other' },
];

/** A folder with tables of TEST_NETWORKS, all in Germany. */
export async function makeTables(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'readback-tables-'));
  await writeFile(join(folder, NETWORK_TABLE_FILE), networkTable());
  await writeFile(join(folder, COUNTRY_TABLE_FILE), placeDatabase({ '100.0.0.0/16': { country_code: 'DE' } }));
  return folder;
}

function networkTable(): Uint8Array {
  const starts = TEST_NETWORKS.map(({ first }) => valueOf(first));
  const names = TEST_NETWORKS.map(({ organisation }) => Buffer.from(organisation));
  const lengths = [0, ...names.map(({ length }) => length)];
  return writeNetworkTable({
    v4Start: Uint32Array.from([0, ...starts, (starts.at(-1) ?? 0) + 256]),
    v4As: Uint32Array.from([0, ...TEST_NETWORKS.map(({ asn }) => asn), 0]),
    v6High: Uint32Array.of(0),
    v6Low: Uint32Array.of(0),
    v6As: Uint32Array.of(0),
    asNumber: Uint32Array.from(TEST_NETWORKS, ({ asn }) => asn),
    nameStart: Uint32Array.from(lengths, (_, index) => lengths.slice(0, index + 1).reduce((sum, each) => sum + each)),
    kind: Uint8Array.from(TEST_NETWORKS, ({ kind }) => NETWORK_KINDS.indexOf(kind)),
    names: Buffer.concat(names),
  });
}

function valueOf(ip: string): number {
  const address = parseAddress(ip);
  if (address?.version !== 4) throw new Error(`${ip} is no IPv4 address`);
  return address.value;
}

/** What a database says of a block: texts, and maps of them. */
export interface PlaceRecord {
  [name: string]: string | PlaceRecord;
}

/** A node of the search tree: what follows a 0 and what follows a 1. */
type Branch = Node | PlaceRecord | null;
class Node {
  readonly branches: [Branch, Branch] = [null, null];
}

/**
 * A database as https://maxmind.github.io/MaxMind-DB/ describes it, of IPv4 blocks.
 * @param version 6 puts them where such trees have IPv4, behind 96 zero bits.
 */
export function placeDatabase(blocks: Readonly<Record<string, PlaceRecord>>, version: 4 | 6 = 6): Buffer {
  const root = new Node();
  for (const [block, record] of Object.entries(blocks)) {
    const [ip = '', length = '32'] = block.split('/');
    const bits = valueOf(ip).toString(2).padStart(32, '0').slice(0, Number(length));
    plant(root, (version === 6 ? '0'.repeat(96) : '') + bits, record);
  }
  const nodes: Node[] = [root];
  for (const { branches } of nodes) for (const branch of branches) if (branch instanceof Node) nodes.push(branch);
  const data: Buffer[] = [];
  const tree = Buffer.concat(nodes.flatMap(({ branches }) => branches.map((branch) => pointer(branch, nodes, data))));
  const metadata = encodeMap([
    ['node_count', encodeNumber(6, nodes.length)],
    ['record_size', encodeNumber(5, 32)],
    ['ip_version', encodeNumber(5, version)],
    ['database_type', encodeText('Test')],
    ['binary_format_major_version', encodeNumber(5, 2)],
    ['binary_format_minor_version', encodeNumber(5, 0)],
  ]);
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([tree, Buffer.alloc(16), ...data, marker, metadata]);
}

function plant(root: Node, bits: string, record: PlaceRecord): void {
  let node = root;
  for (const bit of bits.slice(0, -1)) {
    const side = bit === '1' ? 1 : 0;
    const next = node.branches[side];
    const inner = next instanceof Node ? next : new Node();
    node.branches[side] = inner;
    node = inner;
  }
  node.branches[bits.endsWith('1') ? 1 : 0] = record;
}

function pointer(branch: Branch, nodes: readonly Node[], data: Buffer[]): Buffer {
  const value = Buffer.alloc(4);
  if (branch instanceof Node) value.writeUInt32BE(nodes.indexOf(branch));
  else if (branch === null) value.writeUInt32BE(nodes.length);
  else {
    value.writeUInt32BE(nodes.length + 16 + data.reduce((sum, { length }) => sum + length, 0));
    data.push(encodeRecord(branch));
  }
  return value;
}

function encodeRecord(record: PlaceRecord): Buffer {
  return encodeMap(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'string' ? encodeText(value) : encodeRecord(value),
    ]),
  );
}

function encodeMap(entries: readonly (readonly [string, Buffer])[]): Buffer {
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([name, value]) => [encodeText(name), value])]);
}

function encodeText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([control(2, bytes.length), bytes]);
}

/** Type 5 has two bytes, type 6 four. */
function encodeNumber(type: 5 | 6, value: number): Buffer {
  const bytes = Buffer.alloc(type === 5 ? 2 : 4);
  bytes.writeUIntBE(value, 0, bytes.length);
  return Buffer.concat([control(type, bytes.length), bytes]);
}

/** Sizes of 29 and more have a byte of their own. */
function control(type: number, size: number): Buffer {
  return size < 29 ? Buffer.of((type << 5) | size) : Buffer.of((type << 5) | 29, size - 29);
}
