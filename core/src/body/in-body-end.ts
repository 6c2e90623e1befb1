import type { Token } from './scanner.ts';
import { CLASS, HEADINGS, TAG } from './tag-names.ts';
import { MODE, rulesFor } from './tree.ts';
import type { Next, Tree } from './tree.ts';

/** End tags "in body" (WHATWG HTML §13.2.6.4.7). */
export function endInBody(tree: Tree, token: Token): Next {
  const { tag } = token;
  // Nearly every end tag closes what was opened last.
  if (tree.openElements.isTop(tag) && !(tag.tagClasses & CLASS.endsMore)) {
    if (END_RULES[tag.id] !== endFormatting) tree.openElements.pop();
    else if (!tree.activeFormatting.closeTop()) endFormatting(tree, token);
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
  const { openElements } = tree;
  const at = openElements.find(tag);
  if (at <= 0 || at < openElements.top.nearestSpecial) return;
  tree.impliedEnds(tag);
  openElements.popTo(at);
}

/** The end of what can be misnested: a link, bold, a font. */
export function endFormatting(tree: Tree, token: Token): void {
  if (!tree.activeFormatting.close(token.tag)) endOrdinary(tree, token);
}

function endBlock(tree: Tree, { tag }: Token): void {
  if (tree.openElements.isInScope(tag)) tree.closeElement(tag);
}

function endObject(tree: Tree, { tag }: Token): void {
  if (!tree.openElements.isInScope(tag)) return;
  tree.closeElement(tag);
  tree.activeFormatting.clearToMarker();
}

function endBody(tree: Tree, token: Token): void {
  if (!tree.openElements.isInScope(TAG.body)) return;
  tree.mode = MODE.afterBody;
  tree.listener.bodyEnded(token);
}

function endBreak(tree: Tree): void {
  tree.activeFormatting.reconstruct();
  tree.framesetOk = false;
}

function endItem(tree: Tree, { tag }: Token): void {
  const { listScope, scope } = tree.openElements.top.nearestBoundaries;
  if (!tree.openElements.isInScope(tag, tag === TAG.li ? listScope : scope)) return;
  tree.impliedEnds(tag);
  tree.popThrough(tag);
}

function endForm(tree: Tree): void {
  const { form } = tree;
  tree.form = null;
  if (!form || !tree.openElements.isInScope(TAG.form)) return;
  tree.impliedEnds();
  tree.openElements.remove(form);
}

function endHeading(tree: Tree): void {
  const open = tree.topmostOf(HEADINGS);
  if (tree.openElements.isInScope(open)) tree.closeElement(open);
}

function endParagraph(tree: Tree): void {
  if (!tree.openElements.isInScope(TAG.p, tree.openElements.top.nearestBoundaries.buttonScope))
    tree.insertImplied(TAG.p);
  tree.closeParagraph();
}
