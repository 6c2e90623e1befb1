import { FoldedText } from './folded-text.ts';
import { isDivider, isHeaderLine } from './header-lines.ts';
import type { ElementNote, OpenElement, Region } from './open-elements.ts';
import { marksOf } from './quote-marks.ts';
import type { Token } from './scanner.ts';

/** Where something begins, and the last place up to there where a picture can stand (-1: none). */
interface Origin {
  start: number;
  place: number;
}

/** Something that belongs to the history, if history follows it. */
interface LeadIn extends Origin {
  kind: 'blank' | 'text' | 'divider';
  /** While its element is open, what is in it isn't "between". */
  tag: Token | null;
  headerLines: number;
}

const BREAKS_LINE = new Set(
  (
    'address article blockquote br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p ' +
    'pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

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
  private readonly html: string;
  private line = new FoldedText(LINE_LIMIT);
  private lineOrigin: Origin | null = null;
  private leadIn: LeadIn | null = null;
  private headerRule: (Origin & { tag: Token }) | null = null;
  /** The history that is being read. */
  private open: Region | null = null;
  /** Its element, if the first blockquote directly in that ends it. */
  private replyQuote: Token | null = null;
  private autoSignature: Region | null = null;

  constructor(html: string) {
    this.html = html;
  }

  /** Whether text would tell anything. */
  get wantsText(): boolean {
    return this.open === null && !this.line.isFull;
  }

  /** To be told of every tag before it is read as one. */
  tag(tag: Token): void {
    if (this.open === null && BREAKS_LINE.has(tag.name)) this.endLine();
  }

  /** To be told of every element that begins, and in which; notes what is to happen when it ends. */
  started(tag: Token, parent: Token | null, place: number, note: ElementNote): void {
    const origin = { start: tag.start, place };
    if (this.open === null && this.lineOrigin === null && BREAKS_LINE.has(tag.name)) this.lineOrigin = origin;
    for (const mark of marksOf(this.html, tag)) {
      if (mark === 'signature' || mark === 'signature-start') note.signature = this.startSignature(tag.start);
      else if (mark === 'auto-signature') this.startAutoSignature(origin);
      else if (mark === 'auto-signature-part') this.extendAutoSignature(tag, note);
      else if (mark === 'quote' || mark === 'reply-quote') this.startQuote({ tag, parent, mark }, origin, note);
      else if (this.open !== null) continue;
      else if (mark === 'rest') this.startHistory(this.headerRule ?? this.originOf(tag, origin));
      else if (mark === 'header-rule') this.headerRule = { ...(this.leadIn ?? origin), tag };
      else this.startLeadIn(mark === 'lead-in' ? 'blank' : 'text', tag, origin);
    }
  }

  /** To be told of text, decoded, and of whether it is bold. */
  text(text: string, isBold: boolean, origin: Origin): void {
    if (this.open !== null || text.trim() === '') return;
    this.lineOrigin = this.lineOrigin ?? origin;
    this.line.append(text);
    const rule = this.headerRule;
    this.headerRule = null;
    if (rule && isBold) this.startHistory(rule);
  }

  /** To be told of every element that ends, and where. */
  left(element: OpenElement, end: number): void {
    const { history, signature } = element.note;
    if (history && history.end === Infinity) {
      history.end = end;
      if (this.open === history) this.open = null;
    }
    if (signature) signature.end = end;
    if (this.leadIn?.tag === element.tag) this.leadIn.tag = null;
    if (this.headerRule?.tag === element.tag) this.headerRule = null;
  }

  private endLine(): void {
    const line = this.line.value;
    const origin = this.lineOrigin;
    this.lineOrigin = null;
    if (line === '') return;
    this.line = new FoldedText(LINE_LIMIT);
    const { leadIn } = this;
    if (leadIn?.kind === 'divider' && isHeaderLine(line)) {
      if (++leadIn.headerLines === HEADER_LINES) this.startHistory(leadIn);
      return;
    }
    if (leadIn?.tag === null) this.leadIn = null;
    if (origin && isDivider(line)) {
      this.leadIn = { ...(this.leadIn ?? origin), kind: 'divider', tag: null, headerLines: 0 };
    }
  }

  private startLeadIn(kind: LeadIn['kind'], tag: Token, origin: Origin): void {
    // Of two with text only the second can say who is quoted: above it the author may have written into the first.
    const earlier = this.leadIn?.kind === 'blank' || kind === 'blank' ? this.leadIn : null;
    const isEmpty = tag.name === 'hr';
    this.leadIn = {
      start: earlier?.start ?? origin.start,
      place: earlier?.place ?? origin.place,
      kind: kind === 'text' ? kind : (earlier?.kind ?? kind),
      tag: isEmpty ? null : tag,
      headerLines: 0,
    };
  }

  private startQuote(
    { tag, parent, mark }: { tag: Token; parent: Token | null; mark: 'quote' | 'reply-quote' },
    origin: Origin,
    note: ElementNote,
  ): void {
    if (this.open === null) {
      note.history = this.startHistory(this.leadIn ?? origin);
      this.replyQuote = mark === 'reply-quote' ? tag : null;
    } else if (tag.name === 'blockquote' && parent !== null && parent === this.replyQuote) {
      note.history = this.open;
      this.replyQuote = null;
    }
  }

  private startHistory(origin: Origin): Region {
    const region = { start: origin.start, end: Infinity };
    if (this.history.length === 0) this.placeBeforeHistory = origin.place;
    this.history.push(region);
    this.open = region;
    this.leadIn = null;
    this.headerRule = null;
    this.line = new FoldedText(LINE_LIMIT);
    this.lineOrigin = null;
    return region;
  }

  /** A bookmark stands inside the line that it marks. */
  private originOf(tag: Token, origin: Origin): Origin {
    return this.leadIn ?? (tag.name === 'a' && this.line.value === '' ? this.lineOrigin : null) ?? origin;
  }

  private startSignature(start: number): Region {
    const region = { start, end: Infinity };
    this.signatures.push(region);
    return region;
  }

  private startAutoSignature(origin: Origin): void {
    const line = this.line.value === '' ? this.lineOrigin : null;
    this.autoSignature = this.startSignature((line ?? origin).start);
  }

  private extendAutoSignature(tag: Token, note: ElementNote): void {
    if (this.autoSignature === null) return;
    this.autoSignature.end = tag.end;
    note.signature = this.autoSignature;
  }
}
