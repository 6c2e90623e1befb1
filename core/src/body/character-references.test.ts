import { prepareBody } from '../prepare-body.ts';
import { planOf } from './plan.fixture.ts';

const listed = planOf({ linkUrl: null, pixelUrl: null });
const destinationOf = (query: string) =>
  prepareBody(`<a href="https://example.org/?${query}">x</a>`, listed).links[0]?.destination.slice(21);

describe('a destination', () => {
  it.each([
    ['a=1&amp;b=2', 'a=1&b=2'],
    ['a=1&AMP;b=2', 'a=1&b=2'],
    ['a=1&b=2', 'a=1&b=2'],
    ['a=1&#38;b=2', 'a=1&b=2'],
    ['a=1&#038;b=2', 'a=1&b=2'],
    ['a=1&#x26;b=2', 'a=1&b=2'],
    ['a=1&#X26;b=2', 'a=1&b=2'],
    ['a=1&#38b=2', 'a=1&b=2'],
    ['a=1&amp;amp;b=2', 'a=1&amp;b=2'],
    ['a=1&amp', 'a=1&'],
    ['a=&quot;b&apos;&lt;&gt;', 'a="b\'<>'],
    ['a=&auml;&nbsp;&euro;', 'a=ä\u00a0€'],
    ['a=&#228;&#xE4;&#128;', 'a=ää€'],
    ['a=&Tab;&NewLine;b', 'a=b'],
    ['a&colon;b&sol;c&period;d&quest;e', 'a:b/c.d?e'],
    ['a=&#128512;', 'a=\u{1f600}'],
    ['a=&#0;b', 'a=\ufffdb'],
    ['a=&#xD800;&#x110000;&#99999999999;', 'a=\ufffd\ufffd\ufffd'],
    ['a=b\0c', 'a=b\ufffdc'],
  ])('is decoded: %j', (source, decoded) => {
    expect(destinationOf(source)).toBe(decoded);
  });

  it.each([
    'a=1&copy=2',
    'a=1&copyright=2',
    'a=1&reg_id=2&reg1=3',
    'a=1&lt1=2',
    'a=1&amp1=2',
    'a=1&amp=2',
    'a=1&notit;',
    'a=1&;',
    'a=1&',
    'a=1&#;&#x;&#xg;',
    'a=1&nosuchname;',
  ])('keeps what is no reference in an attribute: %s', (source) => {
    // `&reg_` is one: only `=` and letters or digits behind a name without a semicolon make it none.
    expect(destinationOf(source)).toBe(source.replace('&reg_', '®_'));
  });

  it.each([
    ['  https://example.org/ ', 'https://example.org/'],
    ['\thttps://example.org/\r\n', 'https://example.org/'],
    ['https://exam\nple.org/a\tb\r', 'https://example.org/ab'],
    ['&#10;https://example.org/&#32;&#x1;', 'https://example.org/'],
    ['https://example.org/a b', 'https://example.org/a b'],
    ['HTTPS://Example.ORG:443/%7e/../a', 'HTTPS://Example.ORG:443/%7e/../a'],
    ['https://example.org/\u00a0', 'https://example.org/\u00a0'],
  ])('is trimmed as a browser does, and not normalised: %j', (href, destination) => {
    expect(prepareBody(`<a href="${href}">x</a>`, listed).links[0]?.destination).toBe(destination);
  });
});

describe('the text of a link', () => {
  it.each([
    ['Book now &rarr;', 'Book now →'],
    ['&lsaquo; 5&thinsp;% off &rsaquo;', '‹ 5 % off ›'],
    ['&bdquo;&check; done&ldquo; &ndash; &copy 2026', '„✓ done“ – © 2026'],
    ['&hearts; &Scaron;koda &ge; &infin;', '♥ Škoda ≥ ∞'],
    ['&copyright &nosuchname;', '©right &nosuchname;'],
  ])('is decoded: %j', (source, text) => {
    expect(prepareBody(`<a href="https://example.org/">${source}</a>`, listed).links[0]?.text).toBe(text);
  });
});
