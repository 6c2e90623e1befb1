import { endInBody } from './in-body-end.ts';
import { startInBody } from './in-body-start.ts';
import type { Token } from './scanner.ts';
import { CLASS, TAG } from './tag-names.ts';
import type { TagName } from './tag-names.ts';
import { MODE } from './tree.ts';
import type { Mode, Next, Tree } from './tree.ts';

const CELLS: readonly TagName[] = [TAG.td, TAG.th];
const ROW_GROUPS: readonly TagName[] = [TAG.tbody, TAG.tfoot, TAG.thead];

/** Start tags "in table" (WHATWG HTML §13.2.6.4.9). */
export function startInTable(tree: Tree, token: Token): Next {
  const { tag } = token;
  if (tag.tagClasses & CLASS.part) return startPart(tree, token);
  if (tag === TAG.table) return closeTable(tree) ? 'again' : 'done';
  if (tag === TAG.form) {
    if (!tree.form) {
      tree.form = tree.insert(token);
      tree.openElements.pop();
    }
    return 'done';
  }
  if (!tree.isHiddenInput(token)) return startInBody(tree, token);
  tree.insertEmpty(token);
  return 'done';
}

function startPart(tree: Tree, token: Token): Next {
  const { tag } = token;
  clearTo(tree, TAG.table);
  if (tag.name === 'col') return implied(tree, TAG.colgroup, MODE.columnGroup);
  if (tag === TAG.tr || tag.tagClasses & CLASS.cell) return implied(tree, TAG.tbody, MODE.tableBody);
  if (tag === TAG.caption) tree.activeFormatting.addMarker();
  tree.insert(token);
  tree.mode = tag === TAG.caption ? MODE.caption : tag === TAG.colgroup ? MODE.columnGroup : MODE.tableBody;
  return 'done';
}

function implied(tree: Tree, tag: TagName, mode: Mode): Next {
  tree.insertImplied(tag);
  tree.mode = mode;
  return 'again';
}

/** End tags "in table". */
export function endInTable(tree: Tree, token: Token): Next {
  if (token.tag === TAG.table) closeTable(tree);
  else if (!isOuterEnd(token)) return endInBody(tree, token);
  return 'done';
}

function closeTable(tree: Tree): boolean {
  if (!isInTableScope(tree, TAG.table)) return false;
  tree.popThrough(TAG.table);
  tree.resetMode();
  return true;
}

/** End tags that mean nothing inside of a table, unless its mode cares for them. */
function isOuterEnd({ tag }: Token): boolean {
  return tag === TAG.body || tag === TAG.html || (tag.tagClasses & CLASS.part) > 0;
}

/** Start tags "in caption" (§13.2.6.4.11). */
export function startInCaption(tree: Tree, token: Token): Next {
  if (!(token.tag.tagClasses & CLASS.part)) return startInBody(tree, token);
  return closeCaption(tree) ? 'again' : 'done';
}

/** End tags "in caption". */
export function endInCaption(tree: Tree, token: Token): Next {
  const { tag } = token;
  if (tag === TAG.caption || tag === TAG.table) return closeCaption(tree) && tag === TAG.table ? 'again' : 'done';
  return isOuterEnd(token) ? 'done' : endInBody(tree, token);
}

function closeCaption(tree: Tree): boolean {
  if (!isInTableScope(tree, TAG.caption)) return false;
  tree.closeElement(TAG.caption);
  tree.activeFormatting.clearToMarker();
  tree.mode = MODE.table;
  return true;
}

/** Start tags "in column group" (§13.2.6.4.12). */
export function startInColumnGroup(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'col') tree.insertEmpty(token);
  else if (name === 'template') return startInBody(tree, token);
  else if (name !== 'html') return leaveColumnGroup(tree);
  return 'done';
}

/** End tags "in column group". */
export function endInColumnGroup(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'colgroup') leaveColumnGroup(tree);
  else if (name !== 'col' && name !== 'template') return leaveColumnGroup(tree);
  return 'done';
}

/** Ends the column group because of something that doesn't belong into it. */
export function leaveColumnGroup(tree: Tree): Next {
  if (!tree.openElements.isTop(TAG.colgroup)) return 'done';
  tree.openElements.pop();
  tree.mode = MODE.table;
  return 'again';
}

