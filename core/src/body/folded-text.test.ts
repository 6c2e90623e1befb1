import { prepareBody } from '../prepare-body.ts';
import { planOf } from './plan.fixture.ts';

const listed = planOf({ linkUrl: null, pixelUrl: null });
const textOf = (text: string) => prepareBody(`<a href="https://example.org/">${text}</a>`, listed).links[0]?.text;

describe('the text of a link', () => {
  it.each([
    ['R&amp;D', 'R&D'],
    ['R&ampD', 'R&D'],
    ['&copyright', '©right'],
    ['&notit;', '¬it;'],
    ['&lt;b&gt;', '<b>'],
    ['a&nbsp;b', 'a b'],
    ['&hellip;&ndash;&trade;', '…–™'],
    ['&#8220;a&#x201d;', '“a”'],
    ['&nosuchname;', '&nosuchname;'],
    ['AT&T', 'AT&T'],
    ['  our\r\n\t <b>own</b>  offer ', 'our own offer'],
    ['our<br>offer', 'ouroffer'],
    ['our\u200bof\u00adfer', 'ouroffer'],
    ['our\ufeffoffer', 'ouroffer'],
    ['our \ufeff offer', 'our offer'],
    ['our <img alt="own &amp; best" src="https://example.org/a.png"> offer', 'our own & best offer'],
    ['our<!-- own -->offer', 'ouroffer'],
    ['our <b>own <i>offer</b> now</i>', 'our own offer now'],
    ['<span style="display:none">our</span> offer', 'our offer'],
    ['<style>a{}</style><script>b</script>offer', 'offer'],
    ['', ''],
  ])('is what is seen: %j', (source, text) => {
    expect(textOf(source)).toBe(text);
  });

  it('ends where the link ends', () => {
    const html = '<a href="https://example.org/1">one</a>two<a href="https://example.org/2">three<p>four</p></a>five';
    expect(prepareBody(html, listed).links.map(({ text }) => text)).toEqual(['one', 'threefour']);
  });

  it('goes on where a link is never closed, up to the next', () => {
    const html = '<p><a href="https://example.org/1">one<p>two<a href="https://example.org/2">three';
    expect(prepareBody(html, listed).links.map(({ text }) => text)).toEqual(['onetwo', 'three']);
  });

  it('is the alternative text of an area', () => {
    const html = '<map><area href="https://example.org/" alt=" our\n offer ">not this</map>';
    expect(prepareBody(html, listed).links.map(({ text }) => text)).toEqual(['our offer']);
  });

  it.each([
    ['a'.repeat(999), 999],
    ['a'.repeat(1000), 1000],
    ['a'.repeat(1001), 1000],
    ['a '.repeat(5000), 1000],
    [`${'a'.repeat(999)}\u{1f600}`, 999],
    [`${'a'.repeat(998)}\u{1f600}b`, 1000],
  ])('has at most 1,000 characters, and never half of one', (source, length) => {
    const text = textOf(source) ?? '';
    expect(text).toHaveLength(length);
    expect(source.startsWith(text)).toBe(true);
    expect(() => encodeURIComponent(text)).not.toThrow();
  });
});
