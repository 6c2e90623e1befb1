import { isSpace } from './attributes.ts';
import { decodeText } from './character-references.ts';
import { isQuirky } from './doctype.ts';
import { endInBody } from './in-body-end.ts';
import { startInBody } from './in-body-start.ts';
import { endInForeign, isForeign, isInForeignText, startInForeign } from './in-foreign.ts';
import {
  beginBody,
  endAfterBody,
  endBeforeBody,
  endInFrameset,
  endInSelect,
  startAfterBody,
  startBeforeBody,
  startInFrameset,
  startInSelect,
} from './in-other-modes.ts';
import {
  endInCaption,
  endInCell,
  endInColumnGroup,
  endInRow,
  endInTable,
  endInTableBody,
  leaveColumnGroup,
  startInCaption,
  startInCell,
  startInColumnGroup,
  startInRow,
  startInTable,
  startInTableBody,
} from './in-table.ts';
import type { Token } from './scanner.ts';
import { CLASS } from './tag-names.ts';
import { MODE } from './tree.ts';
import type { Next, TagRule, Tree } from './tree.ts';

/** By MODE, the rules for start tags and for end tags. */
const START_RULES: readonly TagRule[] = [
  startBeforeBody,
  startInBody,
  startInTable,
  startInCaption,
  startInColumnGroup,
  startInTableBody,
  startInRow,
  startInCell,
  startInSelect,
  startAfterBody,
  startInFrameset,
  startInFrameset,
];
const END_RULES: readonly TagRule[] = [
  endBeforeBody,
  endInBody,
  endInTable,
  endInCaption,
  endInColumnGroup,
  endInTableBody,
  endInRow,
  endInCell,
  endInSelect,
  endAfterBody,
  endInFrameset,
  endInFrameset,
];

/** Lets the tree grow by one token (WHATWG HTML §13.2.6). */
export function growTree(tree: Tree, token: Token): void {
  if (token.kind === 'text') growText(tree, token);
  else if (token.kind === 'doctype') readDoctype(tree, token);
  else if (token.kind !== 'comment') growTag(tree, token);
  if (token.kind !== 'start-tag') tree.dropsLineBreak = false;
}

function growTag(tree: Tree, token: Token): void {
  tree.isInitial = false;
  tree.dropsLineBreak = false;
  const { mode, openElements } = tree;
  const isInFlow = mode === MODE.body || (mode === MODE.cell && !(token.tag.tagClasses & CLASS.endsMore));
  if (isInFlow && openElements.top.space === 'html') {
    if (token.kind === 'start-tag') startInBody(tree, token);
    else endInBody(tree, token);
    return;
  }
  let next: Next = 'again';
  while (next !== 'done') next = applyRule(tree, token, next === 'again-as-html');
}

function applyRule(tree: Tree, token: Token, asHtml: boolean): Next {
  const isStart = token.kind === 'start-tag';
  if (!asHtml && isForeign(tree, token)) return isStart ? startInForeign(tree, token) : endInForeign(tree, token);
  const rule = (isStart ? START_RULES : END_RULES)[tree.mode];
  return rule ? rule(tree, token) : 'done';
}

function readDoctype(tree: Tree, token: Token): void {
  if (tree.isInitial) tree.isQuirky = isQuirky(tree.scanner.html.slice(token.start, token.end));
  tree.isInitial = false;
}

function growText(tree: Tree, token: Token): void {
  if (tree.skipsText) return;
  const text = readText(tree, token);
  const isVisible = skipBlank(text) < text.length;
  if (isVisible) tree.isInitial = false;
  if (isInForeignText(tree)) tree.framesetOk = tree.framesetOk && !isVisible;
  else if (text !== '') {
    let next: Next = 'again';
    while (next !== 'done') next = growTextIn(tree, isVisible);
  }
}

function growTextIn(tree: Tree, isVisible: boolean): Next {
  switch (tree.mode) {
    case MODE.beforeBody:
      return isVisible ? beginBody(tree) : 'done';
    case MODE.columnGroup:
      return isVisible ? leaveColumnGroup(tree) : 'done';
    case MODE.select:
    case MODE.frameset:
    case MODE.afterFrameset:
      return 'done';
    case MODE.table:
    case MODE.tableBody:
    case MODE.row:
      if (!isVisible && tree.keepsWhiteSpace) return 'done';
      break;
    case MODE.afterBody:
      if (isVisible) tree.mode = MODE.body;
      break;
    case MODE.body:
    case MODE.caption:
    case MODE.cell:
  }
  tree.activeFormatting.reconstruct();
  if (isVisible) tree.framesetOk = false;
  return 'done';
}

/** A text as far as the rules can tell one from another: NULs count for nothing, nor does a line break behind `<pre>`. */
function readText(tree: Tree, token: Token): string {
  let { text } = token;
  // Only a reference in front of everything visible can be white space that isn't seen as such.
  if (text.charAt(skipBlank(text)) === '&' && !token.isCdata) text = decodeText(text);
  if (text.includes('\0')) text = text.split('\0').join('');
  if (!tree.dropsLineBreak) return text;
  return text.slice(text.startsWith('\r\n') ? 2 : text.startsWith('\n') || text.startsWith('\r') ? 1 : 0);
}

function skipBlank(text: string): number {
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 || (code !== 0 && !isSpace(code))) break;
  }
  return at;
}
