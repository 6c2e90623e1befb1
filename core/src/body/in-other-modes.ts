import { startInBody } from './in-body-start.ts';
import { isInTableScope } from './in-table.ts';
import type { Token } from './scanner.ts';
import { TAG } from './tag-names.ts';
import type { TagName } from './tag-names.ts';
import { MODE } from './tree.ts';
import type { Next, Tree } from './tree.ts';

const HEAD_ELEMENTS = new Set(
  'base basefont bgsound link meta noframes noscript script style template title html'.split(' '),
);

/** Start tags before the body (WHATWG HTML §13.2.6.4.1 to §13.2.6.4.6). */
export function startBeforeBody(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'head') return 'done';
  if (HEAD_ELEMENTS.has(name)) return startInBody(tree, token);
  if (name === 'body') {
    tree.insert(token);
    tree.framesetOk = false;
    tree.mode = MODE.body;
    return 'done';
  }
  if (name === 'frameset') {
    tree.startFrameset(token);
    return 'done';
  }
  return beginBody(tree);
}

/** End tags before the body. */
export function endBeforeBody(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'body' || name === 'html' || name === 'br') return beginBody(tree);
  return 'done';
}

/** Begins the body without a tag, because of something that can stand only there. */
export function beginBody(tree: Tree): Next {
  tree.insertImplied(TAG.body);
  tree.mode = MODE.body;
  tree.listener.bodyImplied();
  return 'again';
}

/** Start tags "after body" (§13.2.6.4.19). */
export function startAfterBody(tree: Tree, token: Token): Next {
  if (token.name === 'html') return 'done';
  tree.mode = MODE.body;
  return 'again';
}

/** End tags "after body". */
export function endAfterBody(tree: Tree, token: Token): Next {
  return startAfterBody(tree, token);
}

/** Start tags "in frameset" and after it (§13.2.6.4.20). */
export function startInFrameset(tree: Tree, token: Token): Next {
  if (token.name === 'noframes') tree.insertRawText(token);
  else if (token.name === 'frameset' && tree.mode === MODE.frameset) tree.insert(token);
  return 'done';
}

/** End tags "in frameset". */
export function endInFrameset(tree: Tree, token: Token): Next {
  if (token.name !== 'frameset' || tree.mode !== MODE.frameset) return 'done';
  tree.openElements.pop();
  if (!tree.openElements.isTop(TAG.frameset)) tree.mode = MODE.afterFrameset;
  return 'done';
}

const SELECT_ENDS = new Set(['input', 'keygen', 'textarea']);
const TABLE_TAGS = new Set(['caption', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'td', 'th']);

/** Start tags "in select" and "in select in table" (§13.2.6.4.16, as before the relaxation of 2025: what parse5 8 does). */
export function startInSelect(tree: Tree, token: Token): Next {
  const { name } = token;
  if (SELECT_ENDS.has(name) || (TABLE_TAGS.has(name) && isInTable(tree))) return closeSelect(tree);
  if (name === 'select') closeSelect(tree);
  else if (name === 'script' || name === 'template') return startInBody(tree, token);
  else if (name === 'option' || name === 'optgroup' || name === 'hr') {
    popTop(tree, TAG.option);
    if (name !== 'option') popTop(tree, TAG.optgroup);
    if (name === 'hr') tree.insertEmpty(token);
    else tree.insert(token);
  }
  return 'done';
}

/** End tags "in select" and "in select in table". */
export function endInSelect(tree: Tree, token: Token): Next {
  const { name } = token;
  const { items } = tree.openElements;
  if (name === 'select') closeSelect(tree);
  else if (name === 'option') popTop(tree, token.tag);
  else if (name === 'optgroup') {
    if (items[items.length - 2]?.tag.name === name) popTop(tree, TAG.option);
    popTop(tree, token.tag);
  } else if (TABLE_TAGS.has(name) && isInTable(tree) && isInTableScope(tree, token.tag)) {
    return closeSelect(tree);
  }
  return 'done';
}

function isInTable(tree: Tree): boolean {
  return tree.openElements.find(TAG.table) > 0;
}

function closeSelect(tree: Tree): Next {
  tree.popThrough(TAG.select);
  tree.resetMode();
  return 'again';
}

function popTop(tree: Tree, tag: TagName): void {
  if (tree.openElements.isTop(tag)) tree.openElements.pop();
}
