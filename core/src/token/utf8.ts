const PERCENT = 0x25;

/** Writes text as UTF-8. A lone surrogate becomes U+FFFD, as a browser makes it when it follows such a link. */
export function encodeUtf8(text: string): Uint8Array {
  // No UTF-16 unit takes more than three bytes.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x80) bytes[length++] = code;
    else length = writeSequence(bytes, length, isSurrogate(code) ? 0xfffd : code);
    if (code > 0xffff) at++;
  }
  return bytes.slice(0, length);
}

/** Reads UTF-8; null where a byte doesn't fit (cut, overlong, surrogate, above U+10FFFF). A byte order mark is text. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  let escaped = '';
  for (const byte of bytes) {
    escaped += byte < 0x80 && byte !== PERCENT ? String.fromCharCode(byte) : `%${byte.toString(16)}`;
  }
  try {
    // The one decoder that every JavaScript has, and a strict one (ECMA-262 §19.2.6.6).
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Writes a code point beyond ASCII, and gives the offset after it. */
function writeSequence(bytes: Uint8Array, from: number, code: number): number {
  const trails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  bytes[from] = ((0xff00 >> (trails + 1)) & 0xff) | (code >> (6 * trails));
  for (let at = 1; at <= trails; at++) bytes[from + at] = 0x80 | ((code >> (6 * (trails - at))) & 0x3f);
  return from + trails + 1;
}
