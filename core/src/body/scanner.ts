import { ATTRIBUTE_NUMBERS, isSpace, readAttributes, toAsciiLowerCase } from './attributes.ts';
import type { Attribute } from './attributes.ts';
import { NO_TAG, TagNames } from './tag-names.ts';

const BANG = 0x21;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const CDATA_START = '<![CDATA[';

/** Elements whose content isn't markup, scripts and pages without frames or scripts among them. */
export const RAW_TEXT: ReadonlySet<string> = new Set(
  'iframe noembed noframes noscript script style textarea title xmp'.split(' '),
);

/**
 * One piece of the source. Together the tokens and the skipped raw text cover it without a gap. A scanner has only one, which
 * says something else after every `next`.
 */
export class Token {
  kind: 'text' | 'start-tag' | 'end-tag' | 'comment' | 'doctype' = 'text';
  start = 0;
  /** Offset after it. */
  end = 0;
  /** Of a tag; of anything else, one with an empty name. */
  tag = NO_TAG;
  /** Of a tag: how many of `offsets` count, and where its attributes stand, as `readAttributes` notes it. */
  offsetCount = 0;
  readonly offsets: number[] = [];
  /** Text of a CDATA section, in which `&` is just a character. */
  isCdata = false;
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  /** Of a tag, in lower case; empty otherwise. */
  get name(): string {
    return this.tag.name;
  }

  /** The first attribute of that name, which is in lower case; undefined where the tag has none. */
  find(name: string): Attribute | undefined {
    const { html, offsets, offsetCount } = this;
    const first = name.charCodeAt(0);
    for (let at = 0; at < offsetCount; at += ATTRIBUTE_NUMBERS) {
      const start = offsets[at] ?? 0;
      const end = offsets[at + 1] ?? 0;
      if (end - start !== name.length || (html.charCodeAt(start) | 0x20) !== first) continue;
      if (html.startsWith(name, start) || toAsciiLowerCase(html.slice(start, end)) === name) {
        return { start: offsets[at + 2] ?? 0, end: offsets[at + 3] ?? 0 };
      }
    }
    return undefined;
  }

  /** The source of that attribute's value, not decoded; empty where the tag has none. */
  sourceOf(name: string): string {
    const attribute = this.offsetCount > 0 ? this.find(name) : undefined;
    return attribute ? this.html.slice(attribute.start, attribute.end) : '';
  }

  /** Whether a tag ends with a slash that isn't part of a value. */
  get isSelfClosing(): boolean {
    const lastValueEnd = this.offsetCount > 0 ? (this.offsets[this.offsetCount - 1] ?? 0) : 0;
    return this.html.charAt(this.end - 2) === '/' && lastValueEnd < this.end - 1;
  }

  /** What a text says, before its character references are decoded. */
  get text(): string {
    const { html, start, end } = this;
    if (!this.isCdata) return html.slice(start, end);
    return html.slice(start + CDATA_START.length, html.startsWith(']]>', end - 3) ? end - 3 : end);
  }
}

/** What a scanner has to know of the place in the tree where it reads; asked only where it matters. */
export interface ScanPlace {
  /** Whether a CDATA section may stand here. */
  isForeign(): boolean;
  /** Whether the text up to that offset tells nothing here, and may be passed over. */
  skipsText(end: number): boolean;
}

/** A place in HTML of which nothing is known: every text may tell something. */
export const ANYWHERE: ScanPlace = { isForeign: () => false, skipsText: () => false };

/**
 * Cuts markup into tokens (WHATWG HTML §13.2.5). Whoever follows the tree tells it where an element with raw text begins,
 * and whether a CDATA section may stand here.
 */
export class Scanner {
  /** Offset of what comes next. */
  at = 0;
  /** Whether the source ends inside a tag, comment or raw text: what is put behind its end would be swallowed. */
  endsInside = false;
  readonly html: string;
  private readonly token: Token;
  private readonly tagNames = new TagNames();
  /** Where the next `-->` stands; kept, so that many comments don't each search the rest of the source. */
  private commentEnd = -1;
  /** The same for `--!>`; -1 as long as none was seen, as in nearly every mail. */
  private oddEnd = -1;

  constructor(html: string) {
    this.html = html;
    this.token = new Token(html);
  }

  /** The next token, valid until it is asked again; null at the end, which is also where an unfinished tag leads. */
  next(place: ScanPlace): Token | null {
    const { html } = this;
    if (this.at >= html.length) return null;
    const markup = nextMarkup(html, this.at);
    if (markup > this.at) {
      if (markup === html.length && html.endsWith('</')) this.endsInside = true;
      if (markup === html.length || !place.skipsText(markup)) return this.take('text', markup);
      this.at = markup;
    }
    const code = html.charCodeAt(markup + 1);
    if (isLetter(code)) return this.takeTag('start-tag', markup + 1);
    if (code === SLASH && isLetter(html.charCodeAt(markup + 2))) return this.takeTag('end-tag', markup + 2);
    return code === BANG ? this.takeDeclaration(place) : this.takeUntil('comment', '>', markup + 2);
  }

