import fc from 'fast-check';
import { parseXml } from './xml-element.ts';
import { xml } from './xml-fragment.ts';

describe('xml', () => {
  it('escapes strings in texts and attributes', () => {
    expect(xml`<a b="${'"<&>"'}">${'<&>'}</a>`.markup).toBe('<a b="&quot;&lt;&amp;&gt;&quot;">&lt;&amp;&gt;</a>');
  });

  it('sets fragments in as they are', () => {
    expect(xml`<a>${xml`<b>${'&'}</b>`}</a>`.markup).toBe('<a><b>&amp;</b></a>');
  });

  it('indents every line of a fragment as the line it stands in', () => {
    const inner = xml`<b>\n  <c />\n</b>`;
    expect(xml`<a>\n  ${[inner, inner]}\n</a>`.markup).toBe(
      '<a>\n  <b>\n    <c />\n  </b>\n  <b>\n    <c />\n  </b>\n</a>',
    );
  });

  it('drops the line of an empty list', () => {
    expect(xml`<a>\n  <b />\n  ${[]}\n</a>`.markup).toBe('<a>\n  <b />\n</a>');
  });

  it('writes any text so that a parser reads it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'];-!a1é '.split('')) }), (text) => {
        const parsed = parseXml(xml`<a b="${text}">|${text}|</a>`.markup);
        expect(parsed).toMatchObject({ ok: true, root: { text: `|${text}|` } });
        expect(parsed.ok && parsed.root.attributes.get('b')).toBe(text);
      }),
    );
  });
});
