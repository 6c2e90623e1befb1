import fc from 'fast-check';
import { prepareBody } from '../prepare-body.ts';
import { ORIGIN } from '../token/signing.fixture.ts';
import { IMG, OLD_PIXEL, planOf } from './plan.fixture.ts';

const MEGABYTE = 1_000_000;
const LINK = '<a href=https://example.org/>';

/** As many copies as make a megabyte. */
const fill = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);

/** Destinations stay as they are, so that nothing but the picture may differ. */
const plan = planOf({
  linkUrl: (destination) => destination,
  rules: { excludedPatterns: ['*a*a*a*b', '*'.repeat(50)], excludedHosts: ['*a*b'], site: 'example.org' },
});
const comesOutAsItWas = (html: string) => prepareBody(html, plan).html.replace(IMG, '') === html;

describe('a megabyte', () => {
  it.each(
    [
      ['<', '</', '<!--', '<!-- --!>', '&', '&#', '"', '\0', '\ud800', '\ufeff', '\r\n'],
      ['<a ', '<a href="', LINK, `${LINK}<p>`, `${LINK}<table><tr><td>`, '<area href=x>', '<base href=x>'],
      ['<div>', '</p>', '<b>', '<b><p>', '<b><i><p></b>', '<nobr><p>', '<x><y></x>'],
      ['<table>', '<table><a>', '<select><option>', '<form><div></form>', '<button>', '<ul><li>', '<dl><dd><dt>'],
      ['<svg>', '<svg><![CDATA[', `<svg><foreignObject>${LINK}`, '<object>', '<pre>\n'],
      ['<script></script>', '<script><!--', '<textarea>', '<template></template>', '<plaintext>'],
      ['<body></body>', '</html>x', '<frameset>', '<!DOCTYPE html>', '<img src=x alt=y>'],
      [
        '<blockquote type=cite>',
        '<div class=gmail_quote></div>',
        '<div id=Signature>',
        '<hr>',
        '<a name=_MailAutoSig>',
      ],
      ['<p>-----a-----</p><p>a: b</p>', '____________________<br>', '<div style="border-top:solid 1.0pt">'],
    ].flat(),
  )('of %j is answered, and nothing else changes', (piece) => {
    expect(comesOutAsItWas(fill(piece))).toBe(true);
  });

  it.each<[string, (filling: (piece: string) => string) => string]>([
    ['a name', (filling) => `<${filling('a')}>`],
    ['attributes', (filling) => `<a ${filling('a=b ')} href=https://example.org/>x</a>`],
    ['one attribute again and again', (filling) => `<a ${filling('href=https://example.org/ ')}>x</a>`],
    ['classes', (filling) => `<div class="${filling('gmail_quot ')}">x</div>`],
    ['styles', (filling) => `<div style="${filling('border-top ')}">x</div>`],
    ['blanks in an href', (filling) => `<a href="${filling(' ')}">x</a>`],
    ['labels of a host', (filling) => `<a href="https://${filling('a.')}">x</a>`],
    ['a host that is none', (filling) => `<a href="https://${filling('a')}!/">x</a>`],
    ['colons of a host', (filling) => `<a href="https://[${filling(':')}]/">x</a>`],
    ['a port', (filling) => `<a href="https://example.org:${filling('1')}/">x</a>`],
    ['braces in an address', (filling) => `<a href="https://example.org/${filling('{')}">x</a>`],
    ['percent signs in an address', (filling) => `<a href="https://example.org/${filling('{%')}">x</a>`],
    ['signs between letters', (filling) => `<a href="https://example.org/opt${filling('-')}">x</a>`],
    ['a character reference', (filling) => `<a href="https://example.org/?&${filling('a')};">x</a>`],
    ['a token', (filling) => `<a href="${ORIGIN}/c/${filling('A')}">x</a>`],
    ['junk behind a token', (filling) => `<a href="${ORIGIN}/c/${filling('%2')}">x</a>`],
    ['formatting, and its end tags', (filling) => `${filling('<b>')}<div>${'</b>'.repeat(1000)}`],
    ['end tags that almost end a title', (filling) => `<title>${filling('</titl')}`],
    ['scripts in a script', (filling) => `<script>${filling('<!-- <script </script')}`],
    ['comments that end oddly, before one that does not', (filling) => `${filling('<!-- --!>')}-->`],
    [
      'paragraphs behind a bookmark',
      (filling) => `<a name=_MailAutoSig></a>${filling('<p style="mso-bookmark:_MailAutoSig">')}`,
    ],
  ])('of %s is answered, and nothing else changes', (_, make) => {
    expect(comesOutAsItWas(make(fill))).toBe(true);
  });

  it('of old pictures is taken out', () => {
    const picture = `<img src="${OLD_PIXEL}">`;
    const { html } = prepareBody(picture.repeat(Math.ceil(MEGABYTE / picture.length)), planOf({ pixelUrl: null }));
    expect(html).toBe('');
  });

  it('of names that all differ is answered, and nothing else changes', () => {
    const html = Array.from({ length: 100_000 }, (_, at) => `<x${at}>`).join('');
    expect(comesOutAsItWas(html)).toBe(true);
  });

  it('of which a quarter is links of ours in one another is unwrapped as far as it goes', () => {
    let url = 'https://example.org/';
    const { linkUrl } = planOf();
    while (url.length < MEGABYTE / 4) url = linkUrl?.(url, 0) ?? '';
    const { html } = prepareBody(`<a href="${url}">x</a>`, planOf({ pixelUrl: null, linkUrl: null }));
    expect(html).toBe('<a href="https://example.org/">x</a>');
  });
});

