/** One attribute of a tag: its name in lower case, and where its value stands in the source, without the quotes. */
export interface Attribute {
  name: string;
  start: number;
  end: number;
}

/** A start or end tag as it stands in the source. */
export interface Tag {
  /** In lower case. */
  name: string;
  /** In source order; of a name that comes twice the first counts. */
  attributes: Attribute[];
  selfClosing: boolean;
  /** Offset after the `>`. */
  end: number;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Whether a character code is white space to the tokenizer of HTML. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB || code === FORM_FEED;
}

/** Lower case for A to Z alone, as HTML compares names: `toLowerCase` would also turn the Kelvin sign into a k. */
export function toAsciiLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower === text) return text;
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    result += code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 0x20) : text.charAt(at);
  }
  return result;
}

/** The first attribute of that name; undefined where the tag has none. */
export function findAttribute(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}

/** Reads the tag whose name starts at an offset (WHATWG HTML §13.2.5.8 ff.); null where the source ends inside it. */
export function readTag(html: string, nameAt: number): Tag | null {
  const nameEnd = endOfName(html, nameAt, false);
  const tag: Tag = { name: toAsciiLowerCase(html.slice(nameAt, nameEnd)), attributes: [], selfClosing: false, end: 0 };
  let at = nameEnd;
  for (;;) {
    at = skipSpace(html, at);
    const code = html.charCodeAt(at);
    if (code === GREATER) break;
    if (code === SLASH) tag.selfClosing = html.charCodeAt(++at) === GREATER;
    else if (at < html.length) at = readAttribute(html, at, tag.attributes);
    if (at < 0 || at >= html.length) return null;
  }
  tag.end = at + 1;
  return tag;
}

/** Reads one attribute; the offset after it, or -1 where the source ends inside its value. */
function readAttribute(html: string, nameAt: number, attributes: Attribute[]): number {
  const nameEnd = endOfName(html, nameAt + 1, true);
  const name = toAsciiLowerCase(html.slice(nameAt, nameEnd));
  const equals = skipSpace(html, nameEnd);
  if (html.charCodeAt(equals) !== EQUALS) {
    attributes.push({ name, start: nameEnd, end: nameEnd });
    return equals;
  }
  const start = skipSpace(html, equals + 1);
  const quote = html.charAt(start);
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, start + 1);
    attributes.push({ name, start: start + 1, end });
    return end < 0 ? -1 : end + 1;
  }
  const end = endOfUnquotedValue(html, start);
  attributes.push({ name, start, end });
  return end;
}

/** A name ends before white space, a slash or `>`; that of an attribute also before `=`. */
function endOfName(html: string, from: number, isAttribute: boolean): number {
  let at = from;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (isSpace(code) || code === SLASH || code === GREATER || (isAttribute && code === EQUALS)) break;
    at++;
  }
  return at;
}

function endOfUnquotedValue(html: string, from: number): number {
  let at = from;
  while (at < html.length && html.charCodeAt(at) !== GREATER && !isSpace(html.charCodeAt(at))) at++;
  return at;
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (isSpace(html.charCodeAt(at))) at++;
  return at;
}
