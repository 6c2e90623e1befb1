import fc from 'fast-check';
import { printAsExchange } from './exchange-text.ts';

const URL = 'https://track.contoso.example/c/abc';

describe('printAsExchange', () => {
  it.each([
    ['nothing', '', ''],
    ['a link behind its label', `<p>See <a href="${URL}">our offer</a> now</p>`, `See our offer<${URL}> now\n`],
    ['a link whose text is its address, once', `<a href="${URL}">${URL}</a>`, `${URL}\n`],
    [
      'an address that only looks like its link, twice',
      '<a href="http://a.example/">a.example</a>',
      'a.example<http://a.example/>\n',
    ],
    [
      'a mail address with its scheme',
      '<a href="mailto:ada@a.example">ada@a.example</a>',
      'ada@a.example<mailto:ada@a.example>\n',
    ],
    ['no jump within the mail', '<a href="#top">up</a>', 'up\n'],
    ['a reference decoded', '<a href="https://a.example/?x=1&amp;y=2">x</a>', 'x<https://a.example/?x=1&y=2>\n'],
    ['blanks of an address', '<a href="https://a.example/a b">x</a>', 'x<https://a.example/a%20b>\n'],
    ['a link that a block ends', `<a href="${URL}">one<div>two</div></a>`, `one<${URL}>\ntwo\n`],
    ['a link that is never closed', `<a href="${URL}">one`, `one<${URL}>\n`],
    ['a picture by its text', '<img src="https://a.example/logo.png" alt=" Our  logo ">', '[Our logo]\n'],
    [
      'a picture without a text by its address',
      '<img src="https://a.example/logo.png" alt="">',
      '[https://a.example/logo.png]\n',
    ],
    ['a picture of the mail by its id', '<img src="cid:image001.png@1">', '[cid:image001.png@1]\n'],
    ['data as X', '<img src="data:image/png;base64,AA/A">', '[X]\n'],
    ['a linked picture', `<a href="${URL}"><img src="cid:a" alt="Logo"></a>`, `[Logo]<${URL}>\n`],
    ['blank space around a picture', 'a <img src="cid:b" alt="b"> c', 'a [b] c\n'],
    ['paragraphs with a line between', '<p>one</p><p>two</p>', 'one\n\ntwo\n'],
    [
      'Word’s paragraphs without',
      '<p class=MsoNormal>one</p><p class="MsoNormal">&nbsp;</p><p class=MsoNormal>two</p>',
      'one\n\ntwo\n',
    ],
    ['blocks one below the other', '<div>one</div><div>two</div>three', 'one\ntwo\nthree\n'],
    ['broken lines', 'one<br>two<br/><br>three', 'one\ntwo\n\nthree\n'],
    ['white space once', ' one \n\t two&nbsp; three', 'one two  three\n'],
    ['white space around marks once', 'one <b> two </b> <i> three</i>', 'one two three\n'],
    ['a list', '<p>a</p><ul><li> one </li><li><p>two</p></li></ul><p>b</p>', 'a\n\n  *   one\n  *   two\n\nb\n'],
    [
      'a numbered list',
      `<ol>${'<li>x</li>'.repeat(10)}</ol>`,
      `${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `  ${n}.  x\n`).join('')}  10. x\n`,
    ],
    ['a list in a list', '<ul><li>one<ul><li>two</li></ul></li></ul>', '  *   one\n     *   two\n'],
    [
      'cells in columns of eight',
      '<table><tr><td>ab</td><td> c </td></tr><tr><td>12345678</td><td>d</td></tr></table>',
      'ab      c\n12345678        d\n',
    ],
    ['a rule', 'a<hr>b', `a\n${'_'.repeat(32)}\nb\n`],
    ['preformatted text as it stands', '<pre>a  b\n\tc</pre>d', 'a  b\n        c\n\nd\n'],
    ['nothing that isn’t shown', '<head><title>t</title><style>s{}</style></head><script>x</script><!-- c -->a', 'a\n'],
    ['what conditional comments hide', '<!--[if mso]><a href="https://a.example/">x</a><![endif]-->a', 'a\n'],
  ])('prints %s', (_, html, text) => {
    expect(printAsExchange(html)).toBe(text);
  });

  it.each([
    ['width="1" height="1" border="0" alt=""', false],
    ['width=7', false],
    ['height="1px"', false],
    ['width="0"', false],
    ['width="8" height="8"', true],
    ['width="5%"', true],
    ['style="width:1px;height:1px"', true],
    ['', true],
  ])('of a picture with %s says something: %s', (attributes, isPrinted) => {
    const text = printAsExchange(`Hello<img src="https://track.contoso.example/o/x" ${attributes}>`);
    expect(text).toBe(isPrinted ? 'Hello[https://track.contoso.example/o/x]\n' : 'Hello\n');
  });

  it('ends every line, whatever it is given', () => {
    const tags = ['p', 'a', 'ul', 'ol', 'li', 'pre', 'td', 'tr', 'div', 'title', 'br', 'img', 'hr'];
    const piece = fc.oneof(
      fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} href=x src=y>`])),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = printAsExchange(pieces.join(''));
        expect(text === '' || text.endsWith('\n')).toBe(true);
      }),
    );
  });
});
