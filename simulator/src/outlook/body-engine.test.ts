import {
  appendToBody,
  changePictures,
  dropClassAndData,
  pictureSources,
  prependToBody,
  removeFromBody,
  toMarkup,
  toPlainText,
  writeLikeWord,
} from './body-engine.ts';

const DOCUMENT = '<html><body class="a"><p>One</p></body></html>';

describe('the body', () => {
  it.each([
    [DOCUMENT, '<html><body class="a"><p>One</p><b>x</b></body></html>'],
    ['<p>One</p>', '<p>One</p><b>x</b>'],
    ['<pre></body></pre></BODY >', '<pre></body></pre><b>x</b></BODY >'],
  ])('is appended to before its end: %s', (html, appended) => {
    expect(appendToBody(html, '<b>x</b>')).toBe(appended);
    expect(removeFromBody(appended, '<b>x</b>')).toBe(html);
  });

  it('is prepended to after its start', () => {
    expect(prependToBody(DOCUMENT, '<b>x</b>')).toBe('<html><body class="a"><b>x</b><p>One</p></body></html>');
    expect(prependToBody('<p>One</p>', '<b>x</b>')).toBe('<b>x</b><p>One</p>');
  });

  it('becomes plain text with the links’ targets', () => {
    const html =
      '<style>p{}</style><p>One &amp; <a href="https://a.example/?x=1&amp;y=2">two</a></p><div>three<br>four</div>';
    expect(toPlainText(html)).toBe('One & two<https://a.example/?x=1&y=2>\n\nthree\nfour');
  });

  it('becomes markup that shows the same text', () => {
    expect(toMarkup('a < b\n\nc')).toBe('<div>a &lt; b</div>\n<div><br></div>\n<div>c</div>');
    expect(toPlainText(toMarkup('a < b'))).toBe('a < b');
  });

  it('keeps text, pictures and links when Word writes it', () => {
    const html = `<!-- <p> --><p style="margin:0">One two three four five six seven eight nine ten eleven twelve thirteen</p>
      <a href="https://a.example/?x=1&amp;y=&quot;2&quot;" data-own="1">link</a><img src="https://a.example/p.gif" width="1"><pre>a  b</pre>`;
    const written = writeLikeWord(html);
    expect(written).not.toBe(html);
    expect(written).toContain('<!-- <p> -->');
    expect(written).toContain('<pre>a  b</pre>');
    expect(written).not.toContain('data-own');
    expect(toPlainText(written)).toBe(toPlainText(html));
    expect(pictureSources(written)).toEqual(pictureSources(html));
    expect(writeLikeWord(written)).toBe(written);
  });

  it('loses class and data attributes and nothing else', () => {
    expect(dropClassAndData('<p class="a" id="b"><i data-x>t</i><img src="c" alt=""></p>')).toBe(
      '<p id="b"><i>t</i><img src="c" alt=""></p>',
    );
  });

  it('changes the sources of its pictures one by one', () => {
    const html = '<img src="a"><img alt="none"><!-- <img src="b"> --><img src="c">';
    expect(pictureSources(html)).toEqual(['a', '', 'c']);
    expect(changePictures(html, (source, index) => (source === 'c' ? null : index === 0 ? 'z' : source))).toBe(
      '<img src="z"><img alt="none"><!-- <img src="b"> --><img>',
    );
  });
});
