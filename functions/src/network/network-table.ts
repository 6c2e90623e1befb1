import type { Network } from '@readback/core';
import type { AddressNumber } from './address-number.ts';
import { NETWORK_KINDS } from './network-kinds.ts';

/** Names the layout of the file; another layout gets another name. */
const TABLE_MAGIC = 0x52424e31;

/** Who announces which addresses: built from CSV at build time, read as it lies at run time. */
export interface NetworkTable {
  findAddress(address: AddressNumber): Network | null;
  findAs(asn: number): Network | null;
}

/** What the file holds, one after the other, each little-endian and aligned to four bytes. */
interface TableParts {
  /** First address of each range, ascending; a gap between networks is a range of AS 0. */
  v4Start: Uint32Array;
  v4As: Uint32Array;
  v6High: Uint32Array;
  v6Low: Uint32Array;
  v6As: Uint32Array;
  /** Ascending. */
  asNumber: Uint32Array;
  /** Where the organisation's name starts among `names`; one more at the end. */
  nameStart: Uint32Array;
  /** Index into NETWORK_KINDS. */
  kind: Uint8Array;
  /** UTF-8. */
  names: Uint8Array;
}

/** Writes the file that `readNetworkTable` reads. */
export function writeNetworkTable(parts: TableParts): Uint8Array {
  const arrays = partsInOrder(parts);
  const header = Uint32Array.of(TABLE_MAGIC, ...arrays.map((array) => array.length));
  const pieces = [header, ...arrays].map(padded);
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Reads the file without copying it. Throws when it isn't one, or was cut. */
export function readNetworkTable(file: Uint8Array): NetworkTable {
  return lookUpIn(cutParts(file));
}

function cutParts(file: Uint8Array): TableParts {
  const counts = new Uint32Array(file.buffer, file.byteOffset, 10);
  if (counts[0] !== TABLE_MAGIC)
    throw new Error('The network table is not of a kind that this version reads. Build again.');
  let at = 40;
  const bytes = (index: number, size: number): number => {
    const start = file.byteOffset + at;
    at += Math.ceil(((counts[index] ?? 0) * size) / 4) * 4;
    if (at > file.byteLength) throw new Error('The network table is cut off. Build again.');
    return start;
  };
  const words = (index: number) => new Uint32Array(file.buffer, bytes(index, 4), counts[index]);
  const octets = (index: number) => new Uint8Array(file.buffer, bytes(index, 1), counts[index]);
  return {
    v4Start: words(1),
    v4As: words(2),
    v6High: words(3),
    v6Low: words(4),
    v6As: words(5),
    asNumber: words(6),
    nameStart: words(7),
    kind: octets(8),
    names: octets(9),
  };
}

function partsInOrder(parts: TableParts): readonly (Uint32Array | Uint8Array)[] {
  const { v4Start, v4As, v6High, v6Low, v6As, asNumber, nameStart, kind, names } = parts;
  return [v4Start, v4As, v6High, v6Low, v6As, asNumber, nameStart, kind, names];
}

function padded(array: Uint32Array | Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(array.byteLength / 4) * 4);
  bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return bytes;
}

function lookUpIn(parts: TableParts): NetworkTable {
  const decoder = new TextDecoder();
  const findAs = (asn: number): Network | null => {
    const at = lastAtMost(parts.asNumber.length, (index) => (parts.asNumber[index] ?? 0) - asn);
    if (at < 0 || parts.asNumber[at] !== asn) return null;
    const name = parts.names.subarray(parts.nameStart[at], parts.nameStart[at + 1]);
    return { asn, organisation: decoder.decode(name), kind: NETWORK_KINDS[parts.kind[at] ?? 0] ?? 'other' };
  };
  const asOf = (address: AddressNumber): number => {
    if (address.version === 4) {
      const at = lastAtMost(parts.v4Start.length, (index) => (parts.v4Start[index] ?? 0) - address.value);
      return parts.v4As[at] ?? 0;
    }
    const at = lastAtMost(parts.v6High.length, (index) => {
      const byHigh = (parts.v6High[index] ?? 0) - address.high;
      return byHigh === 0 ? (parts.v6Low[index] ?? 0) - address.low : byHigh;
    });
    return parts.v6As[at] ?? 0;
  };
  return { findAs, findAddress: (address) => findAs(asOf(address)) };
}

/** The last index whose entry is at most what is looked for (`compare` <= 0); -1 where there is none. */
function lastAtMost(length: number, compare: (index: number) => number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(middle) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
