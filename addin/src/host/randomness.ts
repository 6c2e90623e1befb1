import { encodeUtf8 } from '@readback/core';

declare const crypto: { getRandomValues?: (bytes: Uint8Array) => Uint8Array } | undefined;

const RANDOM_BYTES = 16;

let counter = 0;

/**
 * Gathers whatever unpredictable this runtime has, for `createMessageId`. Classic Outlook has no `crypto`
 * (docs/outlook-quirks.md#no-crypto): there it is Math.random, the time, a counter and what the caller knows.
 */
export function gatherEntropy(known: readonly string[]): Uint8Array[] {
  counter += 1;
  const loose = [Math.random(), Math.random(), Math.random(), Date.now(), counter, ...known].join('|');
  return [readStrongRandom(), encodeUtf8(loose)];
}

/** Empty where the runtime has no source of it. */
function readStrongRandom(): Uint8Array {
  const bytes = new Uint8Array(RANDOM_BYTES);
  try {
    if (typeof crypto === 'undefined' || typeof crypto.getRandomValues !== 'function') return new Uint8Array(0);
    return crypto.getRandomValues(bytes);
  } catch {
    // One that is there but refuses counts as none.
    return new Uint8Array(0);
  }
}
