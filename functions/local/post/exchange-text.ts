import { Parser } from 'htmlparser2';
import { createTextLines } from './text-lines.ts';
import type { TextLines } from './text-lines.ts';

/**
 * The text part that Exchange makes of a mail's HTML: `label<href>`, a link whose text is its address once, pictures as `[alt]`
 * or else `[src]`, tiny ones left out, lists as `  *   item`, cells in columns of eight. After Microsoft's converter, which it
 * published with AntiXSS (Exchange.Data.TextConverters: HtmlToTextConverter, TextOutput), and 560 messages of Exchange Online
 * (deliverability.md, "Why" 2). It doesn't map symbol fonts, and it doesn't wrap, which Exchange doesn't do there either.
 */
export function printAsExchange(html: string): string {
  const page = createPage();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(page, name, attributes),
      ontext: (text) => print(page, text),
      onclosetag: (name, isImplied) => {
        // A void element has no end of its own, and neither has a stray one that the parser makes up.
        if (!isImplied || !VOID.has(name)) close(page, name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  endAnchor(page);
  return page.lines.end();
}

/** Where the conversion stands. */
interface Page {
  lines: TextLines;
  lineStarted: boolean;
  /** An empty line is due before the next text. */
  wideGap: boolean;
  anyText: boolean;
  /** White space was written last, and more of it counts for nothing. */
  spaced: boolean;
  /** Whether the end of the open paragraph leaves an empty line behind. */
  closesWide: boolean;
  /** The next paragraph stands beside its list item's sign. */
  besideSign: boolean;
  list: { level: number; ordered: boolean; next: number };
  /** The open link and the text in it. */
  anchor: { href: string; text: string } | null;
  preformatted: number;
  /** Elements whose text isn't shown. */
  hidden: number;
}

function createPage(): Page {
  return {
    lines: createTextLines(),
    lineStarted: false,
    wideGap: false,
    anyText: false,
    spaced: false,
    closesWide: true,
    besideSign: false,
    list: { level: 0, ordered: false, next: 1 },
    anchor: null,
    preformatted: 0,
    hidden: 0,
  };
}

type Attributes = Readonly<Record<string, string>>;

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'image']);
const HIDDEN: ReadonlySet<string> = new Set(['title', 'style', 'script', 'noembed', 'noframes']);
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dir', 'menu']);
const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'plaintext', 'xmp']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'blockquote', 'body', 'caption', 'center', 'div', 'fieldset', 'form', 'h1', 'h2', 'h3', 'h4', 'h5',
  'h6', 'section', 'table', 'tbody', 'tfoot', 'thead', 'tr',
]); // prettier-ignore

const RULE = '_'.repeat(32);
const DEEPEST_LIST = 10;

function open(page: Page, name: string, attributes: Attributes): void {
  const { besideSign } = page;
  page.besideSign = name === 'li';
  if (HIDDEN.has(name)) page.hidden += 1;
  else if (LISTS.has(name)) openList(page, name);
  else if (PREFORMATTED.has(name)) openPreformatted(page);
  else if (CELLS.has(name)) openCell(page);
  else if (BLOCKS.has(name)) endParagraph(page, false);
  else if (name === 'p') openParagraph(page, attributes, besideSign);
  else openOther(page, name, attributes);
}

function openOther(page: Page, name: string, attributes: Attributes): void {
  switch (name) {
    case 'a':
      return openAnchor(page, attributes['href'] ?? '');
    case 'img':
    case 'image':
      return printPicture(page, attributes);
    case 'br':
    case 'option':
      return endLine(page);
    case 'hr':
      endParagraph(page, false);
      write(page, RULE);
      return endParagraph(page, false);
    case 'li':
      return openItem(page);
    case 'dl':
      return endParagraph(page, true);
    case 'dt':
    case 'dd':
      if (page.lineStarted) endLine(page);
  }
}

function close(page: Page, name: string): void {
  page.besideSign = false;
  if (HIDDEN.has(name)) page.hidden = Math.max(0, page.hidden - 1);
  else if (LISTS.has(name)) closeList(page);
  else if (PREFORMATTED.has(name)) closePreformatted(page);
  else if (CELLS.has(name)) page.lineStarted = true;
  else if (BLOCKS.has(name) || name === 'dl' || name === 'li') endParagraph(page, false);
  else if (name === 'a') endAnchor(page);
  else if (name === 'option') endLine(page);
  else if (name === 'p') {
    endParagraph(page, page.closesWide);
    page.closesWide = true;
  }
}

/** Word's own paragraphs stand without an empty line between them: Word spaces them by its styles. */
function openParagraph(page: Page, { class: style = '' }: Attributes, besideSign: boolean): void {
  if (!besideSign) endParagraph(page, true);
  const isWords = style.toLowerCase() === 'msonormal';
  page.closesWide = !isWords;
  if (isWords) page.wideGap = false;
}