describe('any text at all', () => {
  const markup = fc.constantFrom(
    ...[
      [
        '<',
        '>',
        '</',
        '/>',
        '<!--',
        '-->',
        '--!>',
        '<![CDATA[',
        ']]>',
        '<!',
        '"',
        "'",
        '=',
        ' ',
        '&',
        '&amp;',
        '&#',
        ';',
        '\n',
        '\0',
        '\ud83d',
      ],
      [
        'a',
        'href',
        'img',
        'src',
        'body',
        'table',
        'td',
        'b',
        'p',
        'div',
        'select',
        'svg',
        'math',
        'template',
        'script',
        'style',
        'frameset',
        'plaintext',
      ],
      [
        'https://example.org/',
        `${ORIGIN}/c/`,
        `${ORIGIN}/o/`,
        OLD_PIXEL,
        'gmail_quote',
        'Signature',
        'class=',
        'id=',
        'style=',
        'border-top:solid 1pt',
        '-----',
        'x',
      ],
    ].flat(),
  );
  const soup = fc.array(markup, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('is answered, with whatever plan', () => {
    const plans = fc.record({
      ownOrigins: fc.array(fc.oneof(fc.constant(ORIGIN), fc.string())),
      pixelUrl: fc.oneof(fc.constant(null), fc.constant(OLD_PIXEL), fc.string()),
      linkUrl: fc.constantFrom(
        null,
        (destination: string) => destination,
        (): string => {
          throw new Error('no address');
        },
      ),
      rules: fc.record({
        site: fc.oneof(fc.constant(null), fc.string()),
        leaveUrlText: fc.boolean(),
        leaveSignature: fc.boolean(),
        excludedHosts: fc.array(fc.string()),
        excludedPatterns: fc.array(fc.string()),
      }),
    });
    fc.assert(
      fc.property(fc.oneof(soup, fc.string(), fc.string({ unit: 'binary' })), plans, (html, anyPlan) => {
        expect(() => prepareBody(html, anyPlan)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('comes out the same from a second run', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const once = prepareBody(html, planOf());
        const twice = prepareBody(once.html, planOf());
        expect(twice.html).toBe(once.html);
        expect(twice.links).toEqual(once.links);
      }),
      { numRuns: 500 },
    );
  });
});
