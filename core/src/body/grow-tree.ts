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
  endInSelectInTable,
  endInTemplate,
  startAfterBody,
  startBeforeBody,
  startInFrameset,
  startInSelect,
  startInSelectInTable,
  startInTemplate,
} from './in-other-modes.ts';
import {
  endInCaption,
  endInCell,
  endInColumnGroup,
  endInRow,
  endInTable,
  endInTableBody,
  keepsWhiteSpace,
  leaveColumnGroup,
  startInCaption,
  startInCell,
  startInColumnGroup,
  startInRow,
  startInTable,
  startInTableBody,
} from './in-table.ts';
import { sourceOfText } from './scanner.ts';
import type { Token } from './scanner.ts';
import type { Mode, Next, TagRule, Tree } from './tree.ts';

const RULES: Readonly<Record<Mode, { start: TagRule; end: TagRule }>> = {
  'before-body': { start: startBeforeBody, end: endBeforeBody },
  body: { start: startInBody, end: endInBody },
  table: { start: startInTable, end: endInTable },
  caption: { start: startInCaption, end: endInCaption },
  'column-group': { start: startInColumnGroup, end: endInColumnGroup },
  'table-body': { start: startInTableBody, end: endInTableBody },
  row: { start: startInRow, end: endInRow },
  cell: { start: startInCell, end: endInCell },
  select: { start: startInSelect, end: endInSelect },
  'select-in-table': { start: startInSelectInTable, end: endInSelectInTable },
  template: { start: startInTemplate, end: endInTemplate },
  'after-body': { start: startAfterBody, end: endAfterBody },
  frameset: { start: startInFrameset, end: endInFrameset },
  'after-frameset': { start: startInFrameset, end: endInFrameset },
};

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
  let next: Next = 'again';
  while (next !== 'done') next = applyRule(tree, token, next === 'again-as-html');
}

function applyRule(tree: Tree, token: Token, asHtml: boolean): Next {
  const isStart = token.kind === 'start-tag';
  if (!asHtml && isForeign(tree, token)) return isStart ? startInForeign(tree, token) : endInForeign(tree, token);
  const rules = RULES[tree.mode];
  return isStart ? rules.start(tree, token) : rules.end(tree, token);
}

function readDoctype(tree: Tree, token: Token): void {
  if (tree.isInitial) tree.isQuirky = isQuirky(tree.scanner.html.slice(token.start, token.end));
  tree.isInitial = false;
}

/** What a text holds, to the rules for characters. NULs mostly count for nothing. */
interface TextKind {
  isEmpty: boolean;
  hasSpace: boolean;
  hasNul: boolean;
  /** Anything else. */
  isVisible: boolean;
}

function growText(tree: Tree, token: Token): void {
  const kind = kindOfText(tree, token);
  if (kind.isEmpty) return;
  if (isInForeignText(tree)) {
    if (kind.isVisible) tree.framesetOk = false;
    return;
  }
  if (kind.isVisible || kind.hasNul) tree.isInitial = false;
  let next: Next = 'again';
  while (next !== 'done') next = growTextIn(tree, kind);
}

function growTextIn(tree: Tree, kind: TextKind): Next {
  const isBlank = !kind.isVisible && !kind.hasNul;
  switch (tree.mode) {
    case 'before-body':
      return isBlank ? 'done' : beginBody(tree);
    case 'column-group':
      return isBlank ? 'done' : leaveColumnGroup(tree);
    case 'after-body':
      if (!isBlank) tree.mode = 'body';
      return growBodyText(tree, kind);
    case 'table':
    case 'table-body':
    case 'row':
      return !kind.isVisible && keepsWhiteSpace(tree) ? 'done' : growBodyText(tree, kind);
    case 'select':
    case 'select-in-table':
    case 'frameset':
    case 'after-frameset':
      return 'done';
    case 'body':
    case 'caption':
    case 'cell':
    case 'template':
      return growBodyText(tree, kind);
  }
}

function growBodyText(tree: Tree, kind: TextKind): Next {
  if (kind.isVisible || kind.hasSpace) tree.formatting.reconstruct();
  if (kind.isVisible) tree.framesetOk = false;
  return 'done';
}

function kindOfText(tree: Tree, token: Token): TextKind {
  const source = sourceOfText(tree.scanner.html, token);
  const kind = readKind(source, tree.dropsLineBreak);
  // Only a reference in front of everything visible can be white space that isn't seen as such.
  return kind.isVisible && !token.isCdata && source.charAt(kind.length) === '&'
    ? readKind(decodeText(source), tree.dropsLineBreak)
    : kind;
}

function readKind(text: string, dropsLineBreak: boolean): TextKind & { length: number } {
  const start = dropsLineBreak ? lengthOfLineBreak(text) : 0;
  const kind = { isEmpty: start === text.length, hasSpace: false, hasNul: false, isVisible: false, length: start };
  for (; kind.length < text.length; kind.length++) {
    const code = text.charCodeAt(kind.length);
    if (isSpace(code)) kind.hasSpace = true;
    else if (code === 0) kind.hasNul = true;
    else {
      kind.isVisible = true;
      break;
    }
  }
  return kind;
}

function lengthOfLineBreak(text: string): number {
  if (text.startsWith('\r\n')) return 2;
  return text.startsWith('\n') || text.startsWith('\r') ? 1 : 0;
}
