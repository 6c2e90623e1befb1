import { createSigner } from '@readback/core';
import { findOwnUrls } from './find-own-urls.ts';

const ORIGIN = 'https://track.contoso.example';
const ID = new Uint8Array(12).fill(7);

const signer = createSigner({
  origin: ORIGIN,
  mailboxId: new Uint8Array(8).fill(1),
  key: new Uint8Array(32).fill(2),
  epoch: 0,
  generation: 0,
});
const PIXEL = signer.pixelUrl(ID);
const link = (position: number, destination = 'https://a.example/?x=1&y=2') =>
  signer.linkUrl(ID, position, destination);

describe('findOwnUrls', () => {
  it('finds pictures and links with what stands under them and where they lead', () => {
    const html = `<p><a href="${link(0)}">our <b>offer</b>\n&amp; more</a> <map><area href='${link(1, 'https://b.example/')}' alt="Map"></map>
      <a href="${link(2)}"><img src="https://c.example/logo.png"></a></p><img src="${PIXEL}" width="1" height="1">`;
    expect(findOwnUrls(html, ORIGIN)).toEqual({
      pictures: [PIXEL],
      links: [
        { url: link(0), text: 'our offer & more', destination: 'https://a.example/?x=1&y=2' },
        { url: link(1, 'https://b.example/'), text: 'Map', destination: 'https://b.example/' },
        { url: link(2), text: '', destination: 'https://a.example/?x=1&y=2' },
      ],
    });
  });

  it('names a picture once and a link as often as it stands there', () => {
    const html = `<img src="${PIXEL}"><img src="${PIXEL}"><a href="${link(0)}">a</a><a href="${link(0)}">b</a>`;
    expect(findOwnUrls(html, ORIGIN)).toMatchObject({ pictures: [PIXEL], links: [{ text: 'a' }, { text: 'b' }] });
  });

  it.each([
    [
      'another origin',
      '<img src="https://track.contoso.example.evil.example/o/x"><a href="https://evil.example/c/x">x</a>',
    ],
    ['another port', '<img src="https://track.contoso.example:8443/o/x">'],
    ['another scheme', '<img src="http://track.contoso.example/o/x">'],
    ['somebody’s name in front', '<img src="https://track.contoso.example@evil.example/o/x">'],
    [
      'another path',
      '<img src="https://track.contoso.example/local/mail"><a href="https://track.contoso.example/api/x">x</a>',
    ],
    ['a link as a picture, a picture as a link', `<img src="${link(0)}"><a href="${PIXEL}">x</a>`],
    ['Google’s server in front', `<img src="https://ci3.googleusercontent.com/meips/x#${PIXEL}">`],
    ['a comment', `<!-- <img src="${PIXEL}"> --><!--[if mso]><a href="${link(0)}">x</a><![endif]-->`],
    ['scripts and styles', `<style><img src="${PIXEL}"></style><script>"<img src='${PIXEL}'>"</script>`],
    ['a path of this server alone', '<img src="/o/x"><img src="//track.contoso.example/o/x">'],
    ['no address', '<img><a>x</a><img src=""><a href="javascript:x">y</a><img src="https://">'],
  ])('leaves alone what has %s', (_, html) => {
    expect(findOwnUrls(html, ORIGIN)).toEqual({ pictures: [], links: [] });
  });
});
