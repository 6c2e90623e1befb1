const SPACE = 0x20;
const HIGH_SURROGATE_FIRST = 0xd800;
const HIGH_SURROGATE_LAST = 0xdbff;

/**
 * Text as a reader sees it: white space (what `trim` takes for it) folded into single spaces, none at the ends, zero-width
 * characters dropped. It takes no more than a limit of UTF-16 units.
 */
export class FoldedText {
  private text = '';
  private hasSpace = false;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get isFull(): boolean {
    return this.text.length >= this.limit;
  }

  /** A character that the limit cut in two is left out. */
  get value(): string {
    const last = this.text.charCodeAt(this.text.length - 1);
    const isCut = this.isFull && last >= HIGH_SURROGATE_FIRST && last <= HIGH_SURROGATE_LAST;
    return isCut ? this.text.slice(0, -1) : this.text;
  }

  append(text: string): void {
    let start = 0;
    for (let at = 0; at <= text.length && !this.isFull; at++) {
      const code = at < text.length ? text.charCodeAt(at) : SPACE;
      const isPlain = code > SPACE && (code < 0x7f || !(isZeroWidth(code) || text.charAt(at).trim() === ''));
      if (isPlain) continue;
      if (at > start) this.add(text.slice(start, at));
      start = at + 1;
      // What is left below the space are characters that nobody sees, and that are white space nowhere else; `trim` takes the
      // byte order mark for white space.
      if (at < text.length && !isZeroWidth(code) && text.charAt(at).trim() === '') this.hasSpace = this.text !== '';
    }
  }

  private add(word: string): void {
    this.text += this.hasSpace ? ` ${word}` : word;
    this.hasSpace = false;
    if (this.text.length > this.limit) this.text = this.text.slice(0, this.limit);
  }
}

/** Soft hyphen, grapheme joiner, zero-width space and joiners, direction marks, word joiner and its kin, byte order mark; NUL. */
function isZeroWidth(code: number): boolean {
  return (
    code === 0 ||
    code === 0xad ||
    code === 0x34f ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff
  );
}
