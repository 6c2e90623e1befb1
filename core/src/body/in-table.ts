import { CLASS } from './element-classes.ts';
import { endInBody } from './in-body-end.ts';
import { isHiddenInput, startInBody } from './in-body-start.ts';
import type { Token } from './scanner.ts';
import type { Mode, Next, Tree } from './tree.ts';

const PARTS = new Set(['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);
const BODIES = ['tbody', 'tfoot', 'thead'];
const CELLS = ['td', 'th'];

/** End tags that no mode inside of a table cares for, besides those of its own parts. */
const OUTER_ENDS = new Set(['body', 'html', 'col', 'colgroup', 'caption']);

/** Elements that a table may directly hold text in without its being moved out, if only white space. */
const STRUCTURE = new Set(['table', 'tbody', 'template', 'tfoot', 'thead', 'tr']);

/** Whether white space stays here: elsewhere inside a table it is text as in a body. */
export function keepsWhiteSpace(tree: Tree): boolean {
  const { top } = tree.stack;
  return top !== undefined && top.space === 'html' && STRUCTURE.has(top.name);
}

/** Start tags "in table" (WHATWG HTML §13.2.6.4.9). */
export function startInTable(tree: Tree, token: Token): Next {
  const { name } = token;
  if (PARTS.has(name)) return startPart(tree, token);
  if (name === 'table') {
    if (!tree.stack.isInScope('table', CLASS.tableScope)) return 'done';
    tree.popThrough('table');
    tree.resetMode();
    return 'again';
  }
  if (name === 'form') {
    startForm(tree, token);
    return 'done';
  }
  if (name === 'input' && isHiddenInput(tree, token)) {
    tree.insertEmpty(token);
    return 'done';
  }
  return startInBody(tree, token);
}

function startPart(tree: Tree, token: Token): Next {
  const { name } = token;
  clearTo(tree, 'table');
  if (name === 'col') return implied(tree, 'colgroup', 'column-group');
  if (name === 'tr' || CELLS.includes(name)) return implied(tree, 'tbody', 'table-body');
  if (name === 'caption') tree.formatting.addMarker();
  tree.insert(token);
  tree.mode = name === 'caption' ? 'caption' : name === 'colgroup' ? 'column-group' : 'table-body';
  return 'done';
}

function implied(tree: Tree, name: string, mode: Mode): Next {
  tree.insertImplied(name);
  tree.mode = mode;
  return 'again';
}

function startForm(tree: Tree, token: Token): void {
  if (tree.form || tree.isInTemplate) return;
  tree.form = tree.insert(token);
  tree.stack.pop();
}

/** End tags "in table". */
export function endInTable(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'table') {
    if (!tree.stack.isInScope('table', CLASS.tableScope)) return 'done';
    tree.popThrough('table');
    tree.resetMode();
    return 'done';
  }
  return OUTER_ENDS.has(name) || PARTS.has(name) ? 'done' : endInBody(tree, token);
}

/** Start tags "in caption" (§13.2.6.4.11). */
export function startInCaption(tree: Tree, token: Token): Next {
  if (!PARTS.has(token.name)) return startInBody(tree, token);
  return closeCaption(tree) ? 'again' : 'done';
}

/** End tags "in caption". */
export function endInCaption(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'caption' || name === 'table') return closeCaption(tree) && name === 'table' ? 'again' : 'done';
  return OUTER_ENDS.has(name) || PARTS.has(name) ? 'done' : endInBody(tree, token);
}

function closeCaption(tree: Tree): boolean {
  if (!tree.stack.isInScope('caption', CLASS.tableScope)) return false;
  tree.impliedEnds();
  tree.popThrough('caption');
  tree.formatting.clearToMarker();
  tree.mode = 'table';
  return true;
}

/** Start tags "in column group" (§13.2.6.4.12). */
export function startInColumnGroup(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'col') tree.insertEmpty(token);
  else if (name === 'template') tree.openTemplate(token);
  else if (name !== 'html') return leaveColumnGroup(tree);
  return 'done';
}

