import { decodeAttribute } from './character-references.ts';
import { findAttribute, toAsciiLowerCase } from './attributes.ts';
import { CLASS } from './element-classes.ts';
import { endFormatting } from './in-body-end.ts';
import type { Token } from './scanner.ts';
import { rulesFor } from './tree.ts';
import type { Next, Tree } from './tree.ts';

/**
 * Start tags "in body" (WHATWG HTML §13.2.6.4.7), and those that other modes send "in head". Scripting counts as enabled, so
 * `<noscript>` holds raw text.
 */
export function startInBody(tree: Tree, token: Token): Next {
  return (START_RULES.get(token.name) ?? startOrdinary)(tree, token);
}

const START_RULES = rulesFor([
  [
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup ' +
      'main menu nav ol p search section summary ul',
    startBlock,
  ],
  ['b big code em font i s small strike strong tt u', startFormatting],
  ['area br embed img keygen wbr', startEmpty],
  ['base basefont bgsound link meta param source track', startPlainEmpty],
  ['noembed noframes noscript script style title', startRawText],
  ['caption col colgroup frame head tbody td tfoot th thead tr html', ignore],
  ['a', startLink],
  ['applet marquee object', startObject],
  ['body', startBody],
  ['button', startButton],
  ['dd dt', startDescription],
  ['form', startForm],
  ['frameset', startFrameset],
  ['h1 h2 h3 h4 h5 h6', startHeading],
  ['hr', startRule],
  ['iframe', startFrame],
  ['image', startImage],
  ['input', startInput],
  ['li', startItem],
  ['math', (tree, token) => startForeign(tree, token, 'math')],
  ['nobr', startNobr],
  ['optgroup option', startOption],
  ['plaintext', startPlaintext],
  ['pre listing', startPre],
  ['rb rtc', (tree, token) => startRuby(tree, token, '')],
  ['rp rt', (tree, token) => startRuby(tree, token, 'rtc')],
  ['select', startSelect],
  ['svg', (tree, token) => startForeign(tree, token, 'svg')],
  ['table', startTable],
  ['template', startTemplate],
  ['textarea', startTextarea],
  ['xmp', startXmp],
]);

function ignore(): Next {
  return 'done';
}

function startOrdinary(tree: Tree, token: Token): Next {
  tree.formatting.reconstruct();
  tree.insert(token);
  return 'done';
}

function startBlock(tree: Tree, token: Token): Next {
  tree.closeParagraph();
  tree.insert(token);
  return 'done';
}

function startFormatting(tree: Tree, token: Token): Next {
  tree.formatting.reconstruct();
  tree.formatting.add(tree.insert(token));
  return 'done';
}

function startLink(tree: Tree, token: Token): Next {
  const open = tree.formatting.find('a');
  if (open) {
    endFormatting(tree, token);
    tree.stack.remove(open);
    tree.formatting.remove(open);
  }
  return startFormatting(tree, token);
}

function startNobr(tree: Tree, token: Token): Next {
  tree.formatting.reconstruct();
  if (tree.stack.isInScope('nobr')) endFormatting(tree, token);
  return startFormatting(tree, token);
}

function startEmpty(tree: Tree, token: Token): Next {
  tree.formatting.reconstruct();
  tree.insertEmpty(token);
  tree.framesetOk = false;
  return 'done';
}

function startPlainEmpty(tree: Tree, token: Token): Next {
  tree.insertEmpty(token);
  return 'done';
}

function startImage(tree: Tree, token: Token): Next {
  tree.formatting.reconstruct();
  tree.insertEmpty({ ...token, name: 'img' });
  tree.framesetOk = false;
  return 'done';
}

function startInput(tree: Tree, token: Token): Next {
  tree.formatting.reconstruct();
  tree.insertEmpty(token);
  if (!isHiddenInput(tree, token)) tree.framesetOk = false;
  return 'done';
}

/** Whether an `<input>` isn't shown. */
export function isHiddenInput(tree: Tree, token: Token): boolean {
  const type = findAttribute(token.attributes, 'type');
  return (
    type !== undefined && toAsciiLowerCase(decodeAttribute(tree.scanner.html.slice(type.start, type.end))) === 'hidden'
  );
}

function startRule(tree: Tree, token: Token): Next {
  tree.closeParagraph();
  tree.insertEmpty(token);
  tree.framesetOk = false;
  return 'done';
}

