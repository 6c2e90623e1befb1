import { CLASS, FOREIGN_BOUNDARY } from './tag-names.ts';
import type { Space, TagName } from './tag-names.ts';

/** A part of the source. */
export interface Region {
  /** Offset of its first character. */
  start: number;
  /** Offset after its last one; Infinity as long as it isn't known to end. */
  end: number;
}

/** What the reader of a mail remembers about an element while it is open; a copy made by the parser has the same. */
export interface ElementNote {
  /** Index of the link that it is; -1 for none. */
  link: number;
  /** What stands in it may not be shown: no place for a picture. */
  hidesPictures: boolean;
  /** Quoted history that ends with it. */
  history: Region | null;
  /** A signature that reaches at least to its end. */
  signature: Region | null;
}

/** Of an element that nothing is to be remembered about. */
export const NOTHING_NOTED: Readonly<ElementNote> = {
  link: -1,
  hidesPictures: false,
  history: null,
  signature: null,
};

/** Places of the nearest open elements of the classes of these names; -1 for none. */
export interface Boundaries {
  item: number;
  scope: number;
  listScope: number;
  buttonScope: number;
  tableScope: number;
  mode: number;
}

/** Classes of elements that are boundaries of some kind. */
const BOUNDARY = CLASS.itemBoundary | CLASS.scope | CLASS.listScope | CLASS.buttonScope | CLASS.tableScope | CLASS.mode;

const NO_BOUNDARIES: Boundaries = { item: -1, scope: -1, listScope: -1, buttonScope: -1, tableScope: -1, mode: -1 };

/** An element of the tree, as far as the stack of open elements needs it. */
export interface OpenElement {
  tag: TagName;
  space: Space;
  /** Offset of the start tag; a copy made by the parser has that of its original, an implied element -1. */
  start: number;
  note: Readonly<ElementNote>;
  /** Sum of bits. */
  tagClasses: number;
  /** Place in the stack; -1 while it isn't open. */
  at: number;
  /** Place of the next lower open element of the same name; -1 for none. */
  lowerNamesake: number;
  /** Place of the nearest open special element, this one included; -1 for none. */
  nearestSpecial: number;
  /** Place of the nearest open HTML element, this one included. */
  nearestHtml: number;
  /** The nearest boundaries, this one included: shared with all elements in it that are none. */
  nearestBoundaries: Readonly<Boundaries>;
  /** An element that was taken out of the stack while this one stood in it, and so is left only with this one. */
  outlives: OpenElement | null;
  /** In SVG and MathML: where HTML (or text of HTML) may stand in it again. */
  integrates: 'html' | 'text' | null;
}

/** Hears of every element with something noted that enters or leaves the stack. */
export interface StackListener {
  entered(element: OpenElement): void;
  left(element: OpenElement): void;
}

/** Makes an element that isn't open. */
export function createElement(tag: TagName, space: Space, start: number, note: Readonly<ElementNote>): OpenElement {
  return {
    tag,
    space,
    start,
    note,
    tagClasses: space === 'html' ? tag.tagClasses : space === tag.foreignBoundary ? FOREIGN_BOUNDARY : 0,
    at: -1,
    lowerNamesake: -1,
    nearestSpecial: -1,
    nearestHtml: -1,
    nearestBoundaries: NO_BOUNDARIES,
    outlives: null,
    integrates: null,
  };
}

/**
 * The stack of open elements (WHATWG HTML §13.2.4.2). Every search of the standard is answered at once, from the top element
 * and the topmost element of a name: nested a hundred thousand deep, a mail is still read in linear time.
 */
export class OpenElements {
  /** The last of `items`; there always is one, `<html>` at least. */
  top: OpenElement;
  readonly items: OpenElement[] = [];
  /** By the number of the tag, of HTML and of the others; undefined for none. */
  private readonly topmost = new Array<number>(256).fill(-1);
  private readonly topmostForeign: number[] = [];
  private readonly listener: StackListener;

  constructor(root: OpenElement, listener: StackListener) {
    this.top = root;
    this.listener = listener;
    this.place(root);
  }

