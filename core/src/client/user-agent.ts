/** A `User-Agent` header cut into its parts (RFC 9110 §10.1.5, read as leniently as programs write it). */
export interface UserAgent {
  /** The header, trimmed. */
  text: string;
  /** The same in lower case: what signatures are looked for in. */
  lower: string;
  /** `Name/version` and bare words outside brackets, in order. */
  products: readonly Product[];
  /** The keys of the products. */
  keys: ReadonlySet<string>;
  /** What stands in round or square brackets, in order, without them. */
  comments: readonly string[];
}

/** One product token. */
export interface Product {
  /** As written. */
  name: string;
  /** In lower case. */
  key: string;
  /** What follows the first slash; null where there is none. */
  version: string | null;
}

/** Longer headers are cut before they are read; no real program writes as much. */
const MAX_LENGTH = 1_024;

/** Character codes of `(` and `[`; what closes them comes one and two later. */
const ROUND = 40;
const SQUARE = 91;

/** Cuts a header into products and comments; never fails, linear in its length. */
export function parseUserAgent(header: string): UserAgent {
  const text = header.slice(0, MAX_LENGTH).trim();
  const products: Product[] = [];
  const comments: string[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isOpening(code)) {
      const end = endOfComment(text, at);
      comments.push(text.slice(at + 1, end).trim());
      at = end + 1;
    } else if (isSeparator(code)) {
      at++;
    } else {
      const end = endOfProduct(text, at);
      products.push(readProduct(text.slice(at, end)));
      at = end;
    }
  }
  return { text, lower: text.toLowerCase(), products, keys: new Set(products.map(({ key }) => key)), comments };
}

/** The product of that name (in lower case), or null. */
export function findProduct(agent: UserAgent, key: string): Product | null {
  return agent.products.find((product) => product.key === key) ?? null;
}

/** The number before the first dot of a version; null where there is none. */
export function majorVersion(product: Product | null): number | null {
  const digits = /^\d{1,4}/.exec(product?.version ?? '');
  return digits === null ? null : Number(digits[0]);
}

function readProduct(token: string): Product {
  const slash = token.indexOf('/');
  const name = slash < 0 ? token : token.slice(0, slash);
  return { name, key: name.toLowerCase(), version: slash < 0 ? null : token.slice(slash + 1) };
}

/** Where the bracket that opens at `start` closes; the end of the text where it doesn't. */
function endOfComment(text: string, start: number): number {
  const open = text.charCodeAt(start);
  const close = open === ROUND ? ROUND + 1 : SQUARE + 2;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === open) depth++;
    if (code === close) depth--;
    if (depth === 0) return at;
  }
  return text.length;
}

function endOfProduct(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isSeparator(code) || isOpening(code)) break;
  }
  return end;
}

function isOpening(code: number): boolean {
  return code === ROUND || code === SQUARE;
}

/** Blanks and control characters, `,` and `;`. */
function isSeparator(code: number): boolean {
  return code <= 32 || code === 44 || code === 59;
}
