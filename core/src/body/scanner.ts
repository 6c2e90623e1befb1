import { isSpace, readTag, toAsciiLowerCase } from './attributes.ts';
import type { Attribute } from './attributes.ts';

/** One piece of the source. Together the tokens and the skipped raw text cover it without a gap. */
export interface Token {
  kind: 'text' | 'start-tag' | 'end-tag' | 'comment' | 'doctype';
  start: number;
  /** Offset after it. */
  end: number;
  /** Of a tag, in lower case; empty otherwise. */
  name: string;
  attributes: readonly Attribute[];
  selfClosing: boolean;
  /** Text of a CDATA section, in which `&` is just a character. */
  isCdata: boolean;
}

const NO_ATTRIBUTES: readonly Attribute[] = [];
const CDATA_START = '<![CDATA[';

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
  /** Where the next `--!>` stands; kept, so that many comments don't each search the rest of the source. */
  private nextBang = -1;

  constructor(html: string) {
    this.html = html;
  }

  /** The next token; null at the end, which is also where an unfinished tag leads. */
  next(inForeignContent: boolean): Token | null {
    const { html, at } = this;
    if (at >= html.length) return null;
    const markup = nextMarkup(html, at);
    if (markup > at) {
      if (markup === html.length && html.endsWith('</')) this.endsInside = true;
      return this.take('text', markup);
    }
    const code = html.charCodeAt(at + 1);
    if (isLetter(code)) return this.takeTag('start-tag', at + 1);
    if (code === SLASH && isLetter(html.charCodeAt(at + 2))) return this.takeTag('end-tag', at + 2);
    if (code === BANG) return this.takeDeclaration(inForeignContent);
    return this.takeUntil('comment', '>', at + 2);
  }

  /** Moves over the content and the end tag of an element whose content isn't markup. */
  skipRawText(name: string): void {
    const close = name === 'script' ? endOfScript(this.html, this.at) : endTagOf(this.html, this.at, name);
    const tag = close < 0 ? null : readTag(this.html, close + 2);
    if (tag) this.at = tag.end;
    else this.skipRest();
  }

  /** Moves to the end: after `<plaintext>` nothing is markup any more. */
  skipRest(): void {
    this.at = this.html.length;
    this.endsInside = true;
  }

  private takeTag(kind: Token['kind'], nameAt: number): Token | null {
    const tag = readTag(this.html, nameAt);
    if (tag === null) {
      this.skipRest();
      return null;
    }
    const token = this.take(kind, tag.end);
    token.name = tag.name;
    token.attributes = tag.attributes;
    token.selfClosing = tag.selfClosing;
    return token;
  }

  private takeDeclaration(inForeignContent: boolean): Token {
    const { html, at } = this;
    if (html.startsWith('<!--', at)) return this.takeComment();
    if (toAsciiLowerCase(html.slice(at + 2, at + 9)) === 'doctype') return this.takeUntil('doctype', '>', at + 9);
    if (inForeignContent && html.startsWith(CDATA_START, at)) {
      const token = this.takeUntil('text', ']]>', at + CDATA_START.length);
      token.isCdata = true;
      return token;
    }
    return this.takeUntil('comment', '>', at + 2);
  }

  /** `<!-->` and `<!--->` are whole comments; `--!>` ends one too, though not directly after `<!`. */
  private takeComment(): Token {
    const { html, at } = this;
    if (this.nextBang < at + 4) {
      const bang = html.indexOf('--!>', at + 4);
      this.nextBang = bang < 0 ? html.length : bang;
    }
    const end = html.indexOf('-->', at + 2);
    return this.nextBang < html.length && (end < 0 || this.nextBang < end)
      ? this.take('comment', this.nextBang + 4)
      : this.takeUntil('comment', '-->', at + 2);
  }

  private takeUntil(kind: Token['kind'], close: string, from: number): Token {
    const end = this.html.indexOf(close, from);
    if (end < 0) this.endsInside = true;
    return this.take(kind, end < 0 ? this.html.length : end + close.length);
  }

  private take(kind: Token['kind'], end: number): Token {
    const start = this.at;
    this.at = end;
    return { kind, start, end, name: '', attributes: NO_ATTRIBUTES, selfClosing: false, isCdata: false };
  }
}

/** What a text token says, before its character references are decoded. */
export function sourceOfText(html: string, token: Token): string {
  if (!token.isCdata) return html.slice(token.start, token.end);
  const end = html.startsWith(']]>', token.end - 3) ? token.end - 3 : token.end;
  return html.slice(token.start + CDATA_START.length, end);
}

const BANG = 0x21;
const SLASH = 0x2f;
const QUESTION = 0x3f;

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Offset of the next `<` that opens markup; the length where there is none. */
function nextMarkup(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    const code = html.charCodeAt(at + 1);
    if (isLetter(code) || code === BANG || code === QUESTION) return at;
    if (code === SLASH && at + 2 < html.length) return at;
  }
  return html.length;
}

/** Offset of the next `</name` that is an end tag, as far as its name goes; -1 where there is none. */
function endTagOf(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (isTagNamed(html, at + 2, name)) return at;
  }
  return -1;
}

/** Whether that name stands there and ends there. */
function isTagNamed(html: string, at: number, name: string): boolean {
  const after = html.charCodeAt(at + name.length);
  const ends = isSpace(after) || after === SLASH || after === 0x3e;
  return ends && toAsciiLowerCase(html.slice(at, at + name.length)) === name;
}

/**
 * Offset of the end tag of a script; -1 where there is none. Inside of `<!-- … <script … -->` an end tag closes only the
 * inner script (WHATWG HTML §13.2.5.15 ff., "script data double escaped").
 */
function endOfScript(html: string, from: number): number {
  let commentEnd = -1;
  let isNested = false;
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (commentEnd >= 0 && at > commentEnd) {
      commentEnd = -1;
      isNested = false;
    }
    if (html.startsWith('</', at) && isTagNamed(html, at + 2, 'script')) {
      if (!isNested) return at;
      isNested = false;
    } else if (commentEnd >= 0 && isTagNamed(html, at + 1, 'script')) isNested = true;
    else if (commentEnd < 0 && html.startsWith('<!--', at)) commentEnd = endOfScriptComment(html, at);
  }
  return -1;
}

function endOfScriptComment(html: string, at: number): number {
  const end = html.indexOf('-->', at + 2);
  return end < 0 ? html.length : end;
}
