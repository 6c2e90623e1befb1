import { FoldedText } from './folded-text.ts';
import { FULL_ADDRESS, isHeaderLine, isDivider, mayDivide, TIME_OR_ADDRESS, whoWroteLine } from './header-lines.ts';
import type { OpenElement, Region } from './open-elements.ts';
import { isBoldStyle, markOfStyle, marksOf } from './quote-marks.ts';
import type { Mark } from './quote-marks.ts';
import type { Token } from './scanner.ts';

/** Where something begins, and the last place up to there where a picture can stand (-1: none). */
export interface Origin {
  start: number;
  place: number;
}

/** A box that holds a header if bold text comes first in it that looks like a label. */
interface HeaderRule extends Origin {
  /** Where its start tag begins. */
  openAt: number;
  isBold: boolean;
  label: string;
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
  /** Where its element starts, while that is open: what is in it isn't "between". -1 afterwards. */
  openAt: number;
  headerLines: number;
}

const AMPERSAND = 0x26;
const LEAST_BEYOND_ASCII = 0x80;

/** As much of a line as the tests for dividers and headers look at. */
const LINE_LIMIT = 120;
const HEADER_LINES = 2;
/** From, Sent, To, Subject: as many lines has a header that neither a box nor a divider sets off. */
const BARE_HEADER_LINES = 4;
/** As much of the source as the line above a quote is looked for in. */
const LONGEST_SOURCE = 2000;

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
  /** The line that is being read: null before its first text, false once it can't be a divider or header. */
  private line: FoldedText | false | null = null;
  /** Where it begins, and the last place for a picture before it; -1 before it begins. */
  private lineStart = -1;
  private linePlace = -1;
  /** The same of the last line that shows something, or of the divider above it; -1 for none. */
  private lastStart = -1;
  private lastPlace = -1;
  /** Whether the line that is being read begins with bold text. */
  private isBoldLine = false;
  /** Lines up to here that look like a header by themselves. */
  private bareHeader: (Origin & { lines: number }) | null = null;
  private leadIn: LeadIn | null = null;
  private headerRule: HeaderRule | null = null;
  /** Where the element of the open history starts, if the first blockquote directly in it ends it; -1 else. */
  private replyQuote = -1;
  private autoSignature: Region | null = null;
  private readonly isBold: () => boolean;

  /** `isBold` tells whether text is where the mail is being read. */
  constructor(isBold: () => boolean) {
    this.isBold = isBold;
  }

  /** Whether a text would tell anything. */
  get wantsText(): boolean {
    return this.open === null && (this.leadIn !== null || this.headerRule !== null || this.line !== false);
  }

  /**
   * Whether text that begins with this visible character tells no more than that its line is neither a divider nor a header,
   * which is noted. It begins there, with the last place for a picture before it.
   */
  passes(code: number, start: number, place: number): boolean {
    if (!this.wantsText) return true;
    if (this.line !== null || this.leadIn !== null || this.headerRule !== null) return false;
    // References are decoded before anybody looks for dividers, and what is blank beyond ASCII isn't known here.
    if (code === AMPERSAND || code >= LEAST_BEYOND_ASCII || mayDivide(code) || this.isBold()) return false;
    this.line = false;
    this.startLine(start, place);
    return true;
  }

  /** Whether every tag would tell something: any may carry the bookmark of the signature, or make bold what a box begins with. */
  get wantsAll(): boolean {
    return this.open === null && (this.autoSignature !== null || this.headerRule !== null);
  }

  /** To be told of every element that begins a line, and of the last place for a picture before it. */
  startLine(start: number, place: number): void {
    if (this.lineStart < 0) this.lineStart = start;
    else if (this.linePlace >= 0) return;
    this.linePlace = place;
  }

  /** To be told of every tag that begins a line, before it is read as one, and whether it is only a line break. */
  endLine(isBreak: boolean): void {
    const { line, leadIn, lineStart: start, linePlace: place, isBoldLine } = this;
    this.lineStart = -1;
    if (line === null) return;
    this.line = null;
    this.isBoldLine = false;
    if (this.open !== null) return;
    const text = line ? line.value : '';
    const isHeader = line !== false && isHeaderLine(text);
    const divider = leadIn?.kind === 'divider' ? leadIn : null;
    this.lastStart = divider ? divider.start : start;
    this.lastPlace = divider ? divider.place : place;
    if (divider && isHeader) {
      if (++divider.headerLines === HEADER_LINES) this.startHistory(divider);
      return;
    }
    if (!isHeader || !isBoldLine) this.bareHeader = null;
    else if (this.readBareHeader(text, isBreak, leadIn ?? { start, place })) return;
    if (leadIn?.openAt === -1) this.leadIn = null;
    if (isDivider(text)) this.leadIn = { start, place, ...leadIn, kind: 'divider', openAt: -1, headerLines: 0 };
  }

  /**
   * To be told of every element that may tell something, with the last place for a picture before it, and where the element
   * starts that it is put into. Says what is to happen when it ends; null: nothing, not even that it wants to be told.
   */
  started(tag: Token, place: number, parent: number): EndNote | null {
    if (this.open) return this.startedInHistory(tag, parent);
    const { name } = tag;
    const isBlock = name === 'div' || name === 'hr' || name === 'blockquote';
    const marks = marksOf(tag);
    if (marks.length === 0 && !isBlock && !this.wantsAll) return null;
    const element = { tag, place, start: tag.start };
    const note: EndNote = { history: null, signature: null };
    for (const mark of marks) this.mark(mark, element, note);
    if (isBlock || this.wantsAll) this.readStyle(element, note);
    if (name === 'hr') this.mark('lead-in', element, note);
    const whoWrote = name === 'blockquote' && !this.open && this.findWhoWrote(element, FULL_ADDRESS);
    if (whoWrote) note.history = this.startHistory(whoWrote);
    const isAwaited = this.leadIn?.openAt === tag.start || this.headerRule?.openAt === tag.start;
    return isAwaited || note.history || note.signature ? note : null;
  }

  /** To be told of text, decoded, where it starts, and of the last place for a picture before it. */
  text(text: string, { start, place }: Origin): void {
    const visible = text.trim();
    if (visible === '') return;
    if (this.headerRule && this.readHeaderRule(this.headerRule, text)) return;
    this.startLine(start, place);
    if (this.line === null) {
      this.isBoldLine = this.isBold();
      const mayTell = this.isBoldLine || this.leadIn?.kind === 'divider' || mayDivide(visible.charCodeAt(0));
      this.line = mayTell && new FoldedText(LINE_LIMIT);
    }
    if (this.line) this.line.append(text);
  }

  /** To be told of every element that ends, and where. */
  left({ start, note: { history, signature } }: OpenElement, end: number): void {
    if (history && history.end === Infinity) {
      history.end = end;
      if (this.open === history) this.open = null;
    }
    if (signature) signature.end = end;
    if (this.leadIn?.openAt === start) this.leadIn.openAt = -1;
    if (this.headerRule?.openAt === start) this.headerRule = null;
  }

  /** Whether the text is the one that begins the history. */
  private readHeaderRule(rule: HeaderRule, text: string): boolean {
    rule.label += text;
    if (!rule.isBold && !this.isBold()) this.headerRule = null;
    else if (isHeaderLine(rule.label.trim())) this.startHistory(rule);
    // Word may cut a word from its colon.
    else if (rule.label.length > LINE_LIMIT) this.headerRule = null;
    return this.open !== null;
  }

  /**
   * Whether the line completes a header that nothing sets off, as Outlook for Windows writes some: lines with a bold word in front in
   * one paragraph, the first with a full address. Of their own, people begin a paragraph for each.
   */
  private readBareHeader(text: string, isBreak: boolean, origin: Origin): boolean {
    if (this.bareHeader) this.bareHeader.lines++;
    else if (FULL_ADDRESS.test(text)) this.bareHeader = { start: origin.start, place: origin.place, lines: 1 };
    if (this.bareHeader?.lines === BARE_HEADER_LINES) this.startHistory(this.bareHeader);
    else if (!isBreak) this.bareHeader = null;
    return this.open !== null;
  }

  private startedInHistory(tag: Token, parent: number): EndNote | null {
    if (parent < 0 || parent !== this.replyQuote || tag.name !== 'blockquote') return null;
    this.replyQuote = -1;
    return { history: this.open, signature: null };
  }

  private mark(mark: Mark, element: StartedElement, note: EndNote): void {
    if (this.open) return;
    switch (mark) {
      case 'quote':
      case 'reply-quote':
        note.history = this.startHistory(this.leadIn ?? this.findWhoWrote(element, TIME_OR_ADDRESS) ?? element);
        this.replyQuote = mark === 'reply-quote' ? element.start : -1;
        return;
      case 'rest':
        this.startHistory(this.headerRule ?? this.leadIn ?? this.lineOf(element));
        return;
      case 'lead-in':
      case 'text-lead-in':
        this.startLeadIn(mark === 'lead-in' ? 'blank' : 'text', element);
        return;
      case 'signature':
        // A picture in a signature is none: all behind it would be one.
        if (element.tag.name !== 'img') note.signature = this.startSignature(element.start);
        return;
      case 'auto-signature':
        this.autoSignature = this.startSignature(this.lineOf(element).start);
    }
  }

  private readStyle(element: StartedElement, note: EndNote): void {
    const { tag } = element;
    const style = tag.sourceOf('style').toLowerCase();
    if (this.autoSignature && style.includes('mso-bookmark:_mailautosig')) {
      this.autoSignature.end = tag.end;
      note.signature = this.autoSignature;
    }
    if (this.headerRule && isBoldStyle(style)) this.headerRule.isBold = true;
    const mark = markOfStyle(tag.name, style);
    if (mark === 'header-rule') {
      const { start, place } = this.leadIn ?? element;
      this.headerRule = { start, place, openAt: tag.start, isBold: false, label: '' };
    } else if (mark) this.mark(mark, element, note);
  }

  /** A bookmark stands inside the line that it marks. */
  private lineOf(element: StartedElement): Origin {
    const isInLine = element.tag.name === 'a' && this.lineStart >= 0;
    return isInLine ? { start: this.lineStart, place: this.linePlace } : element;
  }

  /** The line above an element, if it is one that says who wrote what follows and holds what it needs. */
  private findWhoWrote({ tag, start, place }: StartedElement, needs: RegExp): Origin | null {
    const { lastStart, lastPlace } = this;
    if (lastStart < 0 || start - lastStart > LONGEST_SOURCE) return null;
    if (!needs.test(whoWroteLine(tag.html.slice(lastStart, start)))) return null;
    return { start: lastStart, place: lastPlace < 0 ? place : lastPlace };
  }

  private startLeadIn(kind: 'blank' | 'text', { start, place }: StartedElement): void {
    // Of two with text only the second can say who is quoted: above it the author may have written into the first.
    const earlier = this.leadIn?.kind === 'blank' || kind === 'blank' ? this.leadIn : null;
    this.leadIn = {
      start: earlier ? earlier.start : start,
      place: earlier ? earlier.place : place,
      kind: kind === 'text' ? kind : (earlier?.kind ?? kind),
      // What stands in a box for history may be the author's.
      openAt: kind === 'blank' ? -1 : start,
      headerLines: 0,
    };
  }

  private startHistory({ start, place }: Origin): Region {
    if (this.history.length === 0) this.placeBeforeHistory = place;
    this.open = { start, end: Infinity };
    this.history.push(this.open);
    this.leadIn = null;
    this.headerRule = null;
    this.bareHeader = null;
    this.lastStart = -1;
    return this.open;
  }

  private startSignature(start: number): Region {
    const region = { start, end: Infinity };
    this.signatures.push(region);
    return region;
  }
}
