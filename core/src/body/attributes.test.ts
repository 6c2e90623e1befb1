import { prepareBody } from '../prepare-body.ts';
import { planOf } from './plan.fixture.ts';

const OFFER = 'https://example.org/offer?a=1&b=2';
const NEW = 'https://t.example/0';
/** Every tracked link becomes the same short address, so that rows can be read. */
const short = planOf({ pixelUrl: null, linkUrl: () => NEW });
const destinationsOf = (html: string) => prepareBody(html, short).links.map(({ destination }) => destination);

describe('an href', () => {
  it.each([
    ['in quotes', '<a href="§">x</a>'],
    ['in apostrophes', "<a href='§'>x</a>"],
    ['without quotes', '<a href=§>x</a>'],
    ['without quotes, before other attributes', '<a href=§ class=b>x</a>'],
    ['without quotes, on a line of its own', '<a\nhref=§\nclass=b\n>x</a>'],
    ['in capitals', '<A HREF="§">x</A>'],
    ['in mixed case', '<a HrEf="§">x</a>'],
    ['with blanks around the equals sign', '<a href = "§" >x</a>'],
    ['with line breaks around it', '<a href\r\n=\r\n\t"§">x</a>'],
    ['with blanks around it and no quotes', '<a href = § title=b>x</a>'],
    ['behind other attributes', '<a class="b" target=_blank style=\'color:red\' href="§">x</a>'],
    ['behind an attribute without a space between', '<a class="b"href="§">x</a>'],
    ['behind rubbish that is an attribute', '<a b="c"d href="§">x</a>'],
    ['behind a value that looks like a tag', '<a title="<a href=\'x\'>" href="§">x</a>'],
    ['behind a value with a closing bracket', '<a title="1 > 0" href="§">x</a>'],
    ['behind slashes', '<a/href="§"/>x</a>'],
    ['behind an attribute without a value', '<a download href="§">x</a>'],
    ['behind an attribute that only ends alike', '<a data-href="https://example.org/no" href="§">x</a>'],
    ['behind an attribute with a prefix', '<a xlink:href="https://example.org/no" href="§">x</a>'],
    ['behind an equals sign', '<a ="b" href="§">x</a>'],
    ['with blanks around the value', '<a href="  §\n">x</a>'],
    ['of an area', '<map name="m"><area shape=rect coords="0,0,9,9" href="§" alt="x"></map>'],
    ['of a link in a drawing', '<svg><a href="§"><text>x</text></a></svg>'],
    ['of a link in a formula', '<math><a href="§">x</a></math>'],
    ['of a link that is never closed', '<p><a href="§">x'],
    ['of a link in another', '<a href="mailto:x@example.org">x<a href="§">y</a></a>'],
    ['of a link in a table, between its cells', '<table><a href="§">x</a><tr><td>y</td></tr></table>'],
    ['of a link behind the end of the mail', '<html><body>x</body></html><a href="§">x</a>'],
    ['of a link with nothing to see', '<a href="§"></a>'],
  ])('changes in its place alone: %s', (_, marked) => {
    const source = marked.includes('=§') || marked.includes('= §') ? 'https://example.org/offer?b=2' : OFFER;
    const html = marked.replace('§', source);
    expect(destinationsOf(html)).toContain(source);
    expect(prepareBody(html, short).html).toBe(marked.replace(/ {2}§\n|§/, NEW));
  });

  it.each([
    [
      'only the first of two',
      '<a href="https://example.org/1" href="https://example.org/2">x</a>',
      'https://example.org/1',
    ],
    [
      'the first, in whatever case',
      '<a HREF="https://example.org/1" href="https://example.org/2">x</a>',
      'https://example.org/1',
    ],
    ['the first, even if it is empty', '<a href href="https://example.org/2">x</a>', ''],
    ['a value up to the next blank', '<a href=https://example.org/a b>x</a>', 'https://example.org/a'],
    ['a value with a slash at its end', '<a href=https://example.org/>x</a>', 'https://example.org/'],
    ['a value with quotes in it', '<a href=https://example.org/"a\'b>x</a>', 'https://example.org/"a\'b'],
    ['an empty value', '<a href="">x</a>', ''],
    ['no value', '<a href>x</a>', ''],
    ['no value but an equals sign', '<a href=>x</a>', ''],
  ])('counts: %s', (_, html, destination) => {
    expect(destinationsOf(html)).toEqual([destination]);
  });

  it('leaves the second of two as it is', () => {
    const html = '<a href="https://example.org/1" href="https://example.org/2">x</a>';
    expect(prepareBody(html, short).html).toBe(`<a href="${NEW}" href="https://example.org/2">x</a>`);
  });

  it.each([
    ['a link without one', '<a name="top">x</a>'],
    ['an end tag', '</a href="https://example.org/">'],
    ['a style sheet', '<link rel="stylesheet" href="https://example.org/a.css">'],
    ['VML', '<v:shape href="https://example.org/">x</v:shape>'],
    ['another element', '<div href="https://example.org/">x</div>'],
    ['an element whose name only starts alike', '<abbr href="https://example.org/">x</abbr>'],
    ['an element of Office', '<o:a href="https://example.org/">x</o:a>'],
    ['a drawing that uses another', '<svg><use href="https://example.org/a.svg#x"/></svg>'],
    ['a link of an older kind of drawing', '<svg><a xlink:href="https://example.org/">x</a></svg>'],
    ['what is no tag', '< a href="https://example.org/">x'],
    ['a tag that is never finished', 'x<a href="https://example.org/"'],
    ['a value that is never finished', 'x<a href="https://example.org/>y</a>'],
  ])('is none of a link: %s', (_, html) => {
    expect(prepareBody(html, short)).toEqual({ html, pixel: 'none', links: [] });
  });
});