  /** Moves over the content and the end tag of an element whose content isn't markup. */
  skipRawText(name: string): void {
    const close = name === 'script' ? endOfScript(this.html, this.at) : endTagOf(this.html, this.at, name);
    const end = close < 0 ? -1 : readAttributes(this.html, close + 2 + name.length, new Token(this.html));
    if (end < 0) this.skipRest();
    else this.at = end;
  }

  /** Moves to the end: nothing is markup any more. */
  skipRest(): void {
    this.at = this.html.length;
    this.endsInside = true;
  }

  private takeTag(kind: Token['kind'], nameAt: number): Token | null {
    const { html, token } = this;
    const nameEnd = endOfTagName(html, nameAt);
    token.offsetCount = 0;
    const end = readAttributes(html, nameEnd, token);
    if (end < 0) {
      this.skipRest();
      return null;
    }
    this.take(kind, end);
    token.tag = this.tagNames.of(html, nameAt, nameEnd);
    return token;
  }

  private takeDeclaration(place: ScanPlace): Token {
    const { html, at } = this;
    if (html.startsWith('<!--', at)) return this.takeComment();
    if (toAsciiLowerCase(html.slice(at + 2, at + 9)) === 'doctype') return this.takeUntil('doctype', '>', at + 9);
    if (!html.startsWith(CDATA_START, at) || !place.isForeign()) return this.takeUntil('comment', '>', at + 2);
    const token = this.takeUntil('text', ']]>', at + CDATA_START.length);
    token.isCdata = true;
    return token;
  }

  /** `<!-->` and `<!--->` are whole comments; `--!>` ends one too, though not directly after `<!`. */
  private takeComment(): Token {
    const { html, at } = this;
    if (this.commentEnd < at + 2) this.commentEnd = find(html, '-->', at + 2);
    if (this.oddEnd >= 0 ? this.oddEnd < at + 4 : html.slice(at + 4, this.commentEnd).includes('--!>'))
      this.oddEnd = find(html, '--!>', at + 4);
    if (this.oddEnd >= 0 && this.oddEnd < this.commentEnd) return this.take('comment', this.oddEnd + 4);
    if (this.commentEnd === Infinity) this.endsInside = true;
    return this.take('comment', Math.min(this.commentEnd + 3, html.length));
  }

  private takeUntil(kind: Token['kind'], close: string, from: number): Token {
    const end = this.html.indexOf(close, from);
    if (end < 0) this.endsInside = true;
    return this.take(kind, end < 0 ? this.html.length : end + close.length);
  }

  private take(kind: Token['kind'], end: number): Token {
    const { token } = this;
    token.kind = kind;
    token.start = this.at;
    token.end = end;
    token.tag = NO_TAG;
    token.isCdata = false;
    this.at = end;
    return token;
  }
}

/** Offset of the next such text; Infinity where there is none. */
function find(html: string, text: string, from: number): number {
  const at = html.indexOf(text, from);
  return at < 0 ? Infinity : at;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Offset of the next `<` that opens markup; the length where there is none. */
function nextMarkup(html: string, from: number): number {
  let at = html.charCodeAt(from) === LESS ? from : html.indexOf('<', from);
  for (; at >= 0; at = html.indexOf('<', at + 1)) {
    const code = html.charCodeAt(at + 1);
    if (isLetter(code) || code === BANG || code === QUESTION || (code === SLASH && at + 2 < html.length)) return at;
  }
  return html.length;
}

function endOfTagName(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= GREATER && (code === GREATER || code === SLASH || isSpace(code))) break;
  }
  return at;
}

/** Offset of the next `</name` that is an end tag, as far as its name goes; -1 where there is none. */
function endTagOf(html: string, from: number, name: string): number {
  let at = html.indexOf('</', from);
  while (at >= 0 && !isTagNamed(html, at + 2, name)) at = html.indexOf('</', at + 2);
  return at;
}

/** Whether that name stands there and ends there. */
function isTagNamed(html: string, at: number, name: string): boolean {
  const end = at + name.length;
  return toAsciiLowerCase(html.slice(at, end)) === name && end < html.length && endOfTagName(html, end) === end;
}

/**
 * Offset of the end tag of a script; -1 where there is none. Inside of `<!-- … <script … -->` an end tag closes only the
 * inner script (WHATWG HTML §13.2.5.15 ff., "script data double escaped").
 */
function endOfScript(html: string, from: number): number {
  let commentEnd = -1;
  let isNested = false;
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (at > commentEnd) {
      commentEnd = -1;
      isNested = false;
    }
    if (html.charCodeAt(at + 1) === SLASH && isTagNamed(html, at + 2, 'script')) {
      if (!isNested) return at;
      isNested = false;
    } else if (commentEnd >= 0) isNested = isNested || isTagNamed(html, at + 1, 'script');
    else if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 2);
      commentEnd = end < 0 ? html.length : end;
    }
  }
  return -1;
}
