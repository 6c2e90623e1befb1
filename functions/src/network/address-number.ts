import ipaddr from 'ipaddr.js';

/** An IP address as numbers that sort as addresses do. */
export type AddressNumber =
  | { version: 4; value: number }
  /** The upper 64 bits, in two halves: networks are announced in blocks of at least that size. */
  | { version: 6; high: number; low: number };

/** Reads an address; IPv4 inside IPv6 (`::ffff:192.0.2.1`) is IPv4. Null for anything that isn't one. */
export function parseAddress(text: string): AddressNumber | null {
  if (!ipaddr.isValid(text) || (!text.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(text))) return null;
  const address = ipaddr.process(text);
  const bytes = address.toByteArray();
  if (address.kind() === 'ipv4') return { version: 4, value: uint32(bytes, 0) };
  return { version: 6, high: uint32(bytes, 0), low: uint32(bytes, 4) };
}

function uint32(bytes: readonly number[], at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at, at + 4);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
