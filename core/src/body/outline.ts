import { FoldedText } from './folded-text.ts';
import { isDivider, isHeaderLine, mayDivide } from './header-lines.ts';
import type { OpenElement, Region } from './open-elements.ts';
import { markOfStyle, marksOf } from './quote-marks.ts';
import type { Mark } from './quote-marks.ts';
import type { Token } from './scanner.ts';
import { CLASS } from './tag-names.ts';

/** Where something begins, and the last place up to there where a picture can stand (-1: none). */
export interface Origin {
  start: number;
  place: number;
}

/** A start tag that becomes an element. */
interface StartedElement extends Origin {
  tag: Token;
}

/** What is to happen when an element ends. */
export interface EndNote {
  history: Region | null;
  signature: Region | null;
}

/** Something that belongs to the history, if history follows it. */
interface LeadIn extends Origin {
  kind: 'blank' | 'text' | 'divider';
  /** While its element is open, what is in it isn't "between". */
  tag: Token | null;
  headerLines: number;
}

/** As much of a line as the tests for dividers and headers look at. */
const LINE_LIMIT = 120;
const HEADER_LINES = 2;

/**
 * Finds the quoted history and the signature of a mail while it is read. By structure, never by words: they come in every
 * language.
 */
export class Outline {
  readonly history: Region[] = [];
  readonly signatures: Region[] = [];
  /** The last place for a picture before the first quoted history; -1 where there is none. */
  placeBeforeHistory = -1;
  /** The history that is being read; null outside. */
  open: Region | null = null;
  private readonly html: string;
  /** The line that is being read: null before its first text, false once it can't be a divider or header. */
  private line: FoldedText | false | null = null;
  private lineOrigin: Origin | null = null;
  private leadIn: LeadIn | null = null;
  private headerRule: (Origin & { tag: Token }) | null = null;
  /** The tag of the open history, if the first blockquote directly in it ends it. */
  private replyQuote: Token | null = null;
  private autoSignature: Region | null = null;

  constructor(html: string) {
    this.html = html;
  }

  /** Whether text would tell anything. */
  get wantsText(): boolean {
    return this.open === null && this.line !== false;
  }

  /** To be told of every tag that begins a line, before it is read as one. */
  endLine(): void {
    const { line, lineOrigin, leadIn } = this;
    this.line = null;
    this.lineOrigin = null;
    if (line === null || this.open) return;
    const text = line ? line.value : '';
    if (leadIn?.kind === 'divider' && isHeaderLine(text)) {
      if (++leadIn.headerLines === HEADER_LINES) this.startHistory(leadIn);
      return;
    }
    if (leadIn?.tag === null) this.leadIn = null;
    if (lineOrigin && isDivider(text)) {
      this.leadIn = { ...(this.leadIn ?? lineOrigin), kind: 'divider', tag: null, headerLines: 0 };
    }
  }

  /**
   * To be told of every element that begins, with the last place for a picture before it, the tag of the element that it is
   * put into, and its style. Says what is to happen when it ends; null: nothing.
   */
  started(tag: Token, place: number, parent: Token | null, style: string): EndNote | null {
    if (this.open) return this.startedInHistory(tag, parent);
    if (this.lineOrigin === null && tag.tag.classes & CLASS.line) this.lineOrigin = { start: tag.start, place };
    if (tag.offsets.length === 0 && tag.name !== 'hr') return null;
    const marks = marksOf(this.html, tag);
    if (marks.length === 0 && !this.autoSignature && tag.name !== 'div' && tag.name !== 'hr') return null;
    const element = { tag, place, start: tag.start };
    const note: EndNote = { history: null, signature: null };
    for (const mark of marks) this.mark(mark, element, note);
    this.readStyle(style, element, note);
    if (tag.name === 'hr') this.mark('lead-in', element, note);
    return note.history || note.signature ? note : null;
  }

