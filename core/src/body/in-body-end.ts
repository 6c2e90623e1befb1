import { CLASS } from './element-classes.ts';
import type { Token } from './scanner.ts';
import { rulesFor } from './tree.ts';
import type { Next, Tree } from './tree.ts';

/** End tags "in body" (WHATWG HTML §13.2.6.4.7). */
export function endInBody(tree: Tree, token: Token): Next {
  return (END_RULES.get(token.name) ?? endOrdinary)(tree, token);
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
  ['dd dt', endItem],
  ['form', endForm],
  ['h1 h2 h3 h4 h5 h6', endHeading],
  ['li', endItem],
  ['p', endParagraph],
  ['template', endTemplate],
]);

function endOrdinary(tree: Tree, token: Token): Next {
  const { stack } = tree;
  const at = stack.find(token.name);
  if (at <= 0 || at < stack.nearest(CLASS.special)) return 'done';
  tree.impliedEnds(token.name);
  stack.popTo(at);
  return 'done';
}

/** The end of what can be misnested: a link, bold, a font. */
export function endFormatting(tree: Tree, token: Token): Next {
  return tree.formatting.close(token.name) ? 'done' : endOrdinary(tree, token);
}

function endBlock(tree: Tree, token: Token): Next {
  if (!tree.stack.isInScope(token.name)) return 'done';
  tree.impliedEnds();
  tree.popThrough(token.name);
  return 'done';
}

function endObject(tree: Tree, token: Token): Next {
  if (!tree.stack.isInScope(token.name)) return 'done';
  endBlock(tree, token);
  tree.formatting.clearToMarker();
  return 'done';
}

function endBody(tree: Tree, token: Token): Next {
  if (!tree.stack.isInScope('body')) return 'done';
  tree.mode = 'after-body';
  tree.listener.bodyEnded(token);
  return 'done';
}

function endBreak(tree: Tree): Next {
  tree.formatting.reconstruct();
  tree.framesetOk = false;
  return 'done';
}

function endItem(tree: Tree, token: Token): Next {
  const scope = token.name === 'li' ? CLASS.listScope : CLASS.scope;
  if (!tree.stack.isInScope(token.name, scope)) return 'done';
  tree.impliedEnds(token.name);
  tree.popThrough(token.name);
  return 'done';
}

function endForm(tree: Tree): Next {
  const { form, isInTemplate, stack } = tree;
  if (!isInTemplate) tree.form = null;
  if (!(form || isInTemplate) || !stack.isInScope('form')) return 'done';
  tree.impliedEnds();
  if (isInTemplate) tree.popThrough('form');
  else if (form) stack.remove(form);
  return 'done';
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

function endHeading(tree: Tree): Next {
  if (!HEADINGS.some((name) => tree.stack.isInScope(name))) return 'done';
  tree.impliedEnds();
  tree.popThrough(...HEADINGS);
  return 'done';
}

function endParagraph(tree: Tree): Next {
  if (!tree.stack.isInScope('p', CLASS.buttonScope)) tree.insertImplied('p');
  tree.closeParagraph();
  return 'done';
}

function endTemplate(tree: Tree): Next {
  tree.closeTemplate();
  return 'done';
}
