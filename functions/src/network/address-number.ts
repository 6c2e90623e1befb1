import { isIP } from 'node:net';

/** An IP address as numbers that sort as addresses do. */
export type AddressNumber =
  | { version: 4; value: number }
  /** The upper 64 bits, in two halves: networks are announced in blocks of at least that size. */
  | { version: 6; high: number; low: number };

/** Reads an address; IPv4 inside IPv6 (`::ffff:192.0.2.1`) is IPv4. Null for anything that isn't one. */
export function parseAddress(text: string): AddressNumber | null {
  const family = isIP(text);
  if (family === 0) return null;
  if (family === 4) return { version: 4, value: ipv4Value(text) };
  const groups = ipv6Groups(text);
  const [first = 0, second = 0, third = 0, fourth = 0] = [0, 2, 4, 6].map((at) =>
    joined(groups[at] ?? 0, groups[at + 1] ?? 0),
  );
  const isMapped = first === 0 && second === 0 && third === 0xffff;
  return isMapped ? { version: 4, value: fourth } : { version: 6, high: first, low: second };
}

/** The eight groups of an IPv6 address that `node:net` takes for one; a zone (`%eth0`) doesn't count. */
export function ipv6Groups(address: string): readonly number[] {
  const [head = '', tail] = spellDotted(address.replace(/%.*$/, '')).split('::');
  const front = readGroups(head);
  if (tail === undefined) return front;
  const back = readGroups(tail);
  return [...front, ...Array<number>(Math.max(0, 8 - front.length - back.length)).fill(0), ...back];
}

function ipv4Value(text: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
  return joined(a * 256 + b, c * 256 + d);
}

/** Writes a dotted tail (`64:ff9b::192.0.2.1`, RFC 6052) as two groups. */
function spellDotted(address: string): string {
  if (!address.includes('.')) return address;
  const at = address.lastIndexOf(':') + 1;
  const value = ipv4Value(address.slice(at));
  return `${address.slice(0, at)}${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
}

function readGroups(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

/** Two halves of 16 bits as one number of 32. */
function joined(upper: number, lower: number): number {
  return upper * 0x10000 + lower;
}
