/** Text that takes the place of a part of the source. */
export interface Edit {
  start: number;
  /** Offset after the part; the same as `start` where something is only put in. */
  end: number;
  text: string;
}

/** Applies edits that are in ascending order and don't overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text } of edits) {
    result += source.slice(done, start) + text;
    done = end;
  }
  return result + source.slice(done);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['`', '&#96;'],
  ['=', '&#61;'],
  [' ', '&#32;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\f', '&#12;'],
  ['\r', '&#13;'],
]);

/** Escapes the value of an attribute for the quote that it stands in; an empty one means none. */
export function escapeAttribute(value: string, quote: string): string {
  // A carriage return would be read as a line feed.
  const special = quote === '' ? Array.from(ESCAPES.keys()) : ['&', quote, '\r'];
  let result = value;
  for (const character of special) {
    if (result.includes(character)) result = result.split(character).join(ESCAPES.get(character));
  }
  return result;
}