function startRawText(tree: Tree, token: Token): Next {
  tree.insertRawText(token);
  return 'done';
}

function startFrame(tree: Tree, token: Token): Next {
  tree.framesetOk = false;
  tree.insertRawText(token);
  return 'done';
}

function startTextarea(tree: Tree, token: Token): Next {
  tree.framesetOk = false;
  tree.insertRawText(token);
  return 'done';
}

function startXmp(tree: Tree, token: Token): Next {
  tree.closeParagraph();
  tree.formatting.reconstruct();
  tree.framesetOk = false;
  tree.insertRawText(token);
  return 'done';
}

function startPlaintext(tree: Tree, token: Token): Next {
  tree.closeParagraph();
  tree.insert(token);
  tree.scanner.skipRest();
  return 'done';
}

function startBody(tree: Tree): Next {
  if (tree.stack.find('body') === 1 && !tree.isInTemplate) tree.framesetOk = false;
  return 'done';
}

function startFrameset(tree: Tree, token: Token): Next {
  if (!tree.framesetOk || tree.stack.items[1]?.name !== 'body') return 'done';
  tree.stack.popTo(1);
  tree.listener.bodyDropped();
  tree.insert(token);
  tree.mode = 'frameset';
  return 'done';
}

const HEADINGS = 'h1 h2 h3 h4 h5 h6'.split(' ');

function startHeading(tree: Tree, token: Token): Next {
  tree.closeParagraph();
  if (HEADINGS.some((name) => tree.stack.isTop(name))) tree.stack.pop();
  tree.insert(token);
  return 'done';
}

function startPre(tree: Tree, token: Token): Next {
  startBlock(tree, token);
  tree.dropsLineBreak = true;
  tree.framesetOk = false;
  return 'done';
}

function startForm(tree: Tree, token: Token): Next {
  if (tree.form && !tree.isInTemplate) return 'done';
  tree.closeParagraph();
  const form = tree.insert(token);
  if (!tree.isInTemplate) tree.form = form;
  return 'done';
}

function startItem(tree: Tree, token: Token): Next {
  return startListPart(tree, token, 'li');
}

function startDescription(tree: Tree, token: Token): Next {
  return startListPart(tree, token, tree.stack.find('dd') > tree.stack.find('dt') ? 'dd' : 'dt');
}

function startListPart(tree: Tree, token: Token, open: string): Next {
  tree.framesetOk = false;
  const at = tree.stack.find(open);
  if (at >= 0 && at >= tree.stack.nearest(CLASS.itemBoundary)) {
    tree.impliedEnds(open);
    tree.popThrough(open);
  }
  return startBlock(tree, token);
}

function startButton(tree: Tree, token: Token): Next {
  if (tree.stack.isInScope('button')) {
    tree.impliedEnds();
    tree.popThrough('button');
  }
  tree.framesetOk = false;
  return startOrdinary(tree, token);
}

function startObject(tree: Tree, token: Token): Next {
  startOrdinary(tree, token);
  tree.formatting.addMarker();
  tree.framesetOk = false;
  return 'done';
}

function startTable(tree: Tree, token: Token): Next {
  if (!tree.isQuirky) tree.closeParagraph();
  tree.insert(token);
  tree.framesetOk = false;
  tree.mode = 'table';
  return 'done';
}

const TABLE_MODES = ['table', 'caption', 'table-body', 'row', 'cell'];

function startSelect(tree: Tree, token: Token): Next {
  startOrdinary(tree, token);
  tree.framesetOk = false;
  tree.mode = TABLE_MODES.includes(tree.mode) ? 'select-in-table' : 'select';
  return 'done';
}

function startOption(tree: Tree, token: Token): Next {
  if (tree.stack.isTop('option')) tree.stack.pop();
  return startOrdinary(tree, token);
}

function startRuby(tree: Tree, token: Token, except: string): Next {
  if (tree.stack.isInScope('ruby')) tree.impliedEnds(except);
  tree.insert(token);
  return 'done';
}

function startForeign(tree: Tree, token: Token, space: 'svg' | 'math'): Next {
  tree.formatting.reconstruct();
  tree.insertForeign(token, space);
  return 'done';
}

function startTemplate(tree: Tree, token: Token): Next {
  tree.openTemplate(token);
  return 'done';
}
