import { createMessageId, createSigner, encodeHex } from '@readback/core';
import type { SigningKey } from '@readback/core';
import { findTraces } from './own-traces.ts';

const ORIGIN = 'https://track.contoso.com';

function signingKey(fill: number, epoch = 1): SigningKey {
  return { mailboxId: new Uint8Array(8).fill(fill), key: new Uint8Array(32).fill(fill + epoch), epoch, generation: 0 };
}

const mine = signingKey(7);
const signer = createSigner({ origin: ORIGIN, ...mine });
const [older, newer] = [0, 1].map((hours) =>
  createMessageId(Date.UTC(2026, 10, 21, 9 + hours), [new Uint8Array([hours])]),
);
if (!older || !newer) throw new Error('two ids are made above');

const picture = (url: string) => `<p>Hello</p><img src="${url}" width="1" height="1">`;
const link = (url: string) => `<a href="${url}">Offer</a>`;
const traces = (html: string) => findTraces(html, ORIGIN, mine);

describe('what a body says about tracking', () => {
  it('finds the picture and the links of one message', () => {
    const html =
      link(signer.linkUrl(newer, 2, 'https://example.com/b')) +
      link(signer.linkUrl(newer, 0, 'https://example.com/a?x=1&y=2')) +
      picture(signer.pixelUrl(newer));
    expect(traces(html)).toEqual({
      own: [
        {
          messageId: encodeHex(newer),
          verified: true,
          picture: true,
          links: [
            { position: 0, destination: 'https://example.com/a?x=1&y=2' },
            { position: 2, destination: 'https://example.com/b' },
          ],
        },
      ],
      foreign: false,
    });
  });

  it('puts the newest message first, wherever it stands', () => {
    const html = picture(signer.pixelUrl(older)) + picture(signer.pixelUrl(newer));
    expect(traces(html).own.map(({ messageId }) => messageId)).toEqual([encodeHex(newer), encodeHex(older)]);
  });

  it('lists a link once that stands twice', () => {
    const url = signer.linkUrl(newer, 4, 'https://example.com/');
    expect(traces(link(url) + link(url)).own[0]?.links).toHaveLength(1);
  });

  const disguises: [string, (url: string) => string][] = [
    ['in capitals of the host', (url) => picture(url.replace('track.contoso.com', 'TRACK.Contoso.COM'))],
    ['without quotes', (url) => `<img src=${url} width=1>`],
    ['in single quotes', (url) => `<img src='${url}'>`],
    ['with a query that a filter added', (url) => picture(`${url}?utm_source=x&amp;y=z`)],
    [
      "behind the # of Google's picture proxy",
      (url) => picture(`https://ci3.googleusercontent.com/meips/ABC=s0-d#${url}`),
    ],
    [
      'wrapped by Safe Links',
      (url) =>
        link(
          `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&amp;data=05%7C01&amp;reserved=0`,
        ),
    ],
    ['as text', (url) => `<p>&lt;${url}&gt;</p>`],
  ];
  it.each(disguises)('recognises a URL %s', (_, disguise) => {
    const url = signer.linkUrl(newer, 0, 'https://example.com/');
    expect(traces(disguise(url)).own.map(({ messageId }) => messageId)).toEqual([encodeHex(newer)]);
  });

  it('keeps a message of an earlier key as one that the server has to confirm', () => {
    const earlier = createSigner({ origin: ORIGIN, ...signingKey(7, 0) });
    expect(traces(picture(earlier.pixelUrl(newer))).own).toEqual([
      { messageId: encodeHex(newer), verified: false, picture: false, links: [] },
    ]);
  });

  it('ignores a URL that claims the present key and was not signed with it', () => {
    const forger = createSigner({ origin: ORIGIN, ...mine, key: new Uint8Array(32).fill(99) });
    expect(traces(picture(forger.pixelUrl(newer)))).toEqual({ own: [], foreign: false });
  });

  it("tells a colleague's tracking from one's own", () => {
    const colleague = createSigner({ origin: ORIGIN, ...signingKey(9) });
    expect(traces(picture(colleague.pixelUrl(newer)))).toEqual({ own: [], foreign: true });
    expect(traces(picture(colleague.pixelUrl(newer)) + picture(signer.pixelUrl(older)))).toMatchObject({
      own: [{ messageId: encodeHex(older) }],
      foreign: true,
    });
  });

  it.each([
    ['nothing', ''],
    ['another host', picture('https://track.contoso.com.evil.example/o/AAAA')],
    ['another path of the host', picture(`${ORIGIN}/healthz`)],
    ['a token that breaks off', picture(signer.pixelUrl(newer).slice(0, -3))],
    ['a picture token on the path of links', picture(signer.pixelUrl(newer).replace('/o/', '/c/'))],
    ['broken percent encoding', link(`https://x.example/?url=https%3A%2F%2Ftrack.contoso.com%2Fo%2F%E0%A4%A`)],
  ])('finds nothing in %s', (_, html) => {
    expect(traces(html)).toEqual({ own: [], foreign: false });
  });
});