  /** To be told of text, decoded, and of whether it is bold. */
  text(text: string, isBold: boolean, origin: Origin): void {
    const visible = text.trim();
    if (visible === '' || this.open) return;
    if (this.headerRule && isBold) {
      this.startHistory(this.headerRule);
      return;
    }
    this.headerRule = null;
    this.lineOrigin = this.lineOrigin ?? origin;
    if (this.line === null)
      this.line = (this.leadIn?.kind === 'divider' || mayDivide(visible)) && new FoldedText(LINE_LIMIT);
    if (this.line) this.line.append(text);
  }

  /** To be told of every element that ends, and where. */
  left({ source, note: { history, signature } }: OpenElement, end: number): void {
    if (history && history.end === Infinity) {
      history.end = end;
      if (this.open === history) this.open = null;
    }
    if (signature) signature.end = end;
    if (this.leadIn?.tag === source) this.leadIn.tag = null;
    if (this.headerRule?.tag === source) this.headerRule = null;
  }

  private startedInHistory(tag: Token, parent: Token | null): EndNote | null {
    if (parent === null || parent !== this.replyQuote || tag.name !== 'blockquote') return null;
    this.replyQuote = null;
    return { history: this.open, signature: null };
  }

  private mark(mark: Mark, element: StartedElement, note: EndNote): void {
    if (this.open) return;
    switch (mark) {
      case 'quote':
      case 'reply-quote':
        note.history = this.startHistory(this.leadIn ?? element);
        this.replyQuote = mark === 'reply-quote' ? element.tag : null;
        return;
      case 'rest':
        this.startHistory(this.headerRule ?? this.leadIn ?? this.lineStart(element));
        return;
      case 'lead-in':
      case 'text-lead-in':
        this.startLeadIn(mark === 'lead-in' ? 'blank' : 'text', element);
        return;
      case 'signature':
        note.signature = this.startSignature(element.start);
        return;
      case 'signature-start':
        this.startSignature(element.start);
        return;
      case 'auto-signature':
        this.autoSignature = this.startSignature(this.lineStart(element).start);
    }
  }

  private readStyle(source: string, element: StartedElement, note: EndNote): void {
    const { tag } = element;
    const isBlock = tag.name === 'div' || tag.name === 'hr';
    if (source === '' || !(isBlock || this.autoSignature)) return;
    const style = source.toLowerCase();
    if (this.autoSignature && style.includes('mso-bookmark:_mailautosig')) {
      this.autoSignature.end = tag.end;
      note.signature = this.autoSignature;
    }
    const mark = isBlock ? markOfStyle(tag.name, style) : null;
    if (mark === 'header-rule') this.headerRule = { ...(this.leadIn ?? element), tag };
    else if (mark) this.mark(mark, element, note);
  }

  /** A bookmark stands inside the line that it marks. */
  private lineStart(element: StartedElement): Origin {
    return (element.tag.name === 'a' && this.line === null && this.lineOrigin) || element;
  }

  private startLeadIn(kind: 'blank' | 'text', { tag, start, place }: StartedElement): void {
    // Of two with text only the second can say who is quoted: above it the author may have written into the first.
    const earlier = this.leadIn?.kind === 'blank' || kind === 'blank' ? this.leadIn : null;
    this.leadIn = {
      start: earlier ? earlier.start : start,
      place: earlier ? earlier.place : place,
      kind: kind === 'text' ? kind : (earlier?.kind ?? kind),
      tag: tag.name === 'hr' ? null : tag,
      headerLines: 0,
    };
  }

  private startHistory({ start, place }: Origin): Region {
    if (this.history.length === 0) this.placeBeforeHistory = place;
    this.open = { start, end: Infinity };
    this.history.push(this.open);
    this.leadIn = null;
    this.headerRule = null;
    return this.open;
  }

  private startSignature(start: number): Region {
    const region = { start, end: Infinity };
    this.signatures.push(region);
    return region;
  }
}
