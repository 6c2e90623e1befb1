import { decodeAttribute, decodeText } from './body/character-references.ts';
import { ANYWHERE, Scanner } from './body/scanner.ts';
import type { Token } from './body/scanner.ts';
import { isHttpUrl } from './token/http-url.ts';

/**
 * What a reader would notice of a body, to compare what was written with what Outlook holds: Word and the web editor write
 * the same content in other markup (docs/outlook-quirks.md#word-writes-again).
 */
export interface BodyLook {
  /** The visible text without any white space. */
  text: string;
  /** The `src` of each picture in order; empty for a picture without one. */
  pictures: readonly string[];
  /** Where else a picture may come from: `background` attributes, `url()` in `style`, VML also inside conditional comments. */
  furtherPictures: readonly string[];
  /** The `href` of each link in order. */
  links: readonly string[];
}

/**
 * Elements whose content is neither markup (WHATWG HTML §13.2.5.1 ff.) nor visible text. Not `noscript`: mail programs run no
 * scripts, so what stands in it may show.
 */
const HIDDEN_TEXT = ['style', 'script', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'];
const PICTURES = ['img', 'image', 'input', 'embed'];
const LINKS = ['a', 'area'];

/** Reads the look of a body. Linear in its length, never throws. */
export function readBodyLook(html: string): BodyLook {
  const look: Look = { text: '', pictures: [], furtherPictures: [], links: [] };
  scan(html, (scanner, token) => readToken(look, scanner, token));
  return { ...look, text: stripSpace(look.text) };
}

/** Whether both show the same text and pictures, and lead to the same addresses below an origin. */
export function isSameLook(one: BodyLook, other: BodyLook, origin: string): boolean {
  return (
    one.text === other.text &&
    isSameList(one.pictures, other.pictures) &&
    isSameList(linksBelow(one, origin), linksBelow(other, origin))
  );
}

/** The links of a body that go to our own redirect. */
function linksBelow(look: BodyLook, origin: string): readonly string[] {
  return look.links.filter((link) => link.startsWith(`${origin}/c/`));
}

/** `none`: no picture at all. `unsafe`: one without an absolute http(s) source, which Outlook may lose when it is written. */
export function picturesOf(look: BodyLook): 'none' | 'absolute' | 'unsafe' {
  const sources = [...look.pictures, ...look.furtherPictures];
  if (sources.length === 0) return 'none';
  return sources.every(isHttpUrl) ? 'absolute' : 'unsafe';
}

interface Look {
  text: string;
  pictures: string[];
  furtherPictures: string[];
  links: string[];
}

function scan(html: string, read: (scanner: Scanner, token: Token) => void): void {
  const scanner = new Scanner(html);
  for (let token = scanner.next(ANYWHERE); token !== null; token = scanner.next(ANYWHERE)) read(scanner, token);
}

function readToken(look: Look, scanner: Scanner, token: Token): void {
  const { html } = scanner;
  if (token.kind === 'text') look.text += token.isCdata ? token.text : decodeText(token.text);
  if (token.kind === 'comment') readHiddenVml(look, html.slice(token.start + '<!--'.length, token.end));
  if (token.kind !== 'start-tag') return;
  if (PICTURES.includes(token.name)) readPicture(look, html, token);
  if (LINKS.includes(token.name)) push(look.links, valueOf(html, token, 'href'));
  readFurtherPictures(look, html, token);
  if (token.name === 'plaintext') scanner.skipRest();
  else if (HIDDEN_TEXT.includes(token.name)) scanner.skipRawText(token.name);
}

/** Classic Outlook keeps a VML copy of a picture in a conditional comment. */
function readHiddenVml(look: Look, comment: string): void {
  if (!comment.includes('<v:')) return;
  scan(comment, (scanner, token) => {
    if (token.kind === 'start-tag') readFurtherPictures(look, scanner.html, token);
  });
}

function readPicture(look: Look, html: string, token: Token): void {
  // Only `<input type="image">` shows a picture.
  const isPlainInput = token.name === 'input' && valueOf(html, token, 'type')?.toLowerCase() !== 'image';
  if (!isPlainInput) look.pictures.push(valueOf(html, token, 'src') ?? '');
}

function readFurtherPictures(look: Look, html: string, token: Token): void {
  push(look.furtherPictures, valueOf(html, token, 'background'));
  if (token.name.startsWith('v:')) push(look.furtherPictures, valueOf(html, token, 'src'));
  const style = valueOf(html, token, 'style');
  if (style !== null) readUrls(look.furtherPictures, style.toLowerCase());
}

/** Adds what stands in each `url(…)` of a style that is in lower case, without quotes. */
function readUrls(urls: string[], style: string): void {
  for (let at = style.indexOf('url('); at >= 0;) {
    const close = style.indexOf(')', at);
    const end = close < 0 ? style.length : close;
    urls.push(unquote(style.slice(at + 'url('.length, end)));
    at = style.indexOf('url(', end);
  }
}

function unquote(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAround(text.charAt(start))) start++;
  while (end > start && isAround(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function isAround(character: string): boolean {
  return character === '"' || character === "'" || character.trim() === '';
}

function valueOf(html: string, token: Token, name: string): string | null {
  const attribute = token.find(name);
  return attribute === undefined ? null : decodeAttribute(html.slice(attribute.start, attribute.end)).trim();
}

function push(list: string[], value: string | null): void {
  if (value !== null) list.push(value);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** Mail programs fold and insert white space as they like, zero-width characters with it. */
function stripSpace(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');
}
