import { NAMED_REFERENCES } from './named-references.ts';

/** Decodes the character references of text (WHATWG HTML §13.2.5.72 ff.). */
export function decodeText(source: string): string {
  return decode(source, false);
}

/** Decodes the character references of an attribute's value, where `&copy=` and `&copyright` are left as they are. */
export function decodeAttribute(source: string): string {
  const text = source.includes('\0') ? source.split('\0').join('\uFFFD') : source;
  return decode(text, true);
}

/**
 * Whether a source holds `&name;` with a name that isn't known here: it is either no reference at all, or one of those that the
 * table leaves out.
 */
export function hasUnknownReference(source: string): boolean {
  for (let at = source.indexOf('&'); at >= 0; at = source.indexOf('&', at + 1)) {
    let end = at + 1;
    while (isAlphanumeric(source.charCodeAt(end))) end++;
    if (end > at + 1 && source.charAt(end) === ';' && readName(source, at + 1, true) === null) return true;
  }
  return false;
}

function decode(source: string, inAttribute: boolean): string {
  let result = '';
  let done = 0;
  for (let at = source.indexOf('&'); at >= 0; at = source.indexOf('&', Math.max(at + 1, done))) {
    const reference =
      source.charAt(at + 1) === '#' ? readNumber(source, at + 2) : readName(source, at + 1, inAttribute);
    if (reference === null) continue;
    result += source.slice(done, at) + reference.text;
    done = reference.end;
  }
  return done === 0 ? source : result + source.slice(done);
}

/** What a reference stands for, and the offset after it. */
interface Reference {
  text: string;
  end: number;
}

function readNumber(source: string, from: number): Reference | null {
  const isHex = source.charAt(from) === 'x' || source.charAt(from) === 'X';
  const base = isHex ? 16 : 10;
  const start = isHex ? from + 1 : from;
  let end = start;
  let code = 0;
  for (let digit = digitAt(source, end, base); digit >= 0; digit = digitAt(source, end, base)) {
    code = Math.min(code * base + digit, BEYOND_UNICODE);
    end++;
  }
  if (end === start) return null;
  return { text: String.fromCodePoint(mendCode(code)), end: source.charAt(end) === ';' ? end + 1 : end };
}

const BEYOND_UNICODE = 0x110000;
const REPLACEMENT = 0xfffd;

/** What the numbers 128 to 159 stand for: bytes of windows-1252 (WHATWG HTML §13.2.5.80); 0 where nothing is meant. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

function mendCode(code: number): number {
  if (code === 0 || code >= BEYOND_UNICODE || (code >= 0xd800 && code <= 0xdfff)) return REPLACEMENT;
  return WINDOWS_1252[code - 0x80] || code;
}

function digitAt(source: string, at: number, base: number): number {
  const code = source.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = (code | 0x20) - 0x61;
  return base === 16 && letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/** Enough for most mails, so that the table seldom has to be unpacked. */
const COMMON_NAMES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['gt', '>'],
  ['lt', '<'],
  ['nbsp', '\u00a0'],
  ['quot', '"'],
]);

const LONGEST_NAME = 31;
const LONGEST_LEGACY_NAME = 6;

function readName(source: string, from: number, inAttribute: boolean): Reference | null {
  let end = from;
  while (end - from <= LONGEST_NAME && isAlphanumeric(source.charCodeAt(end))) end++;
  const name = source.slice(from, end);
  if (name === '') return null;
  if (source.charAt(end) === ';') {
    const text = COMMON_NAMES.get(name) ?? namedReferences().strict.get(name);
    if (text !== undefined) return { text, end: end + 1 };
  }
  return readLegacyName(source, from, { name, inAttribute });
}

function readLegacyName(
  source: string,
  from: number,
  { name, inAttribute }: { name: string; inAttribute: boolean },
): Reference | null {
  const names = namedReferences();
  for (let length = Math.min(name.length, LONGEST_LEGACY_NAME); length > 1; length--) {
    const text = names.legacy.get(name.slice(0, length));
    if (text === undefined) continue;
    const after = source.charCodeAt(from + length);
    const staysAsItIs = inAttribute && (after === 0x3d || isAlphanumeric(after));
    return staysAsItIs ? null : { text, end: from + length };
  }
  return null;
}

function isAlphanumeric(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

interface NamedReferences {
  /** Those that end with a semicolon: all. */
  strict: Map<string, string>;
  /** Those that need none. */
  legacy: Map<string, string>;
}

let unpacked: NamedReferences | null = null;

/** The table, unpacked at the first reference by name that isn't common. */
function namedReferences(): NamedReferences {
  unpacked = unpacked ?? unpack();
  return unpacked;
}

function unpack(): NamedReferences {
  const references: NamedReferences = { strict: new Map(), legacy: new Map() };
  let code = 0;
  for (const group of NAMED_REFERENCES.split(',')) {
    let digits = 0;
    while (digitAt(group, digits, 10) >= 0) digits++;
    code += digits > 0 ? Number(group.slice(0, digits)) : 1;
    const text = String.fromCharCode(code);
    for (const entry of group.slice(digits).split(' ')) {
      const name = entry.endsWith('!') ? entry.slice(0, -1) : entry;
      references.strict.set(name, text);
      if (name !== entry) references.legacy.set(name, text);
    }
  }
  return references;
}
