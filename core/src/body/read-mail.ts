import { findAttribute, isSpace } from './attributes.ts';
import type { Attribute } from './attributes.ts';
import { decodeAttribute, decodeText } from './character-references.ts';
import type { Space } from './element-classes.ts';
import { FoldedText } from './folded-text.ts';
import { growTree } from './grow-tree.ts';
import { isInForeignText } from './in-foreign.ts';
import { NOTHING_NOTED } from './open-elements.ts';
import type { ElementNote, OpenElement, Region } from './open-elements.ts';
import { Outline } from './outline.ts';
import { valueOf } from './quote-marks.ts';
import { sourceOfText } from './scanner.ts';
import type { Token } from './scanner.ts';
import { Tree } from './tree.ts';
import type { TreeListener } from './tree.ts';

/** A link in live markup: `<a>` or `<area>` with an href. */
export interface MailLink {
  /** Offset of its start tag. */
  start: number;
  href: Attribute;
  text: string;
  isQuoted: boolean;
  isInSignature: boolean;
}

/** An `<img>` with a src in live markup. */
export interface MailPicture {
  tag: Token;
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
/** Links inside of links: the text of the outermost isn't followed further. */
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

const SHOWN_MODES = new Set(['body', 'caption', 'cell']);

/** Elements in which a picture may not be loaded or seen, or where it would become part of a link or a control. */
const HIDING = new Set(
  'applet audio button canvas datalist details dialog map object picture plaintext rp select template video'.split(' '),
);

class MailReader implements TreeListener {
  private readonly links: FoundLink[] = [];
  private readonly pictures: MailPicture[] = [];
  private readonly outline: Outline;
  private readonly tree: Tree;
  private readonly openLinks: FoundLink[] = [];
  private hiding = 0;
  private bold = 0;
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
    this.outline = new Outline(html);
    this.tree = new Tree(html, this);
  }

  read(): Mail {
    const { scanner } = this.tree;
    this.notePlace();
    for (let token = this.next(); token; token = this.next()) {
      if (token.kind === 'start-tag' || token.kind === 'end-tag') this.outline.tag(token);
      growTree(this.tree, token);
      if (token.kind === 'text') this.readText(token);
      this.notePlace();
    }
    if (this.tree.mode === 'before-body' && !scanner.endsInside) this.place = this.html.length;
    return {
      links: this.finishLinks(),
      pictures: this.pictures,
      hasBaseHref: this.hasBaseHref,
      picturePlace: this.choosePlace(),
    };
  }

  started(tag: Token, space: Space): ElementNote {
    const note: ElementNote = { ...NOTHING_NOTED, hidesPictures: space !== 'html' || HIDING.has(tag.name) };
    if (tag.name === 'a' || tag.name === 'area') this.startLink(tag, note);
    if (space !== 'html') return note;
    if (tag.name === 'img') this.startPicture(tag);
    else if (tag.name === 'base' && findAttribute(tag.attributes, 'href')) this.hasBaseHref = true;
    if (tag.name === 'pre' || tag.name === 'listing') this.preStart = tag.end;
    note.isBold = tag.name === 'b' || tag.name === 'strong';
    if (tag.attributes.length > 0 || tag.name === 'hr') this.readAttributes(tag, note);
    this.outline.started(tag, this.tree.stack.top?.tag ?? null, this.place, note);
    return note;
  }

  entered({ note }: OpenElement): void {
    const link = this.links[note.link];
    if (link) this.openLinks.push(link);
    if (note.hidesPictures) this.hiding++;
    if (note.isBold) this.bold++;
  }

  left(element: OpenElement): void {
    const { note, name } = element;
    const link = this.links[note.link];
    if (link) this.openLinks.splice(this.openLinks.lastIndexOf(link), 1);
    if (note.hidesPictures) this.hiding--;
    if (note.isBold) this.bold--;
    const { token } = this;
    const endsHere = token?.kind === 'end-tag' && token.name === name;
    this.outline.left(element, endsHere ? token.end : (token?.start ?? this.html.length));
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

  private next(): Token | null {
    this.token = this.tree.scanner.next(isInForeignText(this.tree));
    return this.token;
  }

  private notePlace(): void {
    const { tree } = this;
    const { scanner, stack, formatting } = tree;
    if (scanner.endsInside || this.hiding > 0 || !SHOWN_MODES.has(tree.mode) || tree.dropsLineBreak) return;
    if (stack.top?.space === 'html' && formatting.isSettled && !formatting.isGivenUp) this.place = scanner.at;
  }

  private choosePlace(): number {
    if (this.hasFrameset) return -1;
    if (this.outline.placeBeforeHistory >= 0) return this.outline.placeBeforeHistory;
    return this.bodyEndPlace >= 0 ? this.bodyEndPlace : this.place;
  }

  private startLink(tag: Token, note: ElementNote): void {
    const href = findAttribute(tag.attributes, 'href');
    if (!href) return;
    const link = { start: tag.start, href, text: new FoldedText(TEXT_LIMIT) };
    if (tag.name === 'a') {
      note.link = this.links.length;
      note.hidesPictures = true;
    } else link.text.append(this.valueOf(tag, 'alt'));
    this.links.push(link);
  }

  private startPicture(tag: Token): void {
    const source = this.valueOf(tag, 'src');
    const isFirstInPre = this.preStart === tag.start;
    if (isFirstInPre) this.preStart = tag.end;
    this.pictures.push({ tag, source, isFirstInPre });
    if (!this.isOwnPicture(source)) this.appendToLinks(this.valueOf(tag, 'alt'));
  }

  private readAttributes(tag: Token, note: ElementNote): void {
    const style = findAttribute(tag.attributes, 'style');
    if (style && style.end > style.start) {
      const text = this.html.slice(style.start, style.end).toLowerCase();
      if (valueOf(text, 'display').trim() === 'none') note.hidesPictures = true;
      const weight = valueOf(text, 'font-weight').trim();
      if (weight === 'bold' || weight === '700') note.isBold = true;
    }
    if (findAttribute(tag.attributes, 'hidden')) note.hidesPictures = true;
  }

  private readText(token: Token): void {
    const { tree, outline } = this;
    const isWanted = outline.wantsText || this.openLinks.length > 0;
    if (!isWanted || tree.isInTemplate || tree.mode.startsWith('select')) return;
    const source = sourceOfText(this.html, token);
    const text = token.isCdata ? source : decodeText(source);
    this.appendToLinks(text);
    outline.text(text, this.bold > 0, { start: token.start, place: this.place });
  }

  private appendToLinks(text: string): void {
    for (const link of this.openLinks.slice(-NESTED_AT_MOST)) link.text.append(text);
  }

  private valueOf(tag: Token, name: string): string {
    const attribute = findAttribute(tag.attributes, name);
    return attribute ? decodeAttribute(this.html.slice(attribute.start, attribute.end)) : '';
  }

  private finishLinks(): MailLink[] {
    const isQuoted = coverage(this.outline.history);
    const isInSignature = coverage(this.outline.signatures);
    return this.links.map(({ start, href, text }) => ({
      start,
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
