import { childOf, descendants, parseXml } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

function rootOf(source: string): XmlElement {
  const parsed = parseXml(source);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.root;
}

describe('parseXml', () => {
  it('reads names, namespaces, attributes, texts and lines', () => {
    const root = rootOf('<a xmlns="urn:one" xmlns:t="urn:two">\n  <t:b t:c="1" d="&amp;">\n text </t:b>\n</a>');
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:one', line: 1, parent: null });
    expect(root.attributes.size).toBe(0);
    const child = childOf(root, 'b');
    expect(child).toMatchObject({ namespace: 'urn:two', text: 'text', line: 2, parent: root });
    expect([...(child?.attributes ?? [])]).toEqual([
      ['t:c', '1'],
      ['d', '&'],
    ]);
  });

  it('lists descendants in document order', () => {
    expect(descendants(rootOf('<a><b><c/></b><d/></a>')).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'manifest'],
    ['an element that stays open', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['an attribute that stands twice', '<a b="1" b="2"/>'],
    ['a prefix that is declared nowhere', '<a><bt:b/></a>'],
    ['an entity that is declared nowhere', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a b="x&y"/>'],
  ])('refuses %s', (_name, source) => {
    expect(parseXml(source)).toMatchObject({ ok: false });
  });
});