describe('a new value', () => {
  const write = (html: string, url: string) => prepareBody(html, planOf({ pixelUrl: null, linkUrl: () => url })).html;
  const all = 'https://t.example/?a&b"c\'d<e>f=g`h i\tj\nk\fl\rm';

  it.each([
    [
      'quotes',
      `<a href="${OFFER}">x</a>`,
      '<a href="https://t.example/?a&amp;b&quot;c\'d<e>f=g`h i\tj\nk\fl&#13;m">x</a>',
    ],
    [
      'apostrophes',
      `<a href='${OFFER}'>x</a>`,
      "<a href='https://t.example/?a&amp;b\"c&#39;d<e>f=g`h i\tj\nk\fl&#13;m'>x</a>",
    ],
    [
      'nothing',
      '<a href=https://example.org/>x</a>',
      '<a href=https://t.example/?a&amp;b&quot;c&#39;d&lt;e&gt;f&#61;g&#96;h&#32;i&#9;j&#10;k&#12;l&#13;m>x</a>',
    ],
  ])('is escaped for %s around it', (_, html, expected) => {
    expect(write(html, all)).toBe(expected);
  });

  it.each(['"', "'", ''])('is read back as it was meant, with %j around it', (quote) => {
    // Blanks and line breaks are not read back: browsers take them out of addresses.
    const url = 'https://example.org/?a&amp;b&copy=1&lt;"c\'d<e>f=g`h i&#65;';
    const html = write(`<a href=${quote}https://example.org/${quote} title=t>x</a>`, url);
    expect(destinationsOf(html)).toEqual([url]);
  });

  it.each([
    ['&amp;', 'https://example.org/?a=1&amp;b=2'],
    ['a bare &', 'https://example.org/?a=1&b=2'],
    ['references by number', 'https://example.org/?a=1&#38;b=2'],
    ['blanks around it', ' https://example.org/?a=1&amp;b=2 '],
    ['line breaks in it', 'https://example.org/\n?a=1&amp;b=2'],
  ])('that is the old one keeps its bytes: %s', (_, href) => {
    const html = `<a href="${href}">x</a>`;
    const same = planOf({ pixelUrl: null, linkUrl: (destination) => destination });
    expect(prepareBody(html, same)).toMatchObject({
      html,
      links: [{ destination: 'https://example.org/?a=1&b=2', untracked: null }],
    });
  });
});
