import { prepareBody } from '../prepare-body.ts';
import { IMG, planOf } from './plan.fixture.ts';

const T = 'https://t.example/0';

/** What went wrong in other programs that rewrite mails: § is where the picture belongs, T the tracked address. */
const TRAPS: readonly (readonly [trap: string, written: string, sent: string])[] = [
  [
    'an attribute right behind the quote of another',
    '<p><a a="b"c href="https://example.org/">x</a></p>',
    '<p><a a="b"c href="T">x</a></p>§',
  ],
  [
    'an href right behind the quote of another attribute',
    '<p><a a="b"href="https://example.org/">x</a></p>',
    '<p><a a="b"href="T">x</a></p>§',
  ],
  [
    'a link that is left open',
    '<p>one</p><p><a href="https://example.org/">two</p><p>three</p>',
    '<p>one</p><p>§<a href="T">two</p><p>three</p>',
  ],
  ['a link without a destination that is left open', '<p>one</p><p><a href>two</p>', '<p>one</p><p>§<a href>two</p>'],
  [
    'plain text to the end',
    '<p><a href="https://example.org/">x</a></p><plaintext></body><a href="https://example.org/">y</a>',
    '<p><a href="T">x</a></p>§<plaintext></body><a href="https://example.org/">y</a>',
  ],
  [
    'a frameset',
    '<html><frameset><frame src="https://example.org/"><noframes><body><a href="https://example.org/">x</a></body></noframes></frameset></html>',
    '<html><frameset><frame src="https://example.org/"><noframes><body><a href="https://example.org/">x</a></body></noframes></frameset></html>',
  ],
  [
    'an end of the body in a comment',
    '<body><!-- </body> --><a href="https://example.org/">x</a></body>',
    '<body><!-- </body> --><a href="T">x</a>§</body>',
  ],
  [
    'an end of the body in a script',
    '<body><script>document.write("</body>")</script><a href="https://example.org/">x</a></body>',
    '<body><script>document.write("</body>")</script><a href="T">x</a>§</body>',
  ],
  [
    'several ends of the body',
    '<html><body><a href="https://example.org/">x</a></body><p>y</p></body></html>',
    '<html><body><a href="T">x</a></body><p>y</p>§</body></html>',
  ],
  [
    'text behind the end of the document',
    '<html><body><p>x</p></body></html> <a href="https://example.org/">y</a>',
    '<html><body><p>x</p>§</body></html> <a href="T">y</a>',
  ],
  [
    'a doctype, which decides how the mail is laid out',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><body><a href="https://example.org/">x</a></body></html>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><body><a href="T">x</a>§</body></html>',
  ],
  [
    'a link in a comment',
    '<!-- <a href="https://example.org/">x</a> --><a href="https://example.org/">y</a>',
    '<!-- <a href="https://example.org/">x</a> --><a href="T">y</a>§',
  ],
  [
    'a link in a conditional comment',
    '<!--[if mso]><a href="https://example.org/">x</a><![endif]--><!--[if !mso]><!--><a href="https://example.org/">y</a><!--<![endif]-->',
    '<!--[if mso]><a href="https://example.org/">x</a><![endif]--><!--[if !mso]><!--><a href="T">y</a><!--<![endif]-->§',
  ],
  [
    'an href of a style sheet',
    '<link rel=stylesheet href="https://example.org/a.css"><a href="https://example.org/">x</a>',
    '<link rel=stylesheet href="https://example.org/a.css"><a href="T">x</a>§',
  ],
  [
    'an href of VML',
    '<v:shape href="https://example.org/"></v:shape><a href="https://example.org/">x</a>',
    '<v:shape href="https://example.org/"></v:shape><a href="T">x</a>§',
  ],
  [
    'a base',
    '<base href="https://example.org/"><a href="https://example.org/">x</a>',
    '<base href="https://example.org/"><a href="https://example.org/">x</a>§',
  ],
  ['an href without quotes', '<a href=https://example.org/ class=x>x</a>', '<a href=T class=x>x</a>§'],
  ['an href in apostrophes', "<a href='https://example.org/'>x</a>", "<a href='T'>x</a>§"],
  ['an href with blanks', '<a href = "https://example.org/" >x</a>', '<a href = "T" >x</a>§'],
  ['an href in capitals', '<A HREF="https://example.org/">x</A>', '<A HREF="T">x</A>§'],
  ['an address to write to', '<a href="mailto:x@example.org">x</a>', '<a href="mailto:x@example.org">x</a>§'],
  [
    'a field of a mail merge',
    '<a href="https://example.org/{{id}}">x</a>',
    '<a href="https://example.org/{{id}}">x</a>§',
  ],
  [
    'text that is an address',
    '<a href="https://example.org/">example.org</a>',
    '<a href="https://example.org/">example.org</a>§',
  ],
  ['a mail of nothing but a comment', '<!-- x -->', '<!-- x -->§'],
];

describe('a trap for rewriters', () => {
  it.each(TRAPS)('is passed by: %s', (_, written, sent) => {
    const { html } = prepareBody(written, planOf({ linkUrl: () => T }));
    expect(html).toBe(
      sent.replace('"T"', `"${T}"`).replace("'T'", `'${T}'`).replace('=T ', `=${T} `).replace('§', IMG),
    );
  });

  it('is passed by: a character reference in an address, which is no part of where it leads', () => {
    const asked: string[] = [];
    const linkUrl = (destination: string) => {
      asked.push(destination);
      return `${T}?a&b`;
    };
    const { html } = prepareBody(
      '<a href="https://example.org/?a=1&amp;b=2">x</a>',
      planOf({ linkUrl, pixelUrl: null }),
    );
    expect(asked).toEqual(['https://example.org/?a=1&b=2']);
    expect(html).toBe(`<a href="${T}?a&amp;b">x</a>`);
  });
});
