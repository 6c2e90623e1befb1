import { toAsciiLowerCase } from './attributes.ts';
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
  if (top.space === 'html') return false;
  if (isHtmlIntegrationPoint(top)) return token.kind === 'end-tag';
  if (top.space === 'svg') return true;
  if (MATH_TEXT.has(top.tag.name)) {
    return token.kind === 'end-tag' || token.name === 'mglyph' || token.name === 'malignmark';
  }
  return !(top.tag.name === 'annotation-xml' && token.kind === 'start-tag' && token.name === 'svg');
}

/**
 * Whether text belongs to SVG or MathML, where `<![CDATA[` opens a section and isn't a comment. At an integration point it
 * is a comment, as for parse5: the standard would allow a section there.
 */
export function isInForeignText(tree: Tree): boolean {
  const { top } = tree.stack;
  return top.space !== 'html' && !isIntegrationPoint(top);
}

/** Start tags inside of SVG and MathML. */
export function startInForeign(tree: Tree, token: Token): Next {
  if (breaksOut(token)) {
    leaveForeign(tree);
    return 'again-as-html';
  }
  tree.insertForeign(token, tree.stack.top.space);
  return 'done';
}

/** End tags inside of SVG and MathML. */
export function endInForeign(tree: Tree, token: Token): Next {
  const { stack } = tree;
  if (token.name === 'p' || token.name === 'br') {
    leaveForeign(tree);
    return 'again-as-html';
  }
  const at = stack.findForeign(token.tag);
  if (at < stack.top.nearestHtml) return 'again-as-html';
  stack.popTo(at);
  return 'done';
}

function breaksOut(token: Token): boolean {
  if (token.name !== 'font') return BREAKOUTS.has(token.name);
  return ['color', 'face', 'size'].some((name) => token.find(name));
}

function leaveForeign(tree: Tree): void {
  const { stack } = tree;
  while (stack.top.space !== 'html' && !isIntegrationPoint(stack.top)) stack.pop();
}

function isIntegrationPoint(element: OpenElement): boolean {
  return isHtmlIntegrationPoint(element) || (element.space === 'math' && MATH_TEXT.has(element.tag.name));
}

function isHtmlIntegrationPoint({ tag: { name }, space, source }: OpenElement): boolean {
  if (space === 'svg') return name === 'foreignobject' || name === 'desc' || name === 'title';
  const encoding = name === 'annotation-xml' && source ? toAsciiLowerCase(source.sourceOf('encoding')) : '';
  return encoding === 'text/html' || encoding === 'application/xhtml+xml';
}
