import fc from 'fast-check';
import { IMG, OLD_PIXEL, planOf, tracked } from './body/plan.fixture.ts';
import { pixelMarkup } from './pixel-markup.ts';
import { prepareBody } from './prepare-body.ts';

const OFFER = 'https://example.org/offer?a=1&b=2';
const WRITTEN = `<html><body><p>Hello, here is <a href="https://example.org/offer?a=1&amp;b=2"><b>our</b> offer</a>
 and <a href='mailto:robin@example.org'>my address</a>.</p><map><area href=https://example.org/map alt="the map"></map>
<div id="Signature"><a href="https://example.org/robin">Robin</a></div>
<div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg">Ada</div><a href="https://example.org/old">old</a></body></html>`;

describe('prepareBody', () => {
  it('tracks the author’s links and places the picture, and leaves the rest', () => {
    const { html, pixel } = prepareBody(WRITTEN, planOf());
    expect(pixel).toBe('placed');
    expect(html).toBe(
      WRITTEN.replace('https://example.org/offer?a=1&amp;b=2', tracked(OFFER, 0))
        .replace('https://example.org/map', tracked('https://example.org/map', 2))
        .replace('<div id="appendonsend">', `${IMG}<div id="appendonsend">`),
    );
  });

  it('lists every link, in order, with its number among all', () => {
    expect(prepareBody(WRITTEN, planOf()).links).toEqual([
      { position: 0, destination: OFFER, text: 'our offer', untracked: null },
      { position: 1, destination: 'mailto:robin@example.org', text: 'my address', untracked: 'not-http' },
      { position: 2, destination: 'https://example.org/map', text: 'the map', untracked: null },
      { position: 3, destination: 'https://example.org/robin', text: 'Robin', untracked: 'signature' },
      { position: 4, destination: 'https://example.org/old', text: 'old', untracked: 'quoted' },
    ]);
  });

  it('makes addresses for the destination and number of a link', () => {
    const asked: [string, number][] = [];
    const linkUrl = (destination: string, position: number) => {
      asked.push([destination, position]);
      return 'https://t.example/';
    };
    prepareBody(WRITTEN, planOf({ linkUrl }));
    expect(asked).toEqual([
      [OFFER, 0],
      ['https://example.org/map', 2],
    ]);
  });

  it('lists all and changes no link while links are off', () => {
    const { html, links } = prepareBody(WRITTEN, planOf({ linkUrl: null, pixelUrl: null }));
    expect(html).toBe(WRITTEN);
    expect(links.map(({ position, untracked }) => [position, untracked])).toEqual(
      [0, 1, 2, 3, 4].map((at) => [at, 'off']),
    );
  });

  it('does nothing to a mail that needs nothing', () => {
    const html = '<p>Hello</p>';
    expect(prepareBody(html, planOf({ pixelUrl: null }))).toEqual({ html, pixel: 'none', links: [] });
  });

  it('finds its own work done', () => {
    const once = prepareBody(WRITTEN, planOf());
    expect(prepareBody(once.html, planOf())).toEqual({ ...once, pixel: 'already-there' });
  });

  it('undoes all of it with a plan that wants nothing', () => {
    const once = prepareBody(WRITTEN, planOf());
    expect(prepareBody(once.html, planOf({ linkUrl: null, pixelUrl: null })).html).toBe(WRITTEN);
  });

  it('takes traces of older mails out where it tracks anew', () => {
    const older = WRITTEN.replace('<p>', `<p>${pixelMarkup(OLD_PIXEL)}`).replace(
      'https://example.org/old',
      tracked('https://example.org/old', 7),
    );
    expect(prepareBody(older, planOf())).toEqual(prepareBody(WRITTEN, planOf()));
  });

  it('keeps its hands off the plan', () => {
    const plan = Object.freeze(planOf({ rules: Object.freeze({ excludedHosts: Object.freeze([' Example.org ']) }) }));
    expect(prepareBody(WRITTEN, plan).links[0]?.untracked).toBe('excluded');
  });
});

describe('the bytes of a mail', () => {
  /** A link, written in some way, and the value of its href as it stands there. */
  const link = fc
    .tuple(
      fc.nat({ max: 99_999 }),
      fc.constantFrom('<a href="§">', "<A class=x HREF = '§' title=y>", '<area href=§>', '<svg><a href="§"/></svg>'),
    )
    .map(([id, markup]) => {
      const value = `https://example.org/${id}?x=1&amp;y`;
      return { id, value, markup: markup.replace('§', value) };
    });
  const noise = fc
    .constantFrom(
      'text ',
      '</a>',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<tr><td>',
      '</table>',
      '</body>',
      '</html>',
      '<',
      '&',
      '\r\n',
      'é😀',
      '\0',
      '<!-- ',
      ' -->',
      '<!--[if mso]>',
      '<![endif]-->',
      '<style>',
      '</style>',
      '<textarea>',
      '</textarea>',
      '<svg>',
      '</svg>',
      '<select>',
      '</select>',
      '<div class="gmail_quote">',
      '<div id=Signature>',
      '<img src="https://example.org/a.png">',
      '<a b="c"d',
      '<i title="',
      '">',
    )
    .map((markup) => ({ id: -1, value: '', markup }));

  it('are the same outside of changed addresses and the picture', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(link, noise), { maxLength: 40 }), (pieces) => {
        const html = pieces.map(({ markup }) => markup).join('');
        const prepared = prepareBody(html, planOf({ linkUrl: (_, position) => `https://t.example/${position}!` }));
        const values = new Map(pieces.map(({ id, value }) => [`https://example.org/${id}?x=1&y`, value]));
        let restored = prepared.html.replace(IMG, '');
        for (const { position, destination, untracked } of prepared.links) {
          const value = values.get(destination);
          if (untracked === null && value !== undefined)
            restored = restored.replace(`https://t.example/${position}!`, value);
        }
        expect(restored).toBe(html);
        expect(prepared.html.split(IMG)).toHaveLength(prepared.pixel === 'placed' ? 2 : 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are listed with links whose addresses are those that stand there', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 10 }), (pieces) => {
        const html = pieces.map(({ markup }) => markup).join('');
        expect(prepareBody(html, planOf({ linkUrl: null })).links.map(({ destination }) => destination)).toEqual(
          pieces.map(({ id }) => `https://example.org/${id}?x=1&y`),
        );
      }),
    );
  });
});
