import { decodeAttribute } from './character-references.ts';
import { findAttribute, toAsciiLowerCase } from './attributes.ts';
import { CLASS } from './element-classes.ts';
import type { OpenElement } from './open-elements.ts';
import type { Token } from './scanner.ts';
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
export function isForeign(tree: Tree, token: Token): boolean {
  const { top } = tree.stack;
  if (!top || top.space === 'html') return false;
  if (isHtmlIntegrationPoint(tree, top)) return token.kind === 'end-tag';
  if (top.space === 'svg') return true;
  if (MATH_TEXT.has(top.name)) {
    return token.kind === 'end-tag' || token.name === 'mglyph' || token.name === 'malignmark';
  }
  return !(top.name === 'annotation-xml' && token.kind === 'start-tag' && token.name === 'svg');
}

/**
 * Whether text belongs to SVG or MathML, where `<![CDATA[` opens a section and isn't a comment. At an integration point it
 * is a comment, as for parse5: the standard would allow a section there.
 */
export function isInForeignText(tree: Tree): boolean {
  const { top } = tree.stack;
  return top !== undefined && top.space !== 'html' && !isIntegrationPoint(tree, top);
}

/** Start tags inside of SVG and MathML. */
export function startInForeign(tree: Tree, token: Token): Next {
  if (breaksOut(token)) {
    leaveForeign(tree);
    return 'again-as-html';
  }
  tree.insertForeign(token, tree.stack.top?.space ?? 'html');
  return 'done';
}

/** End tags inside of SVG and MathML. */
export function endInForeign(tree: Tree, token: Token): Next {
  const { stack } = tree;
  if (token.name === 'p' || token.name === 'br') {
    leaveForeign(tree);
    return 'again-as-html';
  }
  const at = stack.findForeign(token.name);
  if (at <= stack.nearest(CLASS.html)) return 'again-as-html';
  stack.popTo(at);
  return 'done';
}

function breaksOut(token: Token): boolean {
  if (token.name !== 'font') return BREAKOUTS.has(token.name);
  return ['color', 'face', 'size'].some((name) => findAttribute(token.attributes, name));
}

function leaveForeign(tree: Tree): void {
  const { stack } = tree;
  while (stack.top && stack.top.space !== 'html' && !isIntegrationPoint(tree, stack.top)) stack.pop();
}

function isIntegrationPoint(tree: Tree, element: OpenElement): boolean {
  return isHtmlIntegrationPoint(tree, element) || (element.space === 'math' && MATH_TEXT.has(element.name));
}

function isHtmlIntegrationPoint(tree: Tree, element: OpenElement): boolean {
  const { name, space, tag } = element;
  if (space === 'svg') return name === 'foreignobject' || name === 'desc' || name === 'title';
  const encoding = name === 'annotation-xml' && tag ? findAttribute(tag.attributes, 'encoding') : undefined;
  if (!encoding) return false;
  const value = toAsciiLowerCase(decodeAttribute(tree.scanner.html.slice(encoding.start, encoding.end)));
  return value === 'text/html' || value === 'application/xhtml+xml';
}
