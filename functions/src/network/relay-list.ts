import { parseAddress } from './address-number.ts';
import type { AddressNumber } from './address-number.ts';

/** Addresses through which Apple's relay (Mail Privacy Protection, iCloud Private Relay) leaves. */
export interface RelayList {
  has(address: AddressNumber): boolean;
  /** Ranges that are left after neighbours became one. */
  size: number;
}

/** Ranges as they lie in the file: first and last of each, ascending. Of IPv6 the upper 64 bits, in two halves. */
interface Ranges {
  v4: readonly (readonly [first: number, last: number])[];
  v6: readonly (readonly [first: bigint, last: bigint])[];
}

/** Names the layout of the file. */
const MAGIC = 0x52425231;

/** Apple's list had 287,000 rows in 2026; a file with this many unreadable ones is another file, or a broken one. */
const MAX_UNREADABLE = 0.01;

/** Fewer ranges than this were never published. */
const MIN_ROWS = 1_000;

export type CollapseResult = { ok: true; file: Uint8Array; rows: number } | { ok: false; problem: string };

/**
 * Turns Apple's CSV (`172.224.226.0/31,GB,GB-EN,London,`) into the file that `readRelayList` reads. Refuses what can't be
 * the list, so that an error page or a cut download never replaces a good one.
 */
export function collapseRelayCsv(csv: string, minRows = MIN_ROWS): CollapseResult {
  const lines = csv.split('\n').filter((line) => line.trim() !== '');
  const blocks = lines.map((line) => parseBlock(line.split(',')[0] ?? ''));
  const readable = blocks.filter((block) => block !== null);
  const unreadable = blocks.length - readable.length;
  if (readable.length < minRows) return { ok: false, problem: `only ${readable.length} ranges can be read` };
  if (unreadable > lines.length * MAX_UNREADABLE) return { ok: false, problem: `${unreadable} lines can't be read` };
  const v4 = merge(readable.filter((block) => block.version === 4));
  const v6 = merge(readable.filter((block) => block.version === 6));
  return { ok: true, rows: readable.length, file: writeFile({ v4: v4.map(([a, b]) => [Number(a), Number(b)]), v6 }) };
}

/** Reads the file; null when it isn't one. */
export function readRelayList(file: Uint8Array): RelayList | null {
  if (file.byteLength < 12 || file.byteLength % 4 !== 0) return null;
  const words = new Uint32Array(file.slice().buffer);
  const [magic, v4Count = 0, v6Count = 0] = words;
  if (magic !== MAGIC || words.length !== 3 + v4Count * 2 + v6Count * 4) return null;
  const v4 = words.subarray(3, 3 + v4Count * 2);
  const v6 = words.subarray(3 + v4Count * 2);
  return {
    size: v4Count + v6Count,
    has: (address) => (address.version === 4 ? holds4(v4, address.value) : holds6(v6, address.high, address.low)),
  };
}

interface Block {
  version: 4 | 6;
  first: bigint;
  last: bigint;
}

function parseBlock(text: string): Block | null {
  const parts = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text.trim());
  const address = parts && parseAddress(parts[1] ?? '');
  if (parts === null || address === null) return null;
  const length = Number(parts[2]);
  if (address.version === 4) return length <= 32 ? blockOf(4, BigInt(address.value), 32 - length) : null;
  const upper = (BigInt(address.high) << 32n) | BigInt(address.low);
  return length <= 128 ? blockOf(6, upper, Math.max(0, 64 - length)) : null;
}

function blockOf(version: 4 | 6, address: bigint, freeBits: number): Block {
  const size = 1n << BigInt(freeBits);
  const first = address - (address % size);
  return { version, first, last: first + size - 1n };
}

function merge(blocks: readonly Block[]): readonly (readonly [bigint, bigint])[] {
  const merged: [bigint, bigint][] = [];
  for (const { first, last } of blocks.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous[1] + 1n) previous[1] = last > previous[1] ? last : previous[1];
    else merged.push([first, last]);
  }
  return merged;
}

function writeFile({ v4, v6 }: Ranges): Uint8Array {
  const halves = v6.flatMap(([first, last]) => [first >> 32n, first & 0xffffffffn, last >> 32n, last & 0xffffffffn]);
  const words = Uint32Array.from([MAGIC, v4.length, v6.length, ...v4.flat(), ...halves.map(Number)]);
  return new Uint8Array(words.buffer);
}

function holds4(ranges: Uint32Array, value: number): boolean {
  const at = lastStart(ranges.length / 2, (index) => (ranges[index * 2] ?? 0) - value);
  return at >= 0 && value <= (ranges[at * 2 + 1] ?? 0);
}

function holds6(ranges: Uint32Array, high: number, low: number): boolean {
  const compare = (word: number): number => {
    const byHigh = (ranges[word] ?? 0) - high;
    return byHigh === 0 ? (ranges[word + 1] ?? 0) - low : byHigh;
  };
  const at = lastStart(ranges.length / 4, (index) => compare(index * 4));
  return at >= 0 && compare(at * 4 + 2) >= 0;
}

/** The last index whose start is at most what is looked for; -1 where there is none. */
function lastStart(length: number, compare: (index: number) => number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(middle) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
