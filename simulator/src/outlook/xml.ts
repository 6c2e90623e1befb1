import { SaxesParser } from 'saxes';

/** An element of XML; names of elements and attributes without their prefix. */
export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: Element[];
  /** Its own text, trimmed. */
  text: string;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The root element; null where the text isn't well-formed. */
export function readXml(xml: string): Element | null {
  const document: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser();
  let isBroken = false;
  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [local(name), value]));
    const element: Element = { name: local(tag.name), attributes, children: [], text: '' };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open[open.length - 1];
    if (element !== undefined) element.text = (element.text + text).trim();
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return isBroken ? null : (document.children[0] ?? null);
}

/** The first descendant along a path of names. */
export function find(element: Element | null, ...path: readonly string[]): Element | null {
  let place = element;
  for (const name of path) place = place?.children.find((child) => child.name === name) ?? null;
  return place;
}

/** All children of that name. */
export function all(element: Element | null, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Text of the first child of that name; empty where there is none. */
export function findText(element: Element | null, name: string): string {
  return find(element, name)?.text ?? '';
}

/** Empty where there is none. */
export function attribute(element: Element, name: string): string {
  return element.attributes.get(name) ?? '';
}
