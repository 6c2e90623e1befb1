const DIGITS = '0123456789abcdef';

/** Writes bytes as hex in lower case: ids in row keys and in the API. */
export function encodeHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15);
  return text;
}

/**
 * Reads hex; null for an odd length or any character but 0-9 and a-f. Capitals are refused: row keys are compared as text,
 * so an id must have one spelling.
 */
export function decodeHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    const high = DIGITS.indexOf(text.charAt(at * 2));
    const low = DIGITS.indexOf(text.charAt(at * 2 + 1));
    if (high < 0 || low < 0) return null;
    bytes[at] = (high << 4) | low;
  }
  return bytes;
}
