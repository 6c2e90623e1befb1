import { CLASS, classesOf, KEPT_CLASSES } from './element-classes.ts';
import type { Space } from './element-classes.ts';
import type { Token } from './scanner.ts';

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
  isBold: boolean;
  /** Quoted history that ends with it. */
  history: Region | null;
  /** A signature that reaches at least to its end. */
  signature: Region | null;
}

/** Of an element that nothing is to be remembered about. */
export const NOTHING_NOTED: Readonly<ElementNote> = {
  link: -1,
  hidesPictures: false,
  isBold: false,
  history: null,
  signature: null,
};

/** An element of the tree, as far as the stack of open elements needs it. */
export interface OpenElement {
  /** In lower case, also where SVG writes `foreignObject`. */
  name: string;
  space: Space;
  /** The start tag; a copy made by the parser has that of its original, an implied element none. */
  tag: Token | null;
  /** What the reader of the mail remembers about it. */
  note: Readonly<ElementNote>;
  /** Sum of `CLASS`. */
  classes: number;
  /** Place in the stack; -1 while it isn't open. */
  at: number;
  /** Place of the next lower open element of the same name; -1 for none. */
  lowerNamesake: number;
  /** For each of KEPT_CLASSES the place of the nearest open element of that class, this one included; -1 for none. */
  nearest: readonly number[];
}

/** Hears of every element that enters or leaves the stack. */
export interface StackListener {
  entered(element: OpenElement): void;
  left(element: OpenElement): void;
}

const NONE_NEAREST: readonly number[] = KEPT_CLASSES.map(() => -1);

/** Makes an element that isn't open. */
export function createElement(name: string, space: Space, tag: Token | null, note: Readonly<ElementNote>): OpenElement {
  const classes = classesOf(name, space);
  return { name, space, tag, note, classes, at: -1, lowerNamesake: -1, nearest: NONE_NEAREST };
}

/**
 * The stack of open elements (WHATWG HTML §13.2.4.2). Every search of the standard is answered at once, from the top element
 * and the topmost element of a name: nested a hundred thousand deep, a mail is still read in linear time.
 */
export class OpenElements {
  readonly items: OpenElement[] = [];
  private readonly topmost = new Map<string, number>();
  private readonly listener: StackListener;

  constructor(listener: StackListener) {
    this.listener = listener;
  }

  get top(): OpenElement | undefined {
    return this.items[this.items.length - 1];
  }

  /** Place of the topmost open HTML element of that name; -1 for none. */
  find(name: string): number {
    return this.topmost.get(name) ?? -1;
  }

  /** Place of the topmost open SVG or MathML element of that name; -1 for none. */
  findForeign(name: string): number {
    return this.topmost.get(keyOf(name, false)) ?? -1;
  }

  /** Place of the nearest open element of a kept class; -1 for none. */
  nearest(classBit: number): number {
    return this.top?.nearest[KEPT_CLASSES.indexOf(classBit)] ?? -1;
  }

  /** Whether an HTML element of that name is open above (or is) the nearest boundary of the scope. */
  isInScope(name: string, scope: number = CLASS.scope): boolean {
    const at = this.find(name);
    return at >= 0 && at >= this.nearest(scope);
  }

  isTop(name: string): boolean {
    const { top } = this;
    return top !== undefined && top.name === name && top.space === 'html';
  }

  push(element: OpenElement): void {
    this.place(element);
    this.listener.entered(element);
  }

  pop(): void {
    const element = this.lift();
    if (element) this.listener.left(element);
  }

  /** Pops the element at that place and all above it. */
  popTo(at: number): void {
    while (this.items.length > at) this.pop();
  }

  /** Takes an element out of the middle. Costs as much as there is above it. */
  remove(element: OpenElement): void {
    if (element.at >= 0) this.replaceFrom(element.at, this.items.slice(element.at + 1));
  }

  /** Makes these the elements from that place upwards. */
  replaceFrom(at: number, elements: readonly OpenElement[]): void {
    const before = new Set(this.items.slice(at));
    while (this.items.length > at) this.lift();
    for (const element of elements) this.place(element);
    for (const element of before) if (element.at < 0) this.listener.left(element);
    for (const element of elements) if (!before.has(element)) this.listener.entered(element);
  }

  private place(element: OpenElement): void {
    const at = this.items.length;
    const key = keyOf(element.name, element.space === 'html');
    const nearest = this.top?.nearest ?? NONE_NEAREST;
    element.at = at;
    element.lowerNamesake = this.topmost.get(key) ?? -1;
    element.nearest = KEPT_CLASSES.map((bit, index) => (element.classes & bit ? at : (nearest[index] ?? -1)));
    this.topmost.set(key, at);
    this.items.push(element);
  }

  private lift(): OpenElement | undefined {
    const element = this.items.pop();
    if (!element) return undefined;
    this.topmost.set(keyOf(element.name, element.space === 'html'), element.lowerNamesake);
    element.at = -1;
    return element;
  }
}

/** A slash never stands in a tag's name. */
function keyOf(name: string, isHtml: boolean): string {
  return isHtml ? name : `/${name}`;
}
