/** Where an attribute of a tag has its value in the source, without the quotes. */
export interface Attribute {
  start: number;
  end: number;
}

/** A list of attributes; `offsetCount` of the numbers count. */
export interface AttributeOffsets {
  offsets: number[];
  offsetCount: number;
}

/** How many numbers `readAttributes` notes of each attribute: start and end of its name, start and end of its value. */
export const ATTRIBUTE_NUMBERS = 4;

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Whether a character code is white space to HTML: tab, line feed, form feed, carriage return, space. */
export function isSpace(code: number): boolean {
  return code <= SPACE && (code === SPACE || code === LINE_FEED || code === 0x0d || code === 0x09 || code === 0x0c);
}

/**
 * Lower case as HTML compares names: for A to Z. The two characters that `toLowerCase` makes ASCII of stand in none of its
 * names, so a name with one stays as it is.
 */
export function toAsciiLowerCase(text: string): string {
  return text.includes('\u212a') || text.includes('\u0130') ? text : text.toLowerCase();
}

/**
 * Moves over the attributes of a tag whose name ends at an offset (WHATWG HTML §13.2.5.32 ff.) and notes where they stand; of a
 * name that comes twice the first counts. Gives the offset after the `>`; -1 where the source ends inside the tag.
 */
export function readAttributes(html: string, from: number, list: AttributeOffsets): number {
  let at = from;
  for (;;) {
    const code = html.charCodeAt(at);
    if (code === GREATER) return at + 1;
    // Slashes between attributes count for nothing.
    if (code === SLASH || isSpace(code)) at++;
    else {
      at = at < html.length ? readAttribute(html, at, list) : -1;
      if (at < 0) return -1;
    }
  }
}

/** Offset after one attribute; -1 where the source ends inside its value. */
function readAttribute(html: string, start: number, list: AttributeOffsets): number {
  const nameEnd = endOfName(html, start + 1);
  let at = nameEnd;
  while (isSpace(html.charCodeAt(at))) at++;
  if (html.charCodeAt(at) !== EQUALS) {
    note(list, start, nameEnd, nameEnd);
    return at;
  }
  do at++;
  while (isSpace(html.charCodeAt(at)));
  const quote = html.charCodeAt(at);
  if (quote !== QUOTE && quote !== APOSTROPHE) {
    const end = endOfUnquoted(html, at);
    list.offsets[note(list, start, nameEnd, at) + 3] = end;
    return end;
  }
  const end = html.indexOf(quote === QUOTE ? '"' : "'", at + 1);
  list.offsets[note(list, start, nameEnd, at + 1) + 3] = end;
  return end < 0 ? -1 : end + 1;
}

/** Where in the list it is noted, with an empty value. */
function note(list: AttributeOffsets, start: number, nameEnd: number, valueStart: number): number {
  const { offsets, offsetCount } = list;
  offsets[offsetCount] = start;
  offsets[offsetCount + 1] = nameEnd;
  offsets[offsetCount + 2] = valueStart;
  offsets[offsetCount + 3] = valueStart;
  list.offsetCount = offsetCount + ATTRIBUTE_NUMBERS;
  return offsetCount;
}

function endOfName(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= GREATER && (code === EQUALS || code === GREATER || code === SLASH || isSpace(code))) break;
  }
  return at;
}

function endOfUnquoted(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= GREATER && (code === GREATER || isSpace(code))) break;
  }
  return at;
}
