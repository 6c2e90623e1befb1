import type { Token } from './scanner.ts';
import { CLASS, HEADINGS, TAG } from './tag-names.ts';
import { MODE, rulesFor } from './tree.ts';
import type { Next, Tree } from './tree.ts';

/** End tags "in body" (WHATWG HTML §13.2.6.4.7). */
export function endInBody(tree: Tree, token: Token): Next {
  const { tag } = token;
  // Nearly every end tag closes what was opened last.
  if (tree.stack.isTop(tag) && !(tag.classes & CLASS.endsMore)) {
    if (END_RULES[tag.id] !== endFormatting) tree.stack.pop();
    else if (!tree.formatting.closeTop()) endFormatting(tree, token);
    return 'done';
  }
  (END_RULES[token.tag.id] ?? endOrdinary)(tree, token);
  return 'done';
}

const END_RULES = rulesFor([
  [
    'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header ' +
      'hgroup listing main menu nav ol pre search section summary ul',
    endBlock,
  ],
  ['a b big code em font i nobr s small strike strong tt u', endFormatting],
  ['applet marquee object', endObject],
  ['body html', endBody],
  ['br', endBreak],
  ['dd dt li', endItem],
  ['form', endForm],
  ['h1 h2 h3 h4 h5 h6', endHeading],
  ['p', endParagraph],
]);

function endOrdinary(tree: Tree, { tag }: Token): void {
  const { stack } = tree;
  const at = stack.find(tag);
  if (at <= 0 || at < stack.top.nearestSpecial) return;
  tree.impliedEnds(tag);
  stack.popTo(at);
}

/** The end of what can be misnested: a link, bold, a font. */
export function endFormatting(tree: Tree, token: Token): void {
  if (!tree.formatting.close(token.tag)) endOrdinary(tree, token);
}

function endBlock(tree: Tree, { tag }: Token): void {
  if (tree.stack.isInScope(tag)) tree.closeElement(tag);
}

function endObject(tree: Tree, { tag }: Token): void {
  if (!tree.stack.isInScope(tag)) return;
  tree.closeElement(tag);
  tree.formatting.clearToMarker();
}

function endBody(tree: Tree, token: Token): void {
  if (!tree.stack.isInScope(TAG.body)) return;
  tree.mode = MODE.afterBody;
  tree.listener.bodyEnded(token);
}

function endBreak(tree: Tree): void {
  tree.formatting.reconstruct();
  tree.framesetOk = false;
}

function endItem(tree: Tree, { tag }: Token): void {
  const { listScope, scope } = tree.stack.top.boundaries;
  if (!tree.stack.isInScope(tag, tag === TAG.li ? listScope : scope)) return;
  tree.impliedEnds(tag);
  tree.popThrough(tag);
}

function endForm(tree: Tree): void {
  const { form } = tree;
  tree.form = null;
  if (!form || !tree.stack.isInScope(TAG.form)) return;
  tree.impliedEnds();
  tree.stack.remove(form);
}

function endHeading(tree: Tree): void {
  const open = tree.topmostOf(HEADINGS);
  if (tree.stack.isInScope(open)) tree.closeElement(open);
}

function endParagraph(tree: Tree): void {
  if (!tree.stack.isInScope(TAG.p, tree.stack.top.boundaries.buttonScope)) tree.insertImplied(TAG.p);
  tree.closeParagraph();
}
