const HIGH_SURROGATE_FIRST = 0xd800;
const HIGH_SURROGATE_LAST = 0xdbff;

/**
 * Text as a reader sees it: white space folded into single spaces, none at the ends, zero-width characters dropped. It takes
 * no more than a limit of UTF-16 units.
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
    for (let at = 0; at < text.length && !this.isFull; at++) {
      const character = text.charAt(at);
      if (isZeroWidth(character.charCodeAt(0))) continue;
      if (isWhiteSpace(character)) this.hasSpace = this.text !== '';
      else this.appendVisible(character);
    }
  }

  private appendVisible(character: string): void {
    if (this.hasSpace) this.text += ' ';
    this.hasSpace = false;
    if (!this.isFull) this.text += character;
  }
}

/** What JavaScript's `\s` takes for white space, the no-break space included. */
function isWhiteSpace(character: string): boolean {
  return character.trim() === '';
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
