import fc from 'fast-check';
import { pixelMarkup } from '../pixel-markup.ts';
import { prepareBody } from '../prepare-body.ts';
import { IMG, OLD_PIXEL, PIXEL, planOf } from './plan.fixture.ts';

const PROXY = 'https://ci3.googleusercontent.com/meips/ADKq_NZ0=s0-d-e1-ft#';
const OLD = pixelMarkup(OLD_PIXEL);
/** Nothing is placed, so that all that differs is what was removed. */
const bare = planOf({ pixelUrl: null });

describe('an old picture of ours', () => {
  it.each([
    ['as it was placed', OLD],
    ['in capitals', OLD.replace('img src', 'IMG SRC')],
    ['in apostrophes', OLD.split('"').join("'")],
    ['without quotes', `<img src=${OLD_PIXEL}>`],
    ['closed as in XHTML', `<img src="${OLD_PIXEL}" />`],
    ['with other attributes before and behind', `<img class="x" style='width:1px' src="${OLD_PIXEL}" data-a=b>`],
    ['spread over lines', `<img\n  src\n=\n"${OLD_PIXEL}"\n>`],
    ['with blanks in the address', `<img src=" ${OLD_PIXEL}\n">`],
    ['with character references in the address', `<img src="${OLD_PIXEL.replace('/o/', '&#47;o&#x2f;')}">`],
    ['with the host in capitals', `<img src="${OLD_PIXEL.replace('track', 'TRACK')}">`],
    ['with a query', `<img src="${OLD_PIXEL}?x=1">`],
    ['behind the proxy of Google', `<img src="${PROXY}${OLD_PIXEL}">`],
    ['by the old name of pictures', `<image src="${OLD_PIXEL}">`],
  ])('is taken out: %s', (_, markup) => {
    expect(prepareBody(`<p>one ${markup} two</p>`, bare).html).toBe('<p>one  two</p>');
  });

  it.each([
    ['a link', (picture: string) => `<a href="mailto:x@example.org">${picture}write</a>`],
    ['a cell', (picture: string) => `<table><tr><td>${picture}</td></tr></table>`],
    ['a table, between its cells', (picture: string) => `<table>${picture}<tr><td>x</td></tr></table>`],
    ['quoted history', (picture: string) => `<div class="gmail_quote">${picture}</div>`],
    ['the signature', (picture: string) => `<div id="Signature">${picture}</div>`],
    ['front of everything', (picture: string) => `${picture}<p>x</p>`],
    ['what follows the end', (picture: string) => `<html><body>x</body></html>${picture}`],
    ['a drawing, which it ends', (picture: string) => `<svg>${picture}</svg>`],
  ])('is taken out of %s, and nothing around it', (_, around) => {
    expect(prepareBody(around(OLD), bare).html).toBe(around(''));
  });

  it.each([
    ['a comment', `<!-- ${OLD} -->`],
    ['a conditional comment', `<!--[if mso]>${OLD}<![endif]-->`],
    ['a style sheet', `<style>${OLD}</style>`],
    ['a script', `<script>${OLD}</script>`],
    ['a text area', `<textarea>${OLD}</textarea>`],
    ['a template', `<template>${OLD}</template>`],
    ['plain text', `<plaintext>${OLD}`],
    ['an attribute', `<p title='${OLD}'>x</p>`],
    ['a link to it', `<a href="mailto:${OLD_PIXEL}">x</a>`],
    ['a VML picture', `<v:imagedata src="${OLD_PIXEL}">`],
    ['a background', `<table background="${OLD_PIXEL}"></table>`],
    ['another attribute of a picture', `<img alt="" longdesc="${OLD_PIXEL}">`],
    ['another origin', OLD.replace('track.', 'other.')],
    ['a tracked link, not a picture', OLD.replace('/o/', '/c/')],
    ['a token cut short', OLD.replace(OLD_PIXEL, OLD_PIXEL.slice(0, -1))],
    ['a file below the picture', OLD.replace(OLD_PIXEL, `${OLD_PIXEL}/p.gif`)],
    ['another path', OLD.replace('/o/', '/x/o/')],
    ['the text of an unfinished tag', `<p>x</p>${OLD.slice(0, -1)}`],
  ])('stays in or as %s', (_, html) => {
    expect(prepareBody(html, bare).html).toBe(html);
  });

  it('goes with all its copies', () => {
    expect(prepareBody(`${OLD}a${OLD}${OLD}b${OLD}`, bare).html).toBe('ab');
  });

  it.each([
    ['a character reference', `R&am${OLD}p;D`, 'R&am<!---->p;D'],
    ['a character reference by number', `&#6${OLD}5;`, '&#6<!---->5;'],
    ['a tag', `1 <${OLD}b> 2`, '1 <<!---->b> 2'],
    ['one line break', `\r${OLD}\n`, '\r<!---->\n'],
    ['a line break that does not count', `<pre>${OLD}\nx</pre>`, '<pre><!---->\nx</pre>'],
    ['the same over several pictures', `R&am${OLD}${OLD}p;D`, 'R&am<!---->p;D'],
  ])('leaves an empty comment where its two sides would become %s', (_, html, expected) => {
    expect(prepareBody(html, bare).html).toBe(expected);
  });

  it('goes alone, whatever text and markup it stands between', () => {
    const piece = fc.constantFrom('text ', '<p>', '</p>', '<b>', '</b>', ' &amp; ', '<br>', 'é', '<td>', '<div>', '\n');
    const pictures = fc.constantFrom('', OLD, IMG, `<img src='${PROXY}${OLD_PIXEL}'>`);
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, pictures), { maxLength: 20 }), (pieces) => {
        const html = pieces.map(([text, picture]) => text + picture).join('');
        expect(prepareBody(html, bare).html).toBe(pieces.map(([text]) => text).join(''));
      }),
    );
  });
});

