import { CLASS } from './tag-names.ts';
import type { TagName } from './tag-names.ts';
import { ATTRIBUTE_NUMBERS, readAttributes, toAsciiLowerCase } from './attributes.ts';
import type { AttributeOffsets } from './attributes.ts';
import { decodeAttribute } from './character-references.ts';
import { createElement } from './open-elements.ts';
import type { OpenElement, OpenElements } from './open-elements.ts';

/**
 * Work per character of the source that mending misnested formatting may take before it is given up: six times as much as the worst
 * of the real mails at hand takes.
 */
const EFFORT_PER_CHARACTER = 1;
const LEAST_EFFORT = 50_000;

const ADOPTION_ROUNDS = 8;
const ADOPTED_AT_MOST = 3;
const ALIKE_AT_MOST = 3;

/**
 * The list of active formatting elements (WHATWG HTML §13.2.4.3): what reopens by itself where markup such as
 * `<p><b>one</p><p>two` is misnested. The standard's rules take quadratic time on hostile input, so their work is counted,
 * and past a limit misnested formatting isn't mended any more: `isGivenUp`.
 */
export class FormattingElements {
  /** The bookkeeping was given up: nobody knows any more which formatting is pending. */
  isGivenUp = false;
  private effort: number;
  /** Null is a marker. */
  private readonly list: (OpenElement | null)[] = [];
  private readonly signatures = new Map<number, string>();
  private readonly openElements: OpenElements;
  private readonly html: string;

  constructor(openElements: OpenElements, html: string) {
    this.openElements = openElements;
    this.html = html;
    this.effort = LEAST_EFFORT + html.length * EFFORT_PER_CHARACTER;
  }

  /** Whether an element that is put here would get no reopened formatting around it. */
  get isSettled(): boolean {
    const { length } = this.list;
    if (length === 0 || this.isGivenUp) return true;
    const last = this.list[length - 1];
    return !last || last.at >= 0;
  }

  add(element: OpenElement): void {
    if (this.isGivenUp) return;
    this.limitAlike(element);
    this.list.push(element);
  }

  addMarker(): void {
    if (!this.isGivenUp) this.list.push(null);
  }

  clearToMarker(): void {
    let last = this.list.pop();
    while (last) last = this.list.pop();
  }

  /** The newest entry of that name after the last marker. */
  find(tag: TagName): OpenElement | undefined {
    for (let at = this.list.length - 1; at >= 0 && !this.isGivenUp; at--) {
      const element = this.list[at];
      this.spend(1);
      if (!element) return undefined;
      if (element.tag === tag) return element;
    }
    return undefined;
  }

  remove(element: OpenElement): void {
    const at = this.indexOf(element);
    if (at >= 0) this.list.splice(at, 1);
  }

  /** "Reconstruct the active formatting elements". */
  reconstruct(): void {
    if (this.isSettled) return;
    let first = this.list.length - 1;
    while (first > 0 && !this.isOpenOrMarker(first - 1)) first--;
    this.spend(2 * (this.list.length - first));
    for (let at = first; at < this.list.length; at++) {
      const element = this.list[at];
      if (!element) return;
      const copy = copyOf(element);
      this.list[at] = copy;
      this.openElements.push(copy);
    }
  }

  /** Takes an element off that is at the top of the stack and closed by its own end tag, if it is the newest here too. */
  closeTop(): boolean {
    const { openElements, list } = this;
    if (this.isGivenUp || list.length === 0 || list[list.length - 1] !== openElements.top) return false;
    list.pop();
    openElements.pop();
    return true;
  }

  /** Runs the "adoption agency" for an end tag; false where the tag is to be treated as any other end tag. */
  close(tag: TagName): boolean {
    const { openElements } = this;
    if (openElements.isTop(tag) && this.indexOf(openElements.top) < 0) {
      openElements.pop();
      return true;
    }
    for (let round = 0; round < ADOPTION_ROUNDS; round++) {
      const subject = this.find(tag);
      if (!subject) return false;
      const isOpen = subject.at >= 0;
      if (isOpen && subject.at < openElements.top.nearestBoundaries.scope) return true;
      const block = isOpen ? this.furthestBlock(subject) : undefined;
      if (!block) {
        if (isOpen) openElements.popTo(subject.at);
        this.remove(subject);
        return true;
      }
      this.adopt(subject, block);
    }
    return true;
  }

