import { SaxesParser } from 'saxes';

/** An element of a parsed XML file. */
export interface XmlElement {
  /** Name without prefix. */
  name: string;
  /** Address of its namespace; empty without one. */
  namespace: string;
  /** Values by name as written, prefix included; namespace declarations are left out. */
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  /** Own text, ends trimmed. */
  text: string;
  /** Line of the start tag, from 1. */
  line: number;
  /** null: the root. */
  parent: XmlElement | null;
}

interface OpenElement extends XmlElement {
  attributes: Map<string, string>;
  children: OpenElement[];
  parent: OpenElement | null;
}

export type ParsedXml = { ok: true; root: XmlElement } | { ok: false; reason: string };

function isNamespaceDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

/** Reads a whole file; anything that isn't well-formed XML with declared namespaces is refused with the place. */
export function parseXml(source: string): ParsedXml {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const problems: string[] = [];
  let root: OpenElement | null = null;
  let current: OpenElement | null = null;
  let line = 1;
  parser.on('error', (error) => problems.push(error.message));
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.entries(tag.attributes).filter(([name]) => !isNamespaceDeclaration(name));
    const element: OpenElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: new Map(attributes.map(([name, attribute]) => [name, attribute.value])),
      children: [],
      text: '',
      line,
      parent: current,
    };
    root ??= element;
    current?.children.push(element);
    current = element;
  });
  parser.on('text', (text) => {
    if (current !== null) current.text += text;
  });
  parser.on('closetag', () => {
    if (current === null) return;
    current.text = current.text.trim();
    current = current.parent;
  });
  parser.write(source).close();
  const first = problems[0];
  if (first !== undefined) return { ok: false, reason: `line ${first}` };
  return root === null ? { ok: false, reason: 'there is no element' } : { ok: true, root };
}

/** The element and everything below it, in document order. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

/** First child of that name; null where there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}