  /** Place of the topmost open HTML element of that name; -1 for none. */
  find(tag: TagName): number {
    return this.topmost[tag.id] ?? -1;
  }

  /** Place of the topmost open SVG or MathML element of that name; -1 for none. */
  findForeign(tag: TagName): number {
    return this.topmostForeign[tag.id] ?? -1;
  }

  /** Whether an HTML element of that name is open at or above the place where a scope is bounded. */
  isInScope(tag: TagName, boundary: number = this.top.nearestBoundaries.scope): boolean {
    const at = this.find(tag);
    return at >= 0 && at >= boundary;
  }

  isTop(tag: TagName): boolean {
    return this.top.tag === tag && this.top.space === 'html';
  }

  push(element: OpenElement): void {
    this.place(element);
    if (element.note !== NOTHING_NOTED) this.listener.entered(element);
  }

  pop(): void {
    this.leave(this.lift());
  }

  /** Pops the element at that place and all above it. */
  popTo(at: number): void {
    while (this.items.length > at) this.pop();
  }

  /** Takes an element out of the middle, though what is above it still stands in it. Costs as much as there is above it. */
  remove(element: OpenElement): void {
    if (element.at < 0) return;
    const { at } = element;
    const above = this.items.slice(at + 1);
    while (this.items.length > at) this.lift();
    for (const other of above) this.place(other);
    const [next] = above;
    if (next) next.outlives = chain(element, next.outlives);
    else this.leave(element);
  }

  /** Makes these the elements from that place upwards. */
  replaceFrom(at: number, elements: readonly OpenElement[]): void {
    const before = new Set(this.items.slice(at));
    while (this.items.length > at) this.lift();
    for (const element of elements) this.place(element);
    for (const element of before) {
      if (element.at < 0) this.leave(element);
    }
    for (const element of elements) {
      if (!before.has(element) && element.note !== NOTHING_NOTED) this.listener.entered(element);
    }
  }

  private leave(element: OpenElement): void {
    for (let gone: OpenElement | null = element; gone; gone = gone.outlives) {
      if (gone.note !== NOTHING_NOTED) this.listener.left(gone);
    }
  }

  private place(element: OpenElement): void {
    const { items, top } = this;
    const { tag, tagClasses, space } = element;
    const topmost = space === 'html' ? this.topmost : this.topmostForeign;
    const at = items.length;
    element.at = at;
    element.lowerNamesake = topmost[tag.id] ?? -1;
    element.nearestSpecial = tagClasses & CLASS.special ? at : top.nearestSpecial;
    element.nearestBoundaries =
      tagClasses & BOUNDARY ? boundariesAt(at, tagClasses, top.nearestBoundaries) : top.nearestBoundaries;
    element.nearestHtml = space === 'html' ? at : top.nearestHtml;
    topmost[tag.id] = at;
    items.push(element);
    this.top = element;
  }

  private lift(): OpenElement {
    const { items, top } = this;
    const topmost = top.space === 'html' ? this.topmost : this.topmostForeign;
    topmost[top.tag.id] = top.lowerNamesake;
    top.at = -1;
    items.pop();
    this.top = items[items.length - 1] ?? top;
    return top;
  }
}

/** The element, with all that it outlives and then the others. */
function chain(element: OpenElement, others: OpenElement | null): OpenElement {
  let last = element;
  while (last.outlives) last = last.outlives;
  last.outlives = others;
  return element;
}

function boundariesAt(at: number, tagClasses: number, outer: Readonly<Boundaries>): Boundaries {
  return {
    item: tagClasses & CLASS.itemBoundary ? at : outer.item,
    scope: tagClasses & CLASS.scope ? at : outer.scope,
    listScope: tagClasses & CLASS.listScope ? at : outer.listScope,
    buttonScope: tagClasses & CLASS.buttonScope ? at : outer.buttonScope,
    tableScope: tagClasses & CLASS.tableScope ? at : outer.tableScope,
    mode: tagClasses & CLASS.mode ? at : outer.mode,
  };
}
