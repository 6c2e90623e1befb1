/**
 * Finds any of a list of words anywhere in a text. The words, of two letters at least, are kept by these, so that a text is read
 * once and not once for every word.
 */
export class Words {
  // Filled from the start: engines keep an array with wide gaps as a slow table.
  private readonly byStart = new Array<readonly string[]>(KEYS).fill(NO_WORDS);

  constructor(words: string) {
    for (const word of words.split(' ')) {
      const key = keyOf(word.charCodeAt(0), word.charCodeAt(1));
      this.byStart[key] = [...(this.byStart[key] ?? NO_WORDS), word];
    }
  }

  areIn(text: string): boolean {
    let first = text.charCodeAt(0);
    for (let at = 1; at < text.length; at++) {
      const second = text.charCodeAt(at);
      const words = this.byStart[keyOf(first, second)] ?? NO_WORDS;
      if (words.length > 0 && words.some((word) => text.startsWith(word, at - 1))) return true;
      first = second;
    }
    return false;
  }
}

const NO_WORDS: readonly string[] = [];
const KEYS = 64 * 64;

/** The same for the same two letters, seldom for others. */
function keyOf(first: number, second: number): number {
  return (first & 63) * 64 + (second & 63);
}

/**
 * A text in lower case without what people put between words: `opt_out`, `opt-out`, `opt/out` and `Opt out` become the same. Also
 * without `%`, so that percent-encoded letters keep their digits.
 */
export function squeeze(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code !== 0x5f) continue;
    if (!SEPARATORS.includes(text.charAt(at))) continue;
    pieces.push(text.slice(done, at));
    done = at + 1;
  }
  return pieces.concat(text.slice(done)).join('').toLowerCase();
}

/** All but the underscore come before the digits. */
const SEPARATORS = " -_/.+%'";
