import { isSpace } from './attributes.ts';
import type { Attribute } from './attributes.ts';
import { decodeAttribute, decodeText } from './character-references.ts';
import { FoldedText } from './folded-text.ts';
import { growTree } from './grow-tree.ts';
import { isInForeignText } from './in-foreign.ts';
import { NOTHING_NOTED } from './open-elements.ts';
import type { ElementNote, OpenElement, Region } from './open-elements.ts';
import { Outline } from './outline.ts';
import type { ScanPlace, Token } from './scanner.ts';
import { CLASS, TAG } from './tag-names.ts';
import type { Space } from './tag-names.ts';
import { MODE, Tree } from './tree.ts';
import type { TreeListener } from './tree.ts';

/** A link in live markup: `<a>` or `<area>` with an href. */
export interface MailLink {
  href: Attribute;
  text: string;
  isQuoted: boolean;
  isInSignature: boolean;
}

/** An `<img>` with a src in live markup. */
export interface MailPicture {
  /** Offsets of its tag and after it. */
  start: number;
  end: number;
  /** The src, decoded. */
  source: string;
  /** Whether only pictures stand between it and a `<pre>`, behind which a line break isn't text. */
  isFirstInPre: boolean;
}

/** What the rules for links and pictures need to know of a mail's markup. */
export interface Mail {
  /** In document order, quotes and signature included. */
  links: readonly MailLink[];
  pictures: readonly MailPicture[];
  hasBaseHref: boolean;
  /**
   * Offset where an `<img>` can be put without changing anything else: before the quoted history, else before the end of the
   * body. -1 where there is no such place: in a frameset, or where all of the mail stands inside something.
   */
  picturePlace: number;
}

const TEXT_LIMIT = 1000;
/** Of links inside of links only the innermost get the text, lest hostile nesting take quadratic time. */
const NESTED_AT_MOST = 8;

/**
 * Reads a mail as a browser would. `isOwnPicture` tells from a decoded src which pictures will be taken out: they don't count
 * for the text of links.
 */
export function readMail(html: string, isOwnPicture: (source: string) => boolean): Mail {
  return new MailReader(html, isOwnPicture).read();
}

interface FoundLink {
  start: number;
  href: Attribute;
  text: FoldedText;
}

class MailReader implements TreeListener, ScanPlace {
  private readonly links: FoundLink[] = [];
  private readonly pictures: MailPicture[] = [];
  private readonly outline: Outline;
  private readonly tree: Tree;
  private readonly openLinks: FoundLink[] = [];
  /** How many of the open elements hide pictures. */
  private hiding = 0;
  private hasBaseHref = false;
  private hasFrameset = false;
  /** Last place up to here where a picture can stand, and the one before the end of the body; -1: none. */
  private place = -1;
  private bodyEndPlace = -1;
  /** What is being read; null at the end. */
  private token: Token | null = null;
  /** Offset up to which nothing but pictures came behind the last `<pre>`; -1 for none. */
  private preStart = -1;
  private readonly html: string;
  private readonly isOwnPicture: (source: string) => boolean;

  constructor(html: string, isOwnPicture: (source: string) => boolean) {
    this.html = html;
    this.isOwnPicture = isOwnPicture;
    this.outline = new Outline(() => this.isBold);
    this.tree = new Tree(html, this);
  }

  read(): Mail {
    const { tree, outline } = this;
    const { scanner } = tree;
    let end = 0;
    for (;;) {
      end = scanner.at;
      const token = scanner.next(this);
      this.token = token;
      if (token === null) break;
      if (token.tag.tagClasses & CLASS.line) outline.endLine(token.tag === TAG.br);
      const isText = token.kind === 'text';
      if (token.tag.tagClasses & CLASS.place || token.kind === 'comment' || (isText && this.place < 0))
        this.notePlace(token.start);
      growTree(tree, token);
      if (isText) this.readText(token);
    }
    // An unfinished tag comes to nothing, but would swallow what stands behind it.
    if (!scanner.endsInside || end < scanner.at) {
      this.notePlace(end);
      if (tree.mode === MODE.beforeBody) this.place = end;
    }
    const { pictures, hasBaseHref } = this;
    return { links: this.finishLinks(), pictures, hasBaseHref, picturePlace: this.choosePlace() };
  }

  started(tag: Token, space: Space): Readonly<ElementNote> {
    const { name } = tag;
    const { tagClasses } = tag.tag;
    const { outline, place, tree } = this;
    if (tagClasses & CLASS.line) outline.startLine(tag.start, place);
    if (space === 'html' && !(tagClasses & CLASS.telling) && !outline.wantsAll) return NOTHING_NOTED;
    const link = name === 'a' || name === 'area' ? this.startLink(tag) : -1;
    if (space !== 'html') return { ...NOTHING_NOTED, link, hidesPictures: true };
    if (name === 'img' || name === 'image') this.startPicture(tag);
    else if (name === 'base' && tag.find('href')) this.hasBaseHref = true;
    else if (name === 'pre' || name === 'listing') this.preStart = tag.end;
    const note =
      tag.offsetCount > 0 || name === 'hr' || name === 'blockquote'
        ? outline.started(tag, place, tree.openElements.top.start)
        : null;
    const hidesPictures = link >= 0 || (tagClasses & CLASS.hiding) > 0;
    if (!hidesPictures && !note) return NOTHING_NOTED;
    return { link, hidesPictures, history: note && note.history, signature: note && note.signature };
  }

