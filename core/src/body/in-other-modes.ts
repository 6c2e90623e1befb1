import { CLASS } from './element-classes.ts';
import { startInBody } from './in-body-start.ts';
import type { Token } from './scanner.ts';
import type { Mode, Next, Tree } from './tree.ts';

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
    tree.mode = 'body';
    return 'done';
  }
  if (name === 'frameset') {
    tree.listener.bodyDropped();
    tree.insert(token);
    tree.mode = 'frameset';
    return 'done';
  }
  return beginBody(tree);
}

/** End tags before the body. */
export function endBeforeBody(tree: Tree, token: Token): Next {
  const { name } = token;
  if (name === 'body' || name === 'html' || name === 'br') return beginBody(tree);
  if (name === 'template') tree.closeTemplate();
  return 'done';
}

/** Begins the body without a tag, because of something that can stand only there. */
export function beginBody(tree: Tree): Next {
  tree.insertImplied('body');
  tree.mode = 'body';
  tree.listener.bodyImplied();
  return 'again';
}

/** Start tags "after body" (§13.2.6.4.19). */
export function startAfterBody(tree: Tree, token: Token): Next {
  if (token.name === 'html') return 'done';
  tree.mode = 'body';
  return 'again';
}

/** End tags "after body". */
export function endAfterBody(tree: Tree, token: Token): Next {
  return startAfterBody(tree, token);
}

/** Start tags "in frameset" and after it (§13.2.6.4.20). */
export function startInFrameset(tree: Tree, token: Token): Next {
  if (token.name === 'noframes') tree.insertRawText(token);
  else if (token.name === 'frameset' && tree.mode === 'frameset') tree.insert(token);
  return 'done';
}

/** End tags "in frameset". */
export function endInFrameset(tree: Tree, token: Token): Next {
  if (token.name !== 'frameset' || tree.mode !== 'frameset') return 'done';
  tree.stack.pop();
  if (!tree.stack.isTop('frameset')) tree.mode = 'after-frameset';
  return 'done';
}

/** Start tags "in select" (§13.2.6.4.16, as before the parser relaxation of 2025: what parse5 8 does). */
export function startInSelect(tree: Tree, token: Token): Next {
  switch (token.name) {
    case 'option':
      popTop(tree, 'option');
      tree.insert(token);
      return 'done';
    case 'optgroup':
      popTop(tree, 'option', 'optgroup');
      tree.insert(token);
      return 'done';
    case 'hr':
      popTop(tree, 'option', 'optgroup');
      tree.insertEmpty(token);
      return 'done';
    case 'select':
      closeSelect(tree);
      return 'done';
    case 'input':
    case 'keygen':
    case 'textarea':
      return closeSelect(tree) ? 'again' : 'done';
    case 'script':
    case 'template':
      return startInBody(tree, token);
    default:
      return 'done';
  }
}

/** End tags "in select". */
export function endInSelect(tree: Tree, token: Token): Next {
  const { stack } = tree;
  switch (token.name) {
    case 'option':
      popTop(tree, 'option');
      return 'done';
    case 'optgroup':
      if (stack.isTop('option') && stack.items[stack.items.length - 2]?.name === 'optgroup') stack.pop();
      popTop(tree, 'optgroup');
      return 'done';
    case 'select':
      closeSelect(tree);
      return 'done';
    case 'template':
      tree.closeTemplate();
      return 'done';
    default:
      return 'done';
  }
}

const TABLE_TAGS = new Set(['caption', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'td', 'th']);

/** Start tags "in select in table" (§13.2.6.4.17). */
export function startInSelectInTable(tree: Tree, token: Token): Next {
  if (!TABLE_TAGS.has(token.name)) return startInSelect(tree, token);
  tree.popThrough('select');
  tree.resetMode();
  return 'again';
}

/** End tags "in select in table". */
export function endInSelectInTable(tree: Tree, token: Token): Next {
  if (!TABLE_TAGS.has(token.name)) return endInSelect(tree, token);
  if (!tree.stack.isInScope(token.name, CLASS.tableScope)) return 'done';
  tree.popThrough('select');
  tree.resetMode();
  return 'again';
}

function closeSelect(tree: Tree): boolean {
  if (!tree.stack.isInScope('select', CLASS.selectScope)) return false;
  tree.popThrough('select');
  tree.resetMode();
  return true;
}

function popTop(tree: Tree, ...names: string[]): void {
  for (const name of names) if (tree.stack.isTop(name)) tree.stack.pop();
}

const TEMPLATE_MODES: ReadonlyMap<string, Mode> = new Map<string, Mode>([
  ['caption', 'table'],
  ['colgroup', 'table'],
  ['tbody', 'table'],
  ['tfoot', 'table'],
  ['thead', 'table'],
  ['col', 'column-group'],
  ['tr', 'table-body'],
  ['td', 'row'],
  ['th', 'row'],
]);

/** Start tags "in template" (§13.2.6.4.18). */
export function startInTemplate(tree: Tree, token: Token): Next {
  if (HEAD_ELEMENTS.has(token.name) && token.name !== 'noscript' && token.name !== 'html')
    return startInBody(tree, token);
  const mode = TEMPLATE_MODES.get(token.name) ?? 'body';
  tree.templateModes[tree.templateModes.length - 1] = mode;
  tree.mode = mode;
  return 'again';
}

/** End tags "in template". */
export function endInTemplate(tree: Tree, token: Token): Next {
  if (token.name === 'template') tree.closeTemplate();
  return 'done';
}
