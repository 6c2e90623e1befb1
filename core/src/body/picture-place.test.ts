import { prepareBody } from '../prepare-body.ts';
import { IMG, planOf } from './plan.fixture.ts';

const plan = planOf({ linkUrl: null });
const LINK = '<a href="https://example.org/">';
/** A mail in which § marks where the picture belongs. */
const prepare = (marked: string) => prepareBody(marked.replace('§', ''), plan);

describe('the picture', () => {
  it('keeps its address out of the text part and of sight', () => {
    expect(IMG).toMatch(
      /^<img src="https:\/\/track\.contoso\.com\/o\/[\w-]{52}" width="1" height="1" border="0" alt="">$/,
    );
  });

  it.each([
    ['nothing', '§'],
    ['a blank', ' §'],
    ['text alone', 'x§'],
    ['a fragment', '<p>x</p>§'],
    ['a fragment with a line break behind it', '<div>x</div>\r\n§'],
    ['a body', '<html><body><p>x</p>§</body></html>'],
    ['a body in capitals', '<HTML><BODY>x§</BODY></HTML>'],
    ['a head and a body', '<!DOCTYPE html><html><head><title>x</title></head><body>x§</body></html>'],
    ['a head alone', '<html><head><title>x</title></head>§</html>'],
    ['html alone', '<html><p>x</p>§</html>'],
    ['a body that is never closed', '<html><body><p>x</p>§'],
    ['a body closed twice', '<body>x</body>y§</body>'],
    ['two bodies', '<body>x</body><body>y§</body>'],
    ['text between the ends', '<html><body>x§</body> y</html>'],
    ['text behind the end', '<html><body>x§</body></html> y'],
    ['an end of the body in a comment', '<body>x<!-- </body> -->y§</body>'],
    ['an end of the body in a script', '<body>x<script>"</body>"</script>y§</body>'],
    ['an end of the body in a value', '<body><p title="</body>">x</p>§</body>'],
    ['an end of the body within a table', '<body><table><tr><td>x</td></tr></table>§</body>'],
    ['a form of Word', '<body lang=DE><div class=WordSection1><p class=MsoNormal>x<o:p></o:p></p></div>§</body>'],
  ])('stands behind all that is written, in the body: %s', (_, marked) => {
    expect(prepare(marked)).toEqual({ html: marked.replace('§', IMG), pixel: 'placed', links: expect.anything() });
  });

  it.each([
    ['an open link', `<p>x</p><p>§${LINK}y`],
    ['an open link that reaches over blocks', `<body><div>x §${LINK}y</div><p>z</p></body>`],
    ['an open link around everything', `§${LINK}x`],
    ['a link that a block closes late', `<p>x</p>§${LINK}<p>y</p>`],
    ['a link that the next one ends only in name: a table still stands in it', `x§${LINK}<table>${LINK}<td>y`],
    ['an open button', 'x§<button>y'],
    ['an open list to choose from', 'x§<select><option>y'],
    ['an open comment', '<p>x</p>§<!-- y'],
    ['an open conditional comment', '<p>x</p>§<!--[if mso]> <p>y</p>'],
    ['an open style sheet', '<p>x</p>§<style>y'],
    ['an open script', '<p>x</p>§<script>y</body>'],
    ['an open text area', '<p>x</p>§<textarea>y</body>'],
    ['an open title', '<p>x</p>§<title>y</body>'],
    ['an open example', '<p>x</p>§<xmp>y</body>'],
    ['an open template', '<p>x</p>§<template>y</body>'],
    ['an open drawing', '<p>x</p>§<svg><text>y'],
    ['an open frame', '<p>x</p>§<iframe>y</body>'],
    ['an open video', '<p>x</p>§<video>y'],
    ['what is shown on demand', '<p>x</p>§<details>y'],
    ['an unfinished tag', '<p>x</p>§<a href="y'],
    ['an unfinished end tag', '<p>x§</p></'],
    ['plain text', '<p>x</p>§<plaintext>y</body>'],
    ['plain text, and nothing in front of it', '<body>§<plaintext>x'],
    ['a table that is never closed', '<table><tr><td>x§</td></tr>'],
    ['formatting that is misnested', '<p><b>x§</p>'],
  ])('stands in front where everything behind is in %s', (_, marked) => {
    expect(prepare(marked)).toMatchObject({ html: marked.replace('§', IMG), pixel: 'placed' });
  });

  it.each([
    ['a link', `<p>${LINK}x</a></p>§`],
    ['a link that the end of a table closes', `<table><tr><td>${LINK}x</table>§`],
    ['a button', '<button>x</button>§'],
    ['a list to choose from', '<select><option>x</select>§'],
    ['a drawing', '<svg><text>x</text></svg>§'],
    ['a cell that is never closed', '<table><tr><td>x§'],
    ['bold text that is never closed', '<p>x <b>y§'],
    ['a comment', 'x<!-- y -->§'],
    ['a comment that closes oddly', 'x<!-- y --!>§'],
    ['a script', 'x<script>y</script>§'],
    ['a paragraph in a link that it closes', `<div>${LINK}<p>x</p></a>y</div>§`],
  ])('stands behind %s', (_, marked) => {
    expect(prepare(marked)).toMatchObject({ html: marked.replace('§', IMG), pixel: 'placed' });
  });

  it.each([
    ['a frameset', '<html><frameset cols="50%,50%"><frame src="https://example.org/"></frameset></html>'],
    ['a frameset with something for those without frames', '<frameset><noframes><body>x</body></noframes></frameset>'],
    ['a frameset that takes the place of a body', '<p></p><frameset></frameset>'],
  ])('is not placed in %s', (_, html) => {
    expect(prepare(html)).toMatchObject({ html, pixel: 'none' });
  });

  it('is not placed where none is wanted', () => {
    expect(prepareBody('<p>x</p>', planOf({ pixelUrl: null }))).toEqual({ html: '<p>x</p>', pixel: 'none', links: [] });
  });

  it('has its address escaped', () => {
    const pixelUrl = 'https://t.example/?a="b"&c';
    expect(prepareBody('x', planOf({ pixelUrl })).html).toContain(
      '<img src="https://t.example/?a=&quot;b&quot;&amp;c" ',
    );
  });
});