  entered({ note }: OpenElement): void {
    const link = note.link >= 0 && this.links[note.link];
    if (link) this.openLinks.push(link);
    if (note.hidesPictures) this.hiding++;
  }

  left(element: OpenElement): void {
    const { note, tag } = element;
    const { token, openLinks } = this;
    const link = note.link >= 0 && this.links[note.link];
    if (link && openLinks[openLinks.length - 1] === link) openLinks.pop();
    else if (link) openLinks.splice(openLinks.lastIndexOf(link), 1);
    if (note.hidesPictures) this.hiding--;
    const endsHere = token?.kind === 'end-tag' && token.tag === tag;
    this.outline.left(element, token === null ? this.html.length : endsHere ? token.end : token.start);
  }

  bodyImplied(): void {
    const { token, html } = this;
    let at = token?.start ?? 0;
    while (token?.kind === 'text' && isSpace(html.charCodeAt(at))) at++;
    // White space in front of a body isn't in it, and a reference may stand for white space.
    if (token?.kind !== 'text' || html.charAt(at) !== '&') this.place = at;
  }

  bodyEnded(tag: Token): void {
    if (tag.name === 'body' || this.bodyEndPlace < 0) this.bodyEndPlace = this.place;
  }

  bodyDropped(): void {
    this.hasFrameset = true;
    this.links.length = 0;
    this.pictures.length = 0;
  }

  isForeign(): boolean {
    return isInForeignText(this.tree);
  }

  /** Whether a text can't tell anything: neither to the tree nor about a link or a quote. */
  skipsText(end: number): boolean {
    if (this.openLinks.length > 0) return false;
    const { html, tree, outline } = this;
    let { at } = tree.scanner;
    while (at < end && isSpace(html.charCodeAt(at))) at++;
    if (at === end) return tree.skipsBlank;
    if (this.place < 0) this.notePlace(at);
    return tree.skipsText && outline.passes(html.charCodeAt(at), at, this.place);
  }

  private get isBold(): boolean {
    const { openElements } = this.tree;
    return openElements.find(TAG.b) >= 0 || openElements.find(TAG.strong) >= 0;
  }

  private notePlace(at: number): void {
    if (this.hiding > 0) return;
    const { mode, openElements, activeFormatting } = this.tree;
    if (openElements.top.space !== 'html' || (mode !== MODE.body && mode !== MODE.cell && mode !== MODE.caption))
      return;
    if (activeFormatting.isSettled && !activeFormatting.isGivenUp) this.place = at;
  }

  private choosePlace(): number {
    const { placeBeforeHistory } = this.outline;
    if (this.hasFrameset) return -1;
    if (placeBeforeHistory >= 0) return placeBeforeHistory;
    return this.bodyEndPlace >= 0 ? this.bodyEndPlace : this.place;
  }

  /** Its index; -1 where it isn't one, or has no content. */
  private startLink(tag: Token): number {
    const href = tag.find('href');
    if (!href) return -1;
    const link = { start: tag.start, href, text: new FoldedText(TEXT_LIMIT) };
    const index = this.links.push(link) - 1;
    if (tag.name === 'a') return index;
    link.text.append(decodeAttribute(tag.sourceOf('alt')));
    return -1;
  }

  private startPicture(tag: Token): void {
    const source = decodeAttribute(tag.sourceOf('src'));
    const isFirstInPre = this.preStart === tag.start;
    if (isFirstInPre) this.preStart = tag.end;
    this.pictures.push({ start: tag.start, end: tag.end, source, isFirstInPre });
    if (this.openLinks.length > 0 && !this.isOwnPicture(source))
      this.appendToLinks(decodeAttribute(tag.sourceOf('alt')));
  }

  private readText(token: Token): void {
    const { outline, openLinks } = this;
    const { wantsText } = outline;
    if (!wantsText && openLinks.length === 0) return;
    const text = token.isCdata ? token.text : decodeText(token.text);
    this.appendToLinks(text);
    if (wantsText) outline.text(text, { start: token.start, place: this.place });
  }

  private appendToLinks(text: string): void {
    const { openLinks } = this;
    for (let at = Math.max(0, openLinks.length - NESTED_AT_MOST); at < openLinks.length; at++) {
      openLinks[at]?.text.append(text);
    }
  }

  private finishLinks(): MailLink[] {
    const isQuoted = coverage(this.outline.history);
    const isInSignature = coverage(this.outline.signatures);
    return this.links.map(({ start, href, text }) => ({
      href,
      text: text.value,
      isQuoted: isQuoted(start),
      isInSignature: isInSignature(start),
    }));
  }
}

/** Tells of ascending offsets whether they lie in one of the regions, which are in the order of their starts. */
function coverage(regions: readonly Region[]): (at: number) => boolean {
  let next = 0;
  let end = -1;
  return (at) => {
    for (let region = regions[next]; region && region.start <= at; region = regions[next]) {
      end = Math.max(end, region.end);
      next++;
    }
    return at < end;
  };
}
