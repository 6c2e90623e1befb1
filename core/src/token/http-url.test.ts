import * as fc from 'fast-check';
import { isHttpUrl } from './http-url.ts';

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Text made of what decides how a URL is read. */
const urlLike = fc
  .tuple(
    fc.constantFrom(
      'http://',
      'https://',
      'HTTPS://',
      'http:/',
      'http:',
      'https:\\\\',
      '//',
      'javascript://',
      'ftp://',
      '',
    ),
    fc.array(
      fc.constantFrom(
        ...'hax01789.:/\\@?#[]%-_ \t\n{}"<>^|`\'~!'.split(''),
        '255',
        '256',
        '::',
        '.com',
        '0x',
        'xn--',
        'ü',
        '\u00ad',
        '\u3002',
        '１',
        '\ud800',
        '\0',
        '\x7f',
      ),
      { maxLength: 12 },
    ),
  )
  .map(([scheme, rest]) => scheme + rest.join(''));

describe('isHttpUrl', () => {
  it('accepts nothing that a browser reads as another scheme or with no host', () => {
    fc.assert(
      fc.property(urlLike, (text) => {
        const url = isHttpUrl(text) ? parse(text) : null;
        expect(url === null || (/^https?:$/.test(url.protocol) && url.hostname !== '')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts nothing that a browser refuses, international names apart', () => {
    fc.assert(
      fc.property(urlLike, (text) => {
        const isInternational = /[^\0-\x7f]|xn--/i.test(text);
        expect(!isHttpUrl(text) || isInternational || parse(text) !== null).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts every http address as a browser writes it', () => {
    fc.assert(
      fc.property(urlLike, (text) => {
        const url = parse(text);
        expect(url === null || !/^https?:$/.test(url.protocol) || isHttpUrl(url.href)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    fc.webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['http', 'https'] }),
    fc.ipV4().map((address) => `http://${address}:8080/`),
    fc
      .ipV6()
      .filter((address) => !address.includes('.'))
      .map((address) => `https://[${address}]`),
  ])('accepts every address of a usual shape (%#)', (addresses) => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(isHttpUrl(address)).toBe(true);
      }),
    );
  });

  it.each([
    'http://example.com',
    'HTTP://EXAMPLE.COM/',
    'https://example.com:8443/a?b#c',
    'https://example.com:/',
    'https://example.com?query',
    'https://example.com#fragment',
    'https://user:secret@example.com/',
    'https://bücher.example/größe',
    'https://xn--bcher-kva.example/',
    'https://under_score.example/',
    'https://example.com./',
    'https://example.com/a b"<>\\^`{|}',
    'https://example.com/?url=javascript:alert(1)',
    'https://good.example\\@evil.example/',
    'https://example.com\\a',
    'https://{{host}}/',
    'http://localhost:7071/',
    'http://192.0.2.1/',
    'http://[2001:db8::1]/',
    'http://[::]:80/',
  ])('accepts %s', (text) => {
    expect(isHttpUrl(text)).toBe(true);
    expect(parse(text)).not.toBeNull();
  });

  it.each([
    '',
    'http',
    'http://',
    'https:///path',
    'http://?query',
    'http://#fragment',
    'http://user@/',
    'http:example.com',
    'http:/example.com',
    'http:\\\\example.com',
    '//example.com',
    'example.com',
    ' http://example.com',
    '\thttps://example.com',
    'ht\ntps://example.com',
    'javascript://example.com/%0aalert(1)',
    'javascript:alert(1)//http://example.com',
    'data:text/html,http://example.com',
    'ftp://example.com',
    'httpss://example.com',
    'view-source:https://example.com',
    'http://exa mple.com/',
    'http://exa\nmple.com/',
    'http://exa%6dple.com/',
    'https://bad example\\@example.com/',
    'http://a<b>.example/',
    'http://example.com:65536/',
    'http://example.com:80:80/',
    'http://example.com:port/',
    'http://256.0.0.1/',
    'http://1.2.3.4.5/',
    'http://example.1/',
    'http://example.1./',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1/',
    'http://[1:2:3:4:5:6:7:8:9]/',
    'http://[1::2::3]/',
    'http://[1:2:3:4:5:6:7:8::]/',
    'http://[12345::]/',
    'http://[::1]x/',
    'http://%recipient_domain%/',
  ])('refuses %j', (text) => {
    expect(isHttpUrl(text)).toBe(false);
  });

  it('answers for text of any length that repeats what its patterns look for', () => {
    for (const piece of ['a', ':', '@', '.1', ':1', '[', '::', '0x.', '/', '\\']) {
      expect(typeof isHttpUrl(`http://${piece.repeat(300_000)}`)).toBe('boolean');
    }
  });
});
