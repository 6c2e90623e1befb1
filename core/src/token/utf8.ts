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
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    const code = length === 0 ? -1 : readSequence(bytes, at, length);
    if (code < 0) return null;
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}

function scalarValue(character: string): number {
  const code = character.codePointAt(0) ?? 0xfffd;
  return isSurrogate(code) ? 0xfffd : code;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function trail(code: number): number {
  return 0x80 | (code & 0x3f);
}

/** Bytes of the sequence that a lead byte opens; 0 where it can't open one. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc0) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf8 ? 4 : 0;
}

/** The least code point that needs a sequence of that many bytes: a smaller one is overlong (RFC 3629 §10). */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** The code point of one sequence; -1 where it isn't well-formed. */
function readSequence(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0;
  let code = length === 1 ? lead : lead & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = LEAST[length] ?? 0;
  return code < least || code > 0x10ffff || isSurrogate(code) ? -1 : code;
}