  /** The lowest special element above the subject. */
  private furthestBlock(subject: OpenElement): OpenElement | undefined {
    const { items } = this.openElements;
    for (let at = subject.at + 1; at < items.length; at++) {
      this.spend(1);
      const element = items[at];
      if (element && element.tagClasses & CLASS.special) return element;
    }
    return undefined;
  }

  /** Moves the formatting from around a block to inside of it: steps 4.11 to 4.20, for the stack and the list alone. */
  private adopt(subject: OpenElement, block: OpenElement): void {
    const { items } = this.openElements;
    const kept: OpenElement[] = [];
    let bookmark = subject;
    const between = items.slice(subject.at + 1, block.at).reverse();
    for (let seen = 0; seen < between.length && !this.isGivenUp; seen++) {
      const element = between[seen];
      const entry = element ? this.indexOf(element) : -1;
      if (!element || entry < 0) continue;
      if (seen < ADOPTED_AT_MOST) {
        const copy = copyOf(element);
        this.list[entry] = copy;
        kept.unshift(copy);
        if (bookmark === subject) bookmark = copy;
      } else this.list.splice(entry, 1);
    }
    const copy = copyOf(subject);
    this.list.splice(this.indexOf(bookmark) + 1, 0, copy);
    this.remove(subject);
    this.spend(items.length - subject.at);
    this.openElements.replaceFrom(subject.at, [...kept, block, copy, ...items.slice(block.at + 1)]);
  }

  /** "Noah's Ark clause": of elements that are alike only three stay in the list. */
  private limitAlike(element: OpenElement): void {
    const alike: OpenElement[] = [];
    for (let at = this.list.length - 1; at >= 0; at--) {
      const other = this.list[at];
      this.spend(1);
      if (!other) break;
      if (other.tag === element.tag) alike.push(other);
    }
    if (alike.length < ALIKE_AT_MOST) return;
    const signature = this.signatureOf(element);
    const same = alike.filter((other) => this.signatureOf(other) === signature);
    const earliest = same[same.length - 1];
    if (same.length >= ALIKE_AT_MOST && earliest) this.remove(earliest);
  }

  /** The same for two tags whose attributes are the same in whatever order. `start` is where a tag stands. */
  private signatureOf({ start, tag }: OpenElement): string {
    const { html } = this;
    const nameEnd = start + 1 + tag.name.length;
    if (html.charAt(nameEnd) === '>') return '';
    const known = this.signatures.get(start);
    if (known !== undefined) return known;
    const pairs = new Map<string, string>();
    const list: AttributeOffsets = { offsets: [], offsetCount: 0 };
    readAttributes(html, nameEnd, list);
    for (let at = 0; at < list.offsetCount; at += ATTRIBUTE_NUMBERS) {
      const [nameStart, nameEnd, valueStart, valueEnd] = list.offsets.slice(at, at + ATTRIBUTE_NUMBERS);
      const name = toAsciiLowerCase(html.slice(nameStart, nameEnd));
      if (!pairs.has(name)) pairs.set(name, decodeAttribute(html.slice(valueStart, valueEnd)));
    }
    const signature = Array.from(pairs, ([name, value]) => `${name}\0${value}`)
      .sort()
      .join('\0');
    this.signatures.set(start, signature);
    return signature;
  }

  private isOpenOrMarker(at: number): boolean {
    const element = this.list[at];
    return !element || element.at >= 0;
  }

  private indexOf(element: OpenElement): number {
    const at = this.list.lastIndexOf(element);
    this.spend(at < 0 ? this.list.length : this.list.length - at);
    return at;
  }

  private spend(effort: number): void {
    this.effort -= effort;
    if (this.effort < 0) this.isGivenUp = true;
  }
}

function copyOf({ tag, space, start, note }: OpenElement): OpenElement {
  return createElement(tag, space, start, note);
}
