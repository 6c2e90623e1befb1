/**
 * Finds words of several kinds anywhere in a text that is in lower case, in one pass however many there are. Signs that people
 * put between words are passed over, so that `optout` is also found in `opt-out`, `opt_out` and `opt out`; a word that has such
 * signs itself must stand exactly so.
 */
export class Words {
  /** By the first three letters. Filled from the start: engines keep an array with wide gaps as a slow table. */
  private readonly entries = new Array<readonly Entry[]>(KEYS).fill(NO_ENTRIES);

  /** A kind is a bit; its words are separated by blanks, and have three letters or digits at least. */
  constructor(kinds: readonly (readonly [kind: number, words: string])[]) {
    for (const [kind, words] of kinds) for (const word of words.split(' ')) this.add(word, kind);
  }

  /** The sum of the kinds of which there are words behind an offset. */
  kindsIn(text: string, from: number): number {
    let kinds = 0;
    let first = 0;
    let second = 0;
    let firstAt = from;
    let secondAt = from;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isBetween(code)) continue;
      const entries = this.entries[keyOf(first, second, code)] ?? NO_ENTRIES;
      for (let entry = 0; entry < entries.length; entry++) kinds |= kindAt(text, firstAt, entries[entry]);
      first = second;
      second = code;
      firstAt = secondAt;
      secondAt = at;
    }
    return kinds;
  }

  private add(word: string, kind: number): void {
    let lead = 0;
    while (isBetween(word.charCodeAt(lead))) lead++;
    const isExact = word.split('').some((character) => isBetween(character.charCodeAt(0)));
    const letters = word
      .split('')
      .map((character) => character.charCodeAt(0))
      .filter((code) => !isBetween(code));
    const [first = 0, second = 0, third = 0] = letters;
    const key = keyOf(first, second, third);
    this.entries[key] = [...(this.entries[key] ?? NO_ENTRIES), { word, kind, lead, isExact }];
  }
}

interface Entry {
  word: string;
  kind: number;
  /** How many signs stand before its first letter. */
  lead: number;
  isExact: boolean;
}

const NO_ENTRIES: readonly Entry[] = [];
const KEYS = 4096;

/** The same for the same three letters, seldom for others. */
function keyOf(first: number, second: number, third: number): number {
  return ((first & 31) * 137 + (second & 31) * 31 + third) & (KEYS - 1);
}

/** Space and most signs below the digits, the underscore; `%` is among them, so that percent-encoded letters keep their digits. */
function isBetween(code: number): boolean {
  return code < 0x30 ? code !== 0x23 && code !== 0x26 : code === 0x5f;
}

function kindAt(text: string, start: number, entry: Entry | undefined): number {
  if (!entry) return 0;
  const { word, kind, lead, isExact } = entry;
  if (isExact) return text.startsWith(word, start - lead) ? kind : 0;
  let at = start;
  for (let letter = 0; letter < word.length; letter++) {
    while (at < text.length && isBetween(text.charCodeAt(at))) at++;
    if (at >= text.length || text.charCodeAt(at) !== word.charCodeAt(letter)) return 0;
    at++;
  }
  return kind;
}
