import { CLASS } from './element-classes.ts';
import type { Space } from './element-classes.ts';
import { FormattingElements } from './formatting-elements.ts';
import { createElement, NOTHING_NOTED, OpenElements } from './open-elements.ts';
import type { ElementNote, OpenElement, StackListener } from './open-elements.ts';
import { Scanner } from './scanner.ts';
import type { Token } from './scanner.ts';

/**
 * The insertion modes of WHATWG HTML §13.2.4.1. `before-body` stands for all up to "after head": none of them puts anything
 * into the body. `after-body` and `after-frameset` stand for their "after after" variants too.
 */
export type Mode =
  | 'before-body'
  | 'body'
  | 'table'
  | 'caption'
  | 'column-group'
  | 'table-body'
  | 'row'
  | 'cell'
  | 'select'
  | 'select-in-table'
  | 'template'
  | 'after-body'
  | 'frameset'
  | 'after-frameset';

/** What is to be done with a token after a rule saw it: nothing, the current mode's rules, or those for HTML content. */
export type Next = 'done' | 'again' | 'again-as-html';

/** A rule of an insertion mode for a start or end tag. */
export type TagRule = (tree: Tree, token: Token) => Next;

/** Hears what the markup becomes. */
export interface TreeListener extends StackListener {
  /** A start tag becomes an element of the live document: not inside of `<template>`. What it says is kept with the element. */
  started(tag: Token, space: Space): Readonly<ElementNote>;
  /** The body begins without a tag of its own, by the token that is being read. */
  bodyImplied(): void;
  /** The tag ends the body; what follows goes into it all the same. */
  bodyEnded(tag: Token): void;
  /** A frameset takes the place of the whole body. */
  bodyDropped(): void;
}

const RESET_MODES: Readonly<Record<string, Mode>> = {
  html: 'before-body',
  body: 'body',
  frameset: 'frameset',
  table: 'table',
  caption: 'caption',
  colgroup: 'column-group',
  tbody: 'table-body',
  tfoot: 'table-body',
  thead: 'table-body',
  tr: 'row',
  td: 'cell',
  th: 'cell',
};

/**
 * The state of tree construction (WHATWG HTML §13.2.6) and the steps that its rules share. No tree is built: what is kept is
 * what decides whether a tag becomes an element, and what an element put at some offset would be wrapped in.
 */
export class Tree {
  mode: Mode = 'before-body';
  isQuirky = true;
  /** Nothing but white space and comments came so far: a doctype still counts. */
  isInitial = true;
  /** A frameset could still take the place of the body. */
  framesetOk = true;
  /** A line break directly after `<pre>` isn't text. */
  dropsLineBreak = false;
  form: OpenElement | null = null;
  /** One for each open `<template>`. */
  readonly templateModes: Mode[] = [];
  readonly scanner: Scanner;
  readonly stack: OpenElements;
  readonly formatting: FormattingElements;
  readonly listener: TreeListener;

  constructor(html: string, listener: TreeListener) {
    this.listener = listener;
    this.scanner = new Scanner(html);
    this.stack = new OpenElements(listener);
    this.formatting = new FormattingElements(this.stack, html);
    this.stack.push(createElement('html', 'html', null, NOTHING_NOTED));
  }

  get isInTemplate(): boolean {
    return this.templateModes.length > 0;
  }

  /** Puts an element onto the stack. */
  insert(tag: Token, space: Space = 'html'): OpenElement {
    const element = createElement(tag.name, space, tag, this.announce(tag, space));
    this.stack.push(element);
    return element;
  }

  /** Puts an element onto the stack that the source has no tag for. */
  insertImplied(name: string): void {
    this.stack.push(createElement(name, 'html', null, NOTHING_NOTED));
  }

  /** An element that has no content, or whose content isn't markup. */
  insertEmpty(tag: Token): void {
    this.announce(tag, 'html');
  }

  /** An element of SVG or MathML, which a slash at the end of its tag closes. */
  insertForeign(tag: Token, space: Space): void {
    if (tag.selfClosing) this.announce(tag, space);
    else this.insert(tag, space);
  }

  insertRawText(tag: Token): void {
    this.announce(tag, 'html');
    this.scanner.skipRawText(tag.name);
  }

  closeParagraph(): void {
    if (!this.stack.isInScope('p', CLASS.buttonScope)) return;
    this.impliedEnds('p');
    this.popThrough('p');
  }

  /** "Generate implied end tags", except for elements of one name. */
  impliedEnds(except = '', classBit: number = CLASS.impliedEnd): void {
    const { stack } = this;
    while (stack.top && stack.top.classes & classBit && stack.top.name !== except) stack.pop();
  }

  /** Pops until an HTML element of one of the names was popped. */
  popThrough(...names: string[]): void {
    const at = Math.max(...names.map((name) => this.stack.find(name)));
    if (at > 0) this.stack.popTo(at);
  }

  openTemplate(tag: Token): void {
    this.insert(tag);
    this.formatting.addMarker();
    this.framesetOk = false;
    this.mode = 'template';
    this.templateModes.push('template');
  }

  closeTemplate(): void {
    if (!this.isInTemplate) return;
    this.impliedEnds('', CLASS.impliedEndThoroughly);
    this.popThrough('template');
    this.formatting.clearToMarker();
    this.templateModes.pop();
    this.resetMode();
  }

  /** "Reset the insertion mode appropriately". */
  resetMode(): void {
    const { stack } = this;
    const name = stack.items[stack.nearest(CLASS.mode)]?.name ?? 'html';
    if (name === 'select') {
      const isInTable = stack.find('table') > stack.find('template');
      this.mode = isInTable ? 'select-in-table' : 'select';
    } else if (name === 'template') this.mode = this.templateModes[this.templateModes.length - 1] ?? 'body';
    else this.mode = RESET_MODES[name] ?? 'body';
  }

  private announce(tag: Token, space: Space): Readonly<ElementNote> {
    return this.isInTemplate ? NOTHING_NOTED : this.listener.started(tag, space);
  }
}

/** Gives each of several space-separated names the same rule. */
export function rulesFor(rows: readonly (readonly [string, TagRule])[]): ReadonlyMap<string, TagRule> {
  const rules = new Map<string, TagRule>();
  for (const [names, rule] of rows) for (const name of names.split(' ')) rules.set(name, rule);
  return rules;
}
