import { toAsciiLowerCase } from './attributes.ts';
import type { OpenElement } from './open-elements.ts';
import type { Token } from './scanner.ts';
import type { Space } from './tag-names.ts';
import type { Next, Tree } from './tree.ts';

const MATH_TEXT = new Set(['mi', 'mo', 'mn', 'ms', 'mtext']);

/** HTML that ends the SVG or MathML around it (WHATWG HTML §13.2.6.5). */
const BREAKOUTS = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ' +
    'ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

/** Whether a tag belongs to SVG or MathML rather than to HTML ("tree construction dispatcher", §13.2.6). */
export function isForeign({ openElements: { top } }: Tree, token: Token): boolean {
  if (top.space === 'html') return false;
  if (token.kind === 'end-tag') return true;
  if (top.integrates === 'html') return false;
  if (top.integrates === 'text') return token.name === 'mglyph' || token.name === 'malignmark';
  return !(top.tag.name === 'annotation-xml' && token.name === 'svg');
}

/**
 * Whether text belongs to SVG or MathML, where `<![CDATA[` opens a section and isn't a comment. At an integration point it
 * is a comment, as for parse5: the standard would allow a section there.
 */
export function isInForeignText({ openElements: { top } }: Tree): boolean {
  return top.space !== 'html' && top.integrates === null;
}

/** Puts an element of SVG or MathML into the tree, which a slash at the end of its tag closes. */
export function insertForeign(tree: Tree, token: Token, space: Space): void {
  const integrates = integrationOf(token, space);
  const isClosed = token.isSelfClosing;
  const element = tree.insert(token, space);
  element.integrates = integrates;
  if (isClosed) tree.openElements.pop();
}

function integrationOf(token: Token, space: Space): OpenElement['integrates'] {
  const { name } = token;
  if (space === 'svg') return name === 'foreignobject' || name === 'desc' || name === 'title' ? 'html' : null;
  if (MATH_TEXT.has(name)) return 'text';
  const encoding = name === 'annotation-xml' ? toAsciiLowerCase(token.sourceOf('encoding')) : '';
  return encoding === 'text/html' || encoding === 'application/xhtml+xml' ? 'html' : null;
}

/** Start tags inside of SVG and MathML. */
export function startInForeign(tree: Tree, token: Token): Next {
  if (breaksOut(token)) {
    leaveForeign(tree);
    return 'again-as-html';
  }
  insertForeign(tree, token, tree.openElements.top.space);
  return 'done';
}

/** End tags inside of SVG and MathML. */
export function endInForeign(tree: Tree, token: Token): Next {
  const { openElements } = tree;
  if (token.name === 'p' || token.name === 'br') {
    leaveForeign(tree);
    return 'again-as-html';
  }
  const at = openElements.findForeign(token.tag);
  if (at < openElements.top.nearestHtml) return 'again-as-html';
  openElements.popTo(at);
  return 'done';
}

function breaksOut(token: Token): boolean {
  if (token.name !== 'font') return BREAKOUTS.has(token.name);
  return ['color', 'face', 'size'].some((name) => token.find(name));
}

function leaveForeign(tree: Tree): void {
  const { openElements } = tree;
  while (openElements.top.space !== 'html' && openElements.top.integrates === null) openElements.pop();
}
