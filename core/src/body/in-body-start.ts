import { endFormatting } from './in-body-end.ts';
import { insertForeign } from './in-foreign.ts';
import { ANYWHERE, RAW_TEXT } from './scanner.ts';
import type { Token } from './scanner.ts';
import { CLASS, HEADINGS, TAG } from './tag-names.ts';
import type { TagName } from './tag-names.ts';
import { MODE, rulesFor } from './tree.ts';
import type { Next, Tree } from './tree.ts';

/**
 * Start tags "in body" (WHATWG HTML §13.2.6.4.7), and those that other modes send "in head". Scripting counts as enabled, so
 * `<noscript>` holds raw text.
 */
export function startInBody(tree: Tree, token: Token): Next {
  if (token.tag.tagClasses & CLASS.solid && !tree.isHiddenInput(token)) tree.framesetOk = false;
  (START_RULES[token.tag.id] ?? startOrdinary)(tree, token);
  return 'done';
}

const START_RULES = rulesFor([
  [
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup ' +
      'listing main menu nav ol p plaintext pre search section summary ul',
    startBlock,
  ],
  ['b big code em font i s small strike strong tt u', startFormatting],
  ['area br embed image img input keygen wbr', startEmpty],
  ['base basefont bgsound link meta param source track', startPlainEmpty],
  ['iframe noembed noframes noscript script style textarea title', startRawText],
  ['body caption col colgroup frame head html tbody td tfoot th thead tr', ignore],
  ['a', startLink],
  ['applet marquee object', startObject],
  ['button', startButton],
  ['dd dt', startDescription],
  ['form', startForm],
  ['frameset', startFrameset],
  ['h1 h2 h3 h4 h5 h6', startHeading],
  ['hr', startRule],
  ['li', startItem],
  ['math svg', startForeign],
  ['nobr', startNobr],
  ['optgroup option', startOption],
  ['rb rp rt rtc', startRuby],
  ['select', startSelect],
  ['table', startTable],
  ['template', startTemplate],
  ['xmp', startXmp],
]);

function ignore(): void {
  // Nothing becomes of it.
}

function startOrdinary(tree: Tree, token: Token): void {
  tree.activeFormatting.reconstruct();
  tree.insert(token);
}

function startBlock(tree: Tree, token: Token): void {
  tree.closeParagraph();
  tree.insert(token);
  if (token.name === 'plaintext') tree.scanner.skipRest();
  tree.dropsLineBreak = token.name === 'pre' || token.name === 'listing';
}

function startFormatting(tree: Tree, token: Token): void {
  tree.activeFormatting.reconstruct();
  tree.activeFormatting.add(tree.insert(token));
}

function startLink(tree: Tree, token: Token): void {
  const open = tree.activeFormatting.find(TAG.a);
  if (open) {
    endFormatting(tree, token);
    tree.openElements.remove(open);
    tree.activeFormatting.remove(open);
  }
  startFormatting(tree, token);
}

function startNobr(tree: Tree, token: Token): void {
  tree.activeFormatting.reconstruct();
  if (tree.openElements.isInScope(TAG.nobr)) endFormatting(tree, token);
  startFormatting(tree, token);
}

function startEmpty(tree: Tree, token: Token): void {
  tree.activeFormatting.reconstruct();
  tree.insertEmpty(token);
}

function startPlainEmpty(tree: Tree, token: Token): void {
  tree.insertEmpty(token);
}

function startRule(tree: Tree, token: Token): void {
  tree.closeParagraph();
  tree.insertEmpty(token);
}

function startRawText(tree: Tree, token: Token): void {
  tree.insertRawText(token);
}

function startXmp(tree: Tree, token: Token): void {
  tree.closeParagraph();
  tree.activeFormatting.reconstruct();
  tree.insertRawText(token);
}

function startFrameset(tree: Tree, token: Token): void {
  if (tree.framesetOk && tree.openElements.find(TAG.body) === 1) tree.startFrameset(token);
}

function startHeading(tree: Tree, token: Token): void {
  tree.closeParagraph();
  if (HEADINGS.includes(tree.openElements.top.tag)) tree.openElements.pop();
  tree.insert(token);
}

function startForm(tree: Tree, token: Token): void {
  if (tree.form) return;
  tree.closeParagraph();
  tree.form = tree.insert(token);
}

function startItem(tree: Tree, token: Token): void {
  startListPart(tree, token, TAG.li);
}

function startDescription(tree: Tree, token: Token): void {
  startListPart(tree, token, tree.openElements.find(TAG.dd) > tree.openElements.find(TAG.dt) ? TAG.dd : TAG.dt);
}

function startListPart(tree: Tree, token: Token, open: TagName): void {
  const at = tree.openElements.find(open);
  if (at >= 0 && at >= tree.openElements.top.nearestBoundaries.item) {
    tree.impliedEnds(open);
    tree.popThrough(open);
  }
  startBlock(tree, token);
}

function startButton(tree: Tree, token: Token): void {
  if (tree.openElements.isInScope(TAG.button)) tree.closeElement(TAG.button);
  startOrdinary(tree, token);
}

function startObject(tree: Tree, token: Token): void {
  startOrdinary(tree, token);
  tree.activeFormatting.addMarker();
}

function startTable(tree: Tree, token: Token): void {
  if (!tree.isQuirky) tree.closeParagraph();
  tree.insert(token);
  tree.mode = MODE.table;
}

function startSelect(tree: Tree, token: Token): void {
  startOrdinary(tree, token);
  tree.mode = MODE.select;
}

function startOption(tree: Tree, token: Token): void {
  if (tree.openElements.isTop(TAG.option)) tree.openElements.pop();
  startOrdinary(tree, token);
}

function startRuby(tree: Tree, token: Token): void {
  if (tree.openElements.isInScope(TAG.ruby))
    tree.impliedEnds(token.name === 'rp' || token.name === 'rt' ? TAG.rtc : undefined);
  tree.insert(token);
}

function startForeign(tree: Tree, token: Token): void {
  tree.activeFormatting.reconstruct();
  insertForeign(tree, token, token.name === 'svg' ? 'svg' : 'math');
}

/** What is in a template isn't shown: nothing in it becomes part of the tree. */
function startTemplate({ scanner }: Tree): void {
  let depth = 1;
  while (depth > 0) {
    const token = scanner.next(ANYWHERE);
    if (token?.kind === 'start-tag' && RAW_TEXT.has(token.name)) scanner.skipRawText(token.name);
    if (token?.name === 'template') depth += token.kind === 'start-tag' ? 1 : -1;
    if (token === null || token.name === 'plaintext') {
      scanner.skipRest();
      return;
    }
  }
}
