import { toAsciiLowerCase } from './attributes.ts';
import { FormattingElements } from './formatting-elements.ts';
import { createElement, NOTHING_NOTED, OpenElements } from './open-elements.ts';
import type { ElementNote, OpenElement, StackListener } from './open-elements.ts';
import { Scanner } from './scanner.ts';
import type { Token } from './scanner.ts';
import { CLASS, knownTag, NO_TAG, TAG } from './tag-names.ts';
import type { Space, TagName } from './tag-names.ts';

/**
 * The insertion modes of WHATWG HTML §13.2.4.1. `beforeBody` stands for all up to "after head": none of them puts anything
 * into the body. `select` stands for the two of that kind too, `afterBody` and `afterFrameset` for their "after after" variants.
 */
export const MODE = {
  beforeBody: 0,
  body: 1,
  table: 2,
  caption: 3,
  columnGroup: 4,
  tableBody: 5,
  row: 6,
  cell: 7,
  select: 8,
  afterBody: 9,
  frameset: 10,
  afterFrameset: 11,
} as const;

/** One of MODE. */
export type Mode = (typeof MODE)[keyof typeof MODE];

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
  html: MODE.beforeBody,
  body: MODE.body,
  frameset: MODE.frameset,
  table: MODE.table,
  caption: MODE.caption,
  colgroup: MODE.columnGroup,
  tbody: MODE.tableBody,
  tfoot: MODE.tableBody,
  thead: MODE.tableBody,
  tr: MODE.row,
  td: MODE.cell,
  th: MODE.cell,
  select: MODE.select,
};

/**
 * The state of tree construction (WHATWG HTML §13.2.6) and the steps that its rules share. No tree is built: what is kept is
 * what decides whether a tag becomes an element, and what an element put at some offset would be wrapped in.
 */
export class Tree {
  mode: Mode = MODE.beforeBody;
  isQuirky = true;
  /** Nothing but white space and comments came so far: a doctype still counts. */
  isInitial = true;
  /** A frameset could still take the place of the body. */
  framesetOk = true;
  /** A line break directly after `<pre>` isn't text. */
  dropsLineBreak = false;
  form: OpenElement | null = null;
  readonly scanner: Scanner;
  readonly openElements: OpenElements;
  readonly activeFormatting: FormattingElements;
  readonly listener: TreeListener;

  constructor(html: string, listener: TreeListener) {
    this.listener = listener;
    this.scanner = new Scanner(html);
    this.openElements = new OpenElements(createElement(TAG.html, 'html', -1, NOTHING_NOTED), listener);
    this.activeFormatting = new FormattingElements(this.openElements, html);
  }

  /** Whether nothing is left to decide about text here. */
  get skipsText(): boolean {
    const isInFlow = this.mode === MODE.body || this.mode === MODE.cell;
    return isInFlow && !this.framesetOk && this.activeFormatting.isSettled && this.openElements.top.space === 'html';
  }

  /** The same for text that is nothing but white space. */
  get skipsBlank(): boolean {
    const { mode } = this;
    if (mode === MODE.table || mode === MODE.tableBody || mode === MODE.row) return this.keepsWhiteSpace;
    return mode === MODE.beforeBody || this.skipsText;
  }

  /** Whether white space inside of a table stays directly in it: elsewhere there it is text as in a body. */
  get keepsWhiteSpace(): boolean {
    const { tag, space } = this.openElements.top;
    return space === 'html' && (tag === TAG.table || tag === TAG.tr || (tag.tagClasses & CLASS.rows) > 0);
  }

  /** Puts an element onto the stack. */
  insert(tag: Token, space: Space = 'html'): OpenElement {
    const element = createElement(tag.tag, space, tag.start, this.listener.started(tag, space));
    this.openElements.push(element);
    return element;
  }

  /** Puts an element onto the stack that the source has no tag for. */
  insertImplied(tag: TagName): void {
    this.openElements.push(createElement(tag, 'html', -1, NOTHING_NOTED));
  }

  /** An element that has no content, or whose content isn't markup. */
  insertEmpty(tag: Token): void {
    this.listener.started(tag, 'html');
  }

  insertRawText(tag: Token): void {
    this.listener.started(tag, 'html');
    this.scanner.skipRawText(tag.name);
  }

  closeParagraph(): void {
    if (!this.openElements.isInScope(TAG.p, this.openElements.top.nearestBoundaries.buttonScope)) return;
    this.impliedEnds(TAG.p);
    this.popThrough(TAG.p);
  }

  /** Of some names, that of the topmost open element that has one of them. */
  topmostOf(tags: readonly TagName[]): TagName {
    let topmost = NO_TAG;
    for (const tag of tags) if (this.openElements.find(tag) > this.openElements.find(topmost)) topmost = tag;
    return topmost;
  }

  /** Closes an element, and what its end implies. */
  closeElement(tag: TagName): void {
    this.impliedEnds();
    this.popThrough(tag);
  }

  /** A frameset takes the place of the body. */
  startFrameset(tag: Token): void {
    this.openElements.popTo(1);
    this.listener.bodyDropped();
    this.insert(tag);
    this.mode = MODE.frameset;
  }

  /** Whether a tag is an `<input>` that isn't shown. */
  isHiddenInput(tag: Token): boolean {
    return tag.name === 'input' && toAsciiLowerCase(tag.sourceOf('type')) === 'hidden';
  }

  /** "Generate implied end tags", except for elements of one name. */
  impliedEnds(except = NO_TAG): void {
    const { openElements } = this;
    while (openElements.top.tagClasses & CLASS.impliedEnd && openElements.top.tag !== except) openElements.pop();
  }

  /** Pops until an HTML element of that name was popped. */
  popThrough(tag: TagName): void {
    const at = this.openElements.find(tag);
    if (at > 0) this.openElements.popTo(at);
  }

  /** "Reset the insertion mode appropriately". */
  resetMode(): void {
    const { openElements } = this;
    this.mode =
      RESET_MODES[openElements.items[openElements.top.nearestBoundaries.mode]?.tag.name ?? 'html'] ?? MODE.body;
  }
}

/** A rule "in body": it never leaves a token to another mode. */
export type BodyRule = (tree: Tree, token: Token) => void;

/** Gives each of several space-separated names the same rule; found by the number of the tag. */
export function rulesFor(rows: readonly (readonly [string, BodyRule])[]): readonly (BodyRule | undefined)[] {
  const rules: BodyRule[] = [];
  for (const [names, rule] of rows) for (const name of names.split(' ')) rules[knownTag(name).id] = rule;
  return rules;
}
