const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Writes bytes as base64url without padding (RFC 4648 §5). */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += letterOf(group >> 18) + letterOf(group >> 12) + letterOf(group >> 6) + letterOf(group);
  }
  return text.slice(0, Math.ceil((bytes.length * 8) / 6));
}

function letterOf(bits: number): string {
  return ALPHABET.charAt(bits & 63);
}

/**
 * Reads base64url without padding; null unless it is exactly what `encodeBase64url` writes: a foreign character, a length
 * that no bytes have, or a spare bit that is set are all refused, so that one token has one spelling.
 */
export function decodeBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let length = 0;
  let buffer = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const value = base64urlValue(text.charCodeAt(at));
    if (value < 0) return null;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (buffer >> bits) & 0xff;
    }
  }
  const spare = buffer & ((1 << bits) - 1);
  return bits < 6 && spare === 0 ? bytes : null;
}

/** What a character code stands for, 0 to 63; -1 where it isn't of the alphabet. */
function base64urlValue(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52;
  if (code === 0x2d) return 62;
  return code === 0x5f ? 63 : -1;
}