function openList(page: Page, name: string): void {
  endParagraph(page, page.list.level === 0);
  if (page.list.level === 0) Object.assign(page.list, { ordered: name === 'ol', next: 1 });
  page.list.level = Math.min(DEEPEST_LIST, page.list.level + 1);
  page.closesWide = false;
}

function closeList(page: Page): void {
  page.list.level = Math.max(0, page.list.level - 1);
  endParagraph(page, page.list.level === 0);
}

function openItem(page: Page): void {
  endParagraph(page, false);
  const { level, ordered, next } = page.list;
  start(page);
  page.spaced = true;
  page.lines.space(2 + 3 * Math.max(0, level - 1));
  if (level > 1 || !ordered) {
    page.lines.write('*');
    page.lines.space(3);
    return;
  }
  page.lines.write(`${next}.`);
  page.lines.space(next < 10 ? 2 : 1);
  page.list.next += 1;
}

function openPreformatted(page: Page): void {
  endParagraph(page, true);
  page.preformatted += 1;
}

function closePreformatted(page: Page): void {
  endParagraph(page, true);
  page.preformatted = Math.max(0, page.preformatted - 1);
}

function openCell(page: Page): void {
  if (!page.lineStarted) return;
  page.lines.tab();
  page.spaced = true;
}

function openAnchor(page: Page, href: string): void {
  endAnchor(page);
  const address = href.trim().replaceAll(' ', '%20');
  if (address === '' || '#?;'.includes(address.charAt(0))) return;
  start(page);
  page.anchor = { href: address, text: '' };
}

function endAnchor(page: Page): void {
  const { anchor } = page;
  page.anchor = null;
  if (anchor === null || anchor.text.trim() === anchor.href) return;
  writeSpaced(page, `<${anchor.href}>`);
}

function printPicture(page: Page, attributes: Attributes): void {
  start(page);
  if (isTiny(attributes['width']) || isTiny(attributes['height'])) return;
  const alt = (attributes['alt'] ?? '').trim().replace(/\s+/g, ' ');
  writeSpaced(page, `[${alt === '' ? nameOf(attributes['src'] ?? '') : alt}]`);
}

/** Under eight pixels. Nothing, a share of the page or another unit says no size; 0 is taken for 1. */
function isTiny(size = ''): boolean {
  const pixels = /^\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*$/i.exec(size)?.[1];
  return pixels !== undefined && Number(pixels) < 8;
}

/** A picture without a text by its address; `X` where that is a path or data. */
function nameOf(source: string): string {
  const address = source.trim().replaceAll(' ', '%20');
  return address === '' || (address.includes('/') && !/^https?:\/\//i.test(address)) ? 'X' : address;
}

function print(page: Page, text: string): void {
  if (page.hidden > 0) return;
  if (page.anchor !== null) page.anchor.text += text;
  if (page.preformatted > 0) return printLines(page, text);
  // An unbreakable space counts as a word until it is written, which is how an empty line of Word's stays one.
  for (const piece of text.match(/[ \t\r\n\f]+|\u00a0+|[^ \t\r\n\f\u00a0]+/g) ?? []) {
    if (piece.startsWith('\u00a0')) {
      start(page);
      page.lines.space(piece.length);
      page.spaced = false;
    } else if (piece.trim() !== '') write(page, piece);
    else if (page.lineStarted && !page.spaced) {
      page.lines.space(1);
      page.spaced = true;
    }
  }
}

function printLines(page: Page, text: string): void {
  for (const piece of text.match(/\r?\n|\t| +|[^\r\n\t ]+|\r/g) ?? []) {
    if (/^\r?\n?$/.test(piece)) {
      start(page);
      page.lines.newLine();
    } else if (piece === '\t') page.lines.tab();
    else if (piece.startsWith(' ')) page.lines.space(piece.length);
    else write(page, piece);
  }
}

function write(page: Page, text: string): void {
  start(page);
  page.lines.write(text);
  page.spaced = false;
}

/** Writes what stands between words, with a space behind it where there is one before it. */
function writeSpaced(page: Page, text: string): void {
  const isSpaced = page.lines.hasWaitingSpace();
  write(page, text);
  if (!isSpaced) return;
  page.lines.space(1);
  page.spaced = true;
}

function start(page: Page): void {
  if (page.lineStarted) return;
  if (page.wideGap && page.anyText) page.lines.newLine();
  page.wideGap = false;
  page.lineStarted = true;
  page.anyText = true;
  page.spaced = false;
}

function endLine(page: Page): void {
  page.lines.newLine();
  page.lineStarted = false;
  page.wideGap = false;
}

function endParagraph(page: Page, wideGap: boolean): void {
  endAnchor(page);
  if (page.lineStarted) {
    page.lines.newLine();
    page.lineStarted = false;
  }
  page.wideGap ||= wideGap;
}
