import { _SHA256 } from '@noble/hashes/sha2.js';

/** Bytes that SHA-256 takes in at once: RFC 2104 pads the key to as many. */
const BLOCK_LENGTH = 64;

/** Computes the HMAC-SHA256 (32 bytes) over parts one after another. */
export type Hmac = (parts: readonly Uint8Array[]) => Uint8Array;

/**
 * Makes the HMAC of one key: what the key does to the hash is computed once, however much is signed with it. RFC 2104 §2 written out
 * over noble's SHA-256, since noble's HMAC for any hash costs the handlers' file 0.4 KB (docs/decisions/0045-hmac-written-out.md).
 */
export function createHmac(key: Uint8Array): Hmac {
  const block = new Uint8Array(BLOCK_LENGTH);
  block.set(key.length > BLOCK_LENGTH ? startHash(key).digest() : key);
  const inner = startHash(block.map((byte) => byte ^ 0x36));
  const outer = startHash(block.map((byte) => byte ^ 0x5c));
  return (parts) => {
    const hash = inner.clone();
    for (const part of parts) hash.update(part);
    return outer.clone().update(hash.digest()).digest();
  };
}

/** HMAC-SHA256 (32 bytes) of a key that is used once. */
export function hmacSha256(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  return createHmac(key)(parts);
}

/** noble's class, not its `sha256`: that is made while the file loads, by code that wants the JavaScript of 2022. */
function startHash(bytes: Uint8Array): _SHA256 {
  return new _SHA256().update(bytes);
}

/** Whether both hold the same bytes, in a time that depends on their lengths alone. */
export function isEqualInConstantTime(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}