/** Start tags "in table body" (§13.2.6.4.13). */
export function startInTableBody(tree: Tree, token: Token): Next {
  const { tag } = token;
  if (tag === TAG.tr) {
    clearTo(tree, tree.topmostOf(ROW_GROUPS));
    tree.insert(token);
    tree.mode = MODE.row;
    return 'done';
  }
  if (tag.tagClasses & CLASS.cell) {
    clearTo(tree, tree.topmostOf(ROW_GROUPS));
    return implied(tree, TAG.tr, MODE.row);
  }
  if (tag.tagClasses & CLASS.part) return closeTableBody(tree) ? 'again' : 'done';
  return startInTable(tree, token);
}

/** End tags "in table body". */
export function endInTableBody(tree: Tree, token: Token): Next {
  const { tag } = token;
  if (tag.tagClasses & CLASS.rows) {
    if (isInTableScope(tree, tag)) closeTableBody(tree);
    return 'done';
  }
  if (tag === TAG.table) return closeTableBody(tree) ? 'again' : 'done';
  return endInTable(tree, token);
}

function closeTableBody(tree: Tree): boolean {
  const open = tree.topmostOf(ROW_GROUPS);
  if (!isInTableScope(tree, open)) return false;
  clearTo(tree, open);
  tree.openElements.pop();
  tree.mode = MODE.table;
  return true;
}

/** Start tags "in row" (§13.2.6.4.14). */
export function startInRow(tree: Tree, token: Token): Next {
  const { tagClasses } = token.tag;
  if (tagClasses & CLASS.cell) {
    clearTo(tree, TAG.tr);
    tree.insert(token);
    tree.mode = MODE.cell;
    tree.activeFormatting.addMarker();
    return 'done';
  }
  if (tagClasses & CLASS.part) return closeRow(tree) ? 'again' : 'done';
  return startInTable(tree, token);
}

/** End tags "in row". */
export function endInRow(tree: Tree, token: Token): Next {
  const { tag } = token;
  if (tag === TAG.tr) {
    closeRow(tree);
    return 'done';
  }
  const isGroup = (tag.tagClasses & CLASS.rows) > 0;
  if (tag !== TAG.table && !isGroup) return endInTable(tree, token);
  return (!isGroup || isInTableScope(tree, tag)) && closeRow(tree) ? 'again' : 'done';
}

function closeRow(tree: Tree): boolean {
  if (!isInTableScope(tree, TAG.tr)) return false;
  clearTo(tree, TAG.tr);
  tree.openElements.pop();
  tree.mode = MODE.tableBody;
  return true;
}

/** Start tags "in cell" (§13.2.6.4.15). */
export function startInCell(tree: Tree, token: Token): Next {
  if (!(token.tag.tagClasses & CLASS.part)) return startInBody(tree, token);
  const open = tree.topmostOf(CELLS);
  if (!isInTableScope(tree, open)) return 'done';
  closeCell(tree, open);
  return 'again';
}

/** End tags "in cell". */
export function endInCell(tree: Tree, token: Token): Next {
  const { tag } = token;
  if (tag !== TAG.table && !isOuterEnd(token)) return endInBody(tree, token);
  const isRowOrTable = tag === TAG.table || tag === TAG.tr || (tag.tagClasses & CLASS.rows) > 0;
  const isCell = (tag.tagClasses & CLASS.cell) > 0;
  if (!(isCell || isRowOrTable) || !isInTableScope(tree, tag)) return 'done';
  closeCell(tree, isCell ? tag : tree.topmostOf(CELLS));
  return isCell ? 'done' : 'again';
}

function closeCell(tree: Tree, tag: TagName): void {
  tree.closeElement(tag);
  tree.activeFormatting.clearToMarker();
  tree.mode = MODE.row;
}

/** Whether an element of that name is open inside of the innermost table, or is that. */
export function isInTableScope({ openElements }: Tree, tag: TagName): boolean {
  return openElements.isInScope(tag, openElements.top.nearestBoundaries.tableScope);
}

/** "Clear the stack back to a … context". */
function clearTo({ openElements }: Tree, tag: TagName): void {
  openElements.popTo(Math.max(0, openElements.find(tag)) + 1);
}
