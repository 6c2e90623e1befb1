import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseAddress } from './address-number.ts';
import type { AddressNumber } from './address-number.ts';

/** Addresses through which Apple's relay (Mail Privacy Protection, iCloud Private Relay) leaves. */
export interface RelayList {
  has(address: AddressNumber): boolean;
  /** Ranges that are left after neighbours became one. */
  size: number;
}

/** Names the layout of the file. */
const MAGIC = 0x52425231;

/** Apple's list had 287,000 rows in 2026; a file with this many unreadable ones is another file, or a broken one. */
const MAX_UNREADABLE = 0.01;

/** Fewer ranges than this were never published. */
const MIN_ROWS = 1_000;

/** Lines that are read at a stretch: a few milliseconds, since links wait for the same thread. */
const LINES_PER_TURN = 2_000;

export type CollapseResult = { ok: true; file: Uint8Array; rows: number } | { ok: false; problem: string };

/**
 * Turns Apple's CSV (`172.224.226.0/31,GB,GB-EN,London,`) into the file that `readRelayList` reads. Refuses what can't be
 * the list, so that an error page or a cut download never replaces a good one.
 */
export async function collapseRelayCsv(csv: string, minRows = MIN_ROWS): Promise<CollapseResult> {
  const { v4, v6, unreadable } = await readBlocks(csv);
  const rows = v4.length + v6.length;
  if (rows < minRows) return { ok: false, problem: `only ${rows} ranges can be read` };
  if (unreadable > rows * MAX_UNREADABLE) return { ok: false, problem: `${unreadable} lines can't be read` };
  await nextTurn();
  const merged4 = merge(v4);
  await nextTurn();
  return { ok: true, rows, file: writeFile(merged4, merge(v6)) };
}

async function readBlocks(csv: string): Promise<{ v4: Span[]; v6: Span[]; unreadable: number }> {
  const read = { v4: new Array<Span>(), v6: new Array<Span>(), unreadable: 0 };
  let lines = 0;
  for (let start = 0; start < csv.length; lines += 1) {
    if (lines % LINES_PER_TURN === 0) await nextTurn();
    const newline = csv.indexOf('\n', start);
    const end = newline < 0 ? csv.length : newline;
    const line = csv.slice(start, end).trim();
    start = end + 1;
    if (line === '') continue;
    const block = parseBlock(line.split(',', 1)[0] ?? '');
    if (block === null) read.unreadable += 1;
    else read[block.version === 4 ? 'v4' : 'v6'].push(block.span);
  }
  return read;
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
    has: (address) => (address.version === 4 ? holds4(v4, address.value) : holds6(v6, address)),
  };
}

/** 64 bits in two halves: what counts of an IPv6 address; of IPv4 the upper half is 0. */
interface Halves {
  high: number;
  low: number;
}

/** First and last address of a range. */
interface Span {
  first: Halves;
  last: Halves;
}

function parseBlock(text: string): { version: 4 | 6; span: Span } | null {
  const parts = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text.trim());
  const address = parts && parseAddress(parts[1] ?? '');
  if (parts === null || address === null) return null;
  const length = Number(parts[2]);
  if (address.version === 4) {
    return length > 32 ? null : { version: 4, span: spanOf({ high: 0, low: address.value }, 32 - length) };
  }
  return length > 128 ? null : { version: 6, span: spanOf(address, Math.max(0, 64 - length)) };
}

/** The block of 2^freeBits addresses in which an address lies. */
function spanOf({ high, low }: Halves, freeBits: number): Span {
  const [firstHigh, lastHigh] = roundTo(high, 2 ** Math.max(0, freeBits - 32));
  const [firstLow, lastLow] = roundTo(low, 2 ** Math.min(32, freeBits));
  return { first: { high: firstHigh, low: firstLow }, last: { high: lastHigh, low: lastLow } };
}

function roundTo(value: number, size: number): readonly [first: number, last: number] {
  const first = value - (value % size);
  return [first, first + size - 1];
}

/** Ranges in order, neighbours made one. */
function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { first, last } of spans.toSorted((a, b) => compare(a.first, b.first))) {
    const previous = merged.at(-1);
    if (previous === undefined || compare(first, after(previous.last)) > 0) merged.push({ first, last });
    else if (compare(last, previous.last) > 0) previous.last = last;
  }
  return merged;
}

function compare(a: Halves, b: Halves): number {
  return a.high - b.high || a.low - b.low;
}

function after({ high, low }: Halves): Halves {
  return low === 0xffffffff ? { high: high + 1, low: 0 } : { high, low: low + 1 };
}

/** Of IPv4 first and last of each range, of IPv6 the same in halves; ascending. */
function writeFile(v4: readonly Span[], v6: readonly Span[]): Uint8Array {
  const words = new Uint32Array(3 + v4.length * 2 + v6.length * 4);
  words.set([MAGIC, v4.length, v6.length]);
  for (const [index, { first, last }] of v4.entries()) words.set([first.low, last.low], 3 + index * 2);
  const start6 = 3 + v4.length * 2;
  for (const [index, { first, last }] of v6.entries()) {
    words.set([first.high, first.low, last.high, last.low], start6 + index * 4);
  }
  return new Uint8Array(words.buffer);
}

function holds4(ranges: Uint32Array, value: number): boolean {
  const at = lastStart(ranges.length / 2, (index) => (ranges[index * 2] ?? 0) - value);
  return at >= 0 && value <= (ranges[at * 2 + 1] ?? 0);
}

function holds6(ranges: Uint32Array, address: Halves): boolean {
  const compareWith = (word: number): number =>
    compare({ high: ranges[word] ?? 0, low: ranges[word + 1] ?? 0 }, address);
  const at = lastStart(ranges.length / 4, (index) => compareWith(index * 4));
  return at >= 0 && compareWith(at * 4 + 2) >= 0;
}

/** The last index whose start is at most what is looked for; -1 where there is none. */
function lastStart(length: number, compareAt: (index: number) => number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAt(middle) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