/** End tags "in column group". */
export function endInColumnGroup(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'template') tree.closeTemplate();
  else if (name === 'colgroup') leaveColumnGroup(tree);
  else if (name !== 'col') return leaveColumnGroup(tree);
  return 'done';
}

/** Ends the column group because of something that doesn't belong into it. */
export function leaveColumnGroup(tree: Tree): Next {
  if (!tree.stack.isTop('colgroup')) return 'done';
  tree.stack.pop();
  tree.mode = 'table';
  return 'again';
}

/** Start tags "in table body" (§13.2.6.4.13). */
export function startInTableBody(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'tr') {
    clearTo(tree, ...BODIES);
    tree.insert(token);
    tree.mode = 'row';
    return 'done';
  }
  if (CELLS.includes(name)) {
    clearTo(tree, ...BODIES);
    return implied(tree, 'tr', 'row');
  }
  if (PARTS.has(name)) return closeTableBody(tree) ? 'again' : 'done';
  return startInTable(tree, token);
}

/** End tags "in table body". */
export function endInTableBody(tree: Tree, token: Token): Next {
  const { name } = token;
  if (BODIES.includes(name)) {
    if (tree.stack.isInScope(name, CLASS.tableScope)) closeTableBody(tree);
    return 'done';
  }
  if (name === 'table') return closeTableBody(tree) ? 'again' : 'done';
  return endInTable(tree, token);
}

function closeTableBody(tree: Tree): boolean {
  if (!BODIES.some((name) => tree.stack.isInScope(name, CLASS.tableScope))) return false;
  clearTo(tree, ...BODIES);
  tree.stack.pop();
  tree.mode = 'table';
  return true;
}

/** Start tags "in row" (§13.2.6.4.14). */
export function startInRow(tree: Tree, token: Token): Next {
  const { name } = token;
  if (CELLS.includes(name)) {
    clearTo(tree, 'tr');
    tree.insert(token);
    tree.mode = 'cell';
    tree.formatting.addMarker();
    return 'done';
  }
  if (PARTS.has(name)) return closeRow(tree) ? 'again' : 'done';
  return startInTable(tree, token);
}

/** End tags "in row". */
export function endInRow(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'tr') {
    closeRow(tree);
    return 'done';
  }
  if (name === 'table') return closeRow(tree) ? 'again' : 'done';
  if (BODIES.includes(name)) {
    return tree.stack.isInScope(name, CLASS.tableScope) && closeRow(tree) ? 'again' : 'done';
  }
  return endInTable(tree, token);
}

function closeRow(tree: Tree): boolean {
  if (!tree.stack.isInScope('tr', CLASS.tableScope)) return false;
  clearTo(tree, 'tr');
  tree.stack.pop();
  tree.mode = 'table-body';
  return true;
}

/** Start tags "in cell" (§13.2.6.4.15). */
export function startInCell(tree: Tree, token: Token): Next {
  if (!PARTS.has(token.name)) return startInBody(tree, token);
  if (!CELLS.some((name) => tree.stack.isInScope(name, CLASS.tableScope))) return 'done';
  closeCell(tree);
  return 'again';
}

/** End tags "in cell". */
export function endInCell(tree: Tree, token: Token): Next {
  const { name } = token;
  if (CELLS.includes(name)) {
    if (tree.stack.isInScope(name, CLASS.tableScope)) closeCell(tree, name);
    return 'done';
  }
  if (OUTER_ENDS.has(name)) return 'done';
  if (name !== 'table' && !PARTS.has(name)) return endInBody(tree, token);
  if (!tree.stack.isInScope(name, CLASS.tableScope)) return 'done';
  closeCell(tree);
  return 'again';
}

function closeCell(tree: Tree, ...names: string[]): void {
  tree.impliedEnds();
  tree.popThrough(...(names.length > 0 ? names : CELLS));
  tree.formatting.clearToMarker();
  tree.mode = 'row';
}

/** "Clear the stack back to a … context". */
function clearTo(tree: Tree, ...names: string[]): void {
  const { stack } = tree;
  const at = Math.max(0, ...[...names, 'template'].map((name) => stack.find(name)));
  stack.popTo(at + 1);
}