describe('the picture of this message', () => {
  it.each([
    ['where it was placed', `<p>x</p>${IMG}<div class="gmail_quote">y</div>`],
    ['behind the quoted history', `<p>x</p><div class="gmail_quote">y</div>${IMG}`],
    ['in the middle', `<p>x${IMG}y</p>`],
    ['in a link', `<a href="mailto:x@example.org">${IMG}</a>`],
    ['at the very start', `${IMG}<p>x</p>`],
    ['behind the end', `<html><body>x</body></html>${IMG}`],
    ['with other attributes', `<p>x</p><img width=1 SRC='${PIXEL}'>`],
    ['with character references in the address', `<p>x</p><img src="${PIXEL.replace('/o/', '&#x2f;o&sol;')}">`],
  ])('stays %s', (_, html) => {
    expect(prepareBody(html, planOf())).toEqual({ html, pixel: 'already-there', links: expect.anything() });
  });

  it('stays once: further copies go', () => {
    expect(prepareBody(`<p>a${IMG}b${IMG}${OLD}c</p>${IMG}`, planOf())).toMatchObject({
      html: `<p>a${IMG}bc</p>`,
      pixel: 'already-there',
    });
  });

  it.each([
    ['the proxy of Google', `<img src="${PROXY}${PIXEL}">`],
    ['a query', `<img src="${PIXEL}?x=1">`],
    ['blanks', `<img src=" ${PIXEL}">`],
    ['a host in capitals', `<img src="${PIXEL.replace('track', 'TRACK')}">`],
  ])('is placed anew where it stands behind %s', (_, disguised) => {
    expect(prepareBody(`<body>a${disguised}b</body>`, planOf())).toMatchObject({
      html: `<body>ab${IMG}</body>`,
      pixel: 'placed',
    });
  });

  it('stays undisguised, and its disguised copy in front goes', () => {
    const html = `a<img src="${PROXY}${PIXEL}">b${IMG}c`;
    expect(prepareBody(html, planOf())).toMatchObject({ html: `ab${IMG}c`, pixel: 'already-there' });
  });

  it('is taken out where none is wanted', () => {
    expect(prepareBody(`<p>a${IMG}b</p>`, bare)).toMatchObject({ html: '<p>ab</p>', pixel: 'none' });
  });

  it('in a comment is none', () => {
    const comment = `<!-- ${IMG} -->`;
    expect(prepareBody(`<body>${comment}x</body>`, planOf())).toMatchObject({
      html: `<body>${comment}x${IMG}</body>`,
      pixel: 'placed',
    });
  });

  it('may have any address: it is known by that alone', () => {
    const pixelUrl = 'https://elsewhere.example/p.gif?a=1&b=2';
    const html = 'x<img src="https://elsewhere.example/p.gif?a=1&amp;b=2">';
    expect(prepareBody(html, planOf({ pixelUrl }))).toMatchObject({ html, pixel: 'already-there' });
    expect(prepareBody('x', planOf({ pixelUrl })).html).toBe(`x${pixelMarkup(pixelUrl.replace('&', '&amp;'))}`);
  });

  it('is not counted as text of a link', () => {
    const link = (picture: string) => `<a href="https://example.org/">${picture}our offer</a>`;
    const named = `<img src="${OLD_PIXEL}" alt="example.org">`;
    const { links } = prepareBody(link(named), planOf({ linkUrl: null }));
    expect(links).toMatchObject([{ text: 'our offer' }]);
    expect(prepareBody(link(named), planOf()).links).toMatchObject([{ untracked: null }]);
  });
});
