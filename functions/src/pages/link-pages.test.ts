import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { textOf } from '../answer.fixture.ts';
import { renderBroken, renderDestination, renderUnavailable } from './link-pages.ts';
import type { Reader } from './link-pages.ts';

const reader: Reader = { language: 'en', contact: 'privacy@contoso.com' };
const hostile = new URL('https://xn--bcher-kva.example/a?b=1&c="><script>alert(1)</script>\'#<img>');

const pages = [
  ['destination', renderDestination(hostile, 'asked', reader)],
  ['revoked', renderDestination(hostile, 'revoked', reader)],
  ['broken', renderBroken({ caseLost: false, claimed: hostile }, reader)],
  ['case lost', renderBroken({ caseLost: true, claimed: null }, reader)],
  ['unavailable', renderUnavailable(hostile, reader)],
] as const;

/** Every element of a page, by name. */
function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  const $ = load(html);
  return $('*')
    .toArray()
    .map((element) => ({ name: $(element).prop('tagName')?.toLowerCase() ?? '', attributes: $(element).attr() ?? {} }));
}

describe.each(pages)('the page "%s"', (name, page) => {
  const html = textOf(page);
  const headers = new Headers(page.headers);

  it('holds no script, form, picture or frame', () => {
    const names = new Set(elementsOf(html).map((element) => element.name));
    expect(
      [...names].filter(
        (each) => !['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'p', 'a', 'strong'].includes(each),
      ),
    ).toEqual([]);
    expect(html.match(/\son\w+=/)).toBeNull();
  });

  it('allows nothing by its policy but its own style, which a browser hashes with every space in it', () => {
    const hash = createHash('sha256').update(load(html)('style').text()).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it(
    name === 'destination' || name === 'revoked' ? 'links to the destination and nowhere else' : 'has no link at all',
    () => {
      const links = elementsOf(html).filter((element) => element.name === 'a');
      const expected = name === 'destination' || name === 'revoked' ? [{ href: hostile.href, rel: 'noreferrer' }] : [];
      expect(links.map(({ attributes }) => attributes)).toEqual(expected);
    },
  );

  it('names whom to ask', () => {
    expect(html).toContain('privacy@contoso.com');
  });

  it('is small', () => {
    expect(html.length).toBeLessThan(4000);
  });
});

describe('a page about a link that is not verified', () => {
  it('names the claimed host as text, in its ASCII form, and nothing else of the address', () => {
    const html = textOf(renderBroken({ caseLost: false, claimed: hostile }, reader));
    expect(html).toContain('xn--bcher-kva.example');
    expect(html).not.toContain('b=1');
    expect(html).not.toContain('https://');
  });

  it('speaks German to who asks for it', () => {
    const page = renderUnavailable(null, { language: 'de', contact: null });
    expect(page.status).toBe(503);
    expect(textOf(page)).toContain('<html lang="de">');
    expect(textOf(page)).toContain('Absender');
    expect(new Headers(page.headers).get('retry-after')).toBe('600');
  });
});
