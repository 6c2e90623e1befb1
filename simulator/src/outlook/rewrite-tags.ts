import { Parser } from 'htmlparser2';

/** A start tag in live markup. */
interface Tag {
  /** Lower case. */
  name: string;
  /** Names in lower case, values decoded; in order. */
  attributes: Readonly<Record<string, string>>;
  raw: string;
}

/** What a rewriting does with the pieces of a body; what it leaves out stays byte for byte. */
export interface Rewriting {
  /** The new markup of a start tag. */
  tag?: (tag: Tag) => string;
  /** The new markup of a run of text outside `pre`, `style` and the like. */
  text?: (raw: string) => string;
}

const VERBATIM = new Set(['pre', 'style', 'script', 'textarea', 'title', 'xmp']);

interface Piece {
  start: number;
  end: number;
  markup: string;
}

/** Rewrites start tags and text of HTML; comments, end tags and all else stay as they are. */
export function rewriteTags(html: string, rewriting: Rewriting): string {
  const pieces: Piece[] = [];
  const verbatim: string[] = [];
  const parser: Parser = new Parser({
    onopentag: (name, attributes, isImplied) => {
      if (VERBATIM.has(name)) verbatim.push(name);
      const start = parser.startIndex;
      const end = parser.endIndex + 1;
      const raw = html.slice(start, end);
      if (isImplied || rewriting.tag === undefined || !raw.startsWith('<')) return;
      pieces.push({ start, end, markup: rewriting.tag({ name, attributes, raw }) });
    },
    onclosetag: (name) => {
      if (verbatim[verbatim.length - 1] === name) verbatim.pop();
    },
    ontext: () => {
      if (verbatim.length > 0 || rewriting.text === undefined) return;
      const start = parser.startIndex;
      const end = parser.endIndex + 1;
      pieces.push({ start, end, markup: rewriting.text(html.slice(start, end)) });
    },
  });
  parser.end(html);
  return splice(html, pieces);
}

function splice(html: string, pieces: readonly Piece[]): string {
  let result = '';
  let place = 0;
  for (const { start, end, markup } of pieces) {
    if (start < place) continue;
    result += html.slice(place, start) + markup;
    place = end;
  }
  return result + html.slice(place);
}

/** A start tag from its parts. `bare` leaves quotes out where HTML allows it, as Word does. */
export function writeTag(name: string, attributes: Readonly<Record<string, string>>, bare = false): string {
  const parts = Object.entries(attributes).map(([key, value]) => {
    if (bare && /^[\w:#.-]+$/.test(value)) return `${key}=${value}`;
    return `${key}="${escapeHtml(value)}"`;
  });
  return `<${[name, ...parts].join(' ')}>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** What stands between `<body>` and `</body>`; all of it where there is none. */
export function innerBody(html: string): string {
  const start = /<body\b[^>]*>/i.exec(html);
  const from = start === null ? 0 : start.index + start[0].length;
  const end = html.toLowerCase().lastIndexOf('</body');
  return html.slice(from, end < from ? html.length : end);
}
