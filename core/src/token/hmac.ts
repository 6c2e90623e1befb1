import { _SHA256 } from '@noble/hashes/sha2.js';

/** Bytes that SHA-256 takes in at once: RFC 2104 pads the key to as many. */
const BLOCK_LENGTH = 64;

/**
 * HMAC-SHA256 (32 bytes) over the parts one after another. RFC 2104 §2 written out over noble's SHA-256, since noble's HMAC for
 * any hash costs the handlers' file 0.4 KB (docs/decisions/0045-hmac-written-out.md).
 */
export function hmacSha256(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const block = new Uint8Array(BLOCK_LENGTH);
  block.set(key.length > BLOCK_LENGTH ? sha256([key]) : key);
  const pad = (bits: number): Uint8Array => block.map((byte) => byte ^ bits);
  return sha256([pad(0x5c), sha256([pad(0x36), ...parts])]);
}

/** noble's class, not its `sha256`: that is made while the file loads, by code that wants the JavaScript of 2022. */
function sha256(parts: readonly Uint8Array[]): Uint8Array {
  const hash = new _SHA256();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Whether both hold the same bytes, in a time that depends on their lengths alone. */
export function isEqualInConstantTime(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}
