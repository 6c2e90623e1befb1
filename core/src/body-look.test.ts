import fc from 'fast-check';
import { isSameLook, picturesOf, readBodyLook } from './body-look.ts';

const TRACK = 'https://track.contoso.com';
const own = `${TRACK}/c/AAAA`;

describe('readBodyLook', () => {
  it('reads text without white space, pictures and links in order', () => {
    const html = `<p>Dear\r\n Bob,&nbsp;</p><img src=" https://a.example/1.png "><a href='https://a.example/?x=1&amp;y=2'>go</a>`;
    expect(readBodyLook(html)).toEqual({
      text: 'DearBob,go',
      pictures: ['https://a.example/1.png'],
      furtherPictures: [],
      links: ['https://a.example/?x=1&y=2'],
    });
  });

  it.each([
    ['a style sheet', '<style>p { color: red }</style>'],
    ['a script', '<script>"<img src=x>"</script>'],
    ['a title', '<title>Offer <img></title>'],
    ['a comment', '<!-- <img src="cid:a"> text -->'],
    ['a doctype', '<!DOCTYPE html>'],
  ])('sees nothing of %s', (_, html) => {
    expect(readBodyLook(html)).toEqual({ text: '', pictures: [], furtherPictures: [], links: [] });
  });

  it.each<[string, string, readonly string[]]>([
    ['a background attribute', '<table background="cid:bg">', ['cid:bg']],
    ['CSS', `<td style="color:red;background:url( 'cid:bg' )">`, ['cid:bg']],
    ['two in CSS', '<td style="background:url(a),url(b)">', ['a', 'b']],
    ['CSS that is cut', '<td style="background:url(a">', ['a']],
    ['VML', '<v:imagedata src="cid:a">', ['cid:a']],
    ['VML in a conditional comment', '<!--[if gte vml 1]><v:imagedata src="cid:a"/><![endif]-->', ['cid:a']],
  ])('finds a further picture in %s', (_, html, sources) => {
    expect(readBodyLook(html).furtherPictures).toEqual(sources);
  });

  it.each<[string, string, readonly string[]]>([
    ['a picture without a source', '<img alt="x">', ['']],
    ['a picture by its old name', '<image src="a">', ['a']],
    ['a picture that sends a form', '<input type="IMAGE" src="a">', ['a']],
    ['a field', '<input src="a">', []],
  ])('reads %s', (_, html, pictures) => {
    expect(readBodyLook(html).pictures).toEqual(pictures);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '"', '&', '!--', '-->', 'img src=', 'style', 'v:a ', '/', 'url(', 'x')),
        (parts) => {
          expect(typeof readBodyLook(parts.join('')).text).toBe('string');
        },
      ),
    );
  });
});

describe('a megabyte', () => {
  const MEGABYTE = 1_000_000;
  const fill = (piece: string) => piece.repeat(MEGABYTE / piece.length);

  it.each<[string, string]>([
    ['addresses in a style that never end', `<p style="${fill('url(')}">x</p>`],
    ['addresses in a style', `<p style="${fill('url()')}">x</p>`],
    ['blanks in an address', `<p style="url(a${fill(' ')}b)">x</p>`],
    ['quotes in an address', `<p style="url('a${fill("'")}b')">x</p>`],
    ['conditional comments', `${fill('<!--<v:a x=y>-->')}x`],
    ['pictures', `${fill('<img>')}x`],
    ['attributes', `<p ${fill('a=b ')} style="url(c)">x</p>`],
  ])('of %s is read', (_, html) => {
    expect(readBodyLook(html).text).toBe('x');
  });
});

describe('picturesOf', () => {
  it.each<[string, ReturnType<typeof picturesOf>]>([
    ['<p>text</p>', 'none'],
    ['<img src="https://a.example/1.png">', 'absolute'],
    ['<img src="HTTP://a.example/1.png">', 'absolute'],
    ['<img src="https://a.example/1.png"><img src="cid:a">', 'unsafe'],
    ['<img>', 'unsafe'],
    ['<img src="">', 'unsafe'],
    ['<img src="//a.example/1.png">', 'unsafe'],
    ['<img src="/1.png">', 'unsafe'],
    ['<img src="data:image/png;base64,AA">', 'unsafe'],
    ['<img src="blob:https://outlook.office.com/1">', 'unsafe'],
    ['<img src="~WRS%7b5A%7d.fld/image001.png">', 'unsafe'],
    ['<img src="file:///C:/1.png">', 'unsafe'],
    ['<body background="https://a.example/1.png">', 'absolute'],
  ])('says of %s: %s', (html, pictures) => {
    expect(picturesOf(readBodyLook(html))).toBe(pictures);
  });
});

describe('isSameLook', () => {
  const html = `<p class="a">Dear Bob,</p><p>see <a href="${own}">this</a> <img src="https://a.example/1.png"></p>`;

  it.each([
    ['other white space', html.replace('Dear Bob', 'Dear&nbsp;\r\n\tBob')],
    ['other attributes', html.replace('class="a"', "class='MsoNormal' style='margin:0'")],
    ['other elements around it', `<html><head><title>x</title></head><body><div>${html}</div></body></html>`],
    ['other entities', html.replace('Dear', '&#68;ear')],
    ['another foreign link', `${html}<a href="https://a.example/"></a>`],
    ['another link to a host that only begins like ours', `${html}<a href="${TRACK}.evil.example/c/A"></a>`],
    ['another link to a picture of ours', `${html}<a href="${TRACK}/o/A"></a>`],
  ])('takes %s for the same', (_, other) => {
    expect(isSameLook(readBodyLook(html), readBodyLook(other), TRACK)).toBe(true);
  });

  it.each([
    ['a word less', html.replace('Bob', '')],
    ['a picture less', html.replace(/<img[^>]*>/, '')],
    ['a picture more', `${html}<img src="https://a.example/2.png">`],
    ['a picture from elsewhere', html.replace('1.png', '2.png')],
    ['an own link less', html.replace(own, 'https://a.example/')],
    ['an own link changed', html.replace(own, `${own}B`)],
    ['an own link doubled', `${html}<a href="${own}"></a>`],
  ])('takes %s for different', (_, other) => {
    expect(isSameLook(readBodyLook(html), readBodyLook(other), TRACK)).toBe(false);
  });
});
