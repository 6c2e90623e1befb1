const PERCENT = 0x25;

/** Writes text as UTF-8. A lone surrogate becomes U+FFFD, as a browser makes it when it follows such a link. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = scalarValue(character);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), trail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), trail(code >> 6), trail(code));
    else bytes.push(0xf0 | (code >> 18), trail(code >> 12), trail(code >> 6), trail(code));
  }
  return Uint8Array.from(bytes);
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

function scalarValue(character: string): number {
  const code = character.codePointAt(0) ?? 0xfffd;
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

function trail(code: number): number {
  return 0x80 | (code & 0x3f);
}
