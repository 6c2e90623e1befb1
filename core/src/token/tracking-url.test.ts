import { ORIGIN, keyOf, messageId, segmentOf, signerOf, signingKey } from './signing.fixture.ts';
import { findTrackingPath, peekDestination, readTrackingUrl } from './tracking-url.ts';

const destination = 'https://example.com/?a=1&b=2#c';
const signer = signerOf(signingKey());
const pixel = signer.pixelUrl(messageId);
const link = signer.linkUrl(messageId, 5, destination);
const pixelToken = segmentOf(pixel);
const linkToken = segmentOf(link);

function read(url: string, origins: readonly string[] = [ORIGIN]) {
  return readTrackingUrl(url, origins, keyOf);
}

describe('readTrackingUrl', () => {
  it.each([
    ['as it was made', link],
    ['with the host in another case', `https://TRACK.Contoso.COM/c/${linkToken}`],
    ['with the scheme in another case', `HTTPS://track.contoso.com/c/${linkToken}`],
    ['with the scheme’s own port', `https://track.contoso.com:443/c/${linkToken}`],
    ['with a query that a gateway appended', `${link}?utm_source=mail&x=/o/y`],
    ['with a query without a value', `${link}?`],
    ['with a fragment', `${link}#section`],
    ['with a fragment that is a URL', `${link}#https://track.contoso.com/o/x`],
    ['with query and fragment', `${link}?a=b#https://example.com/`],
    ['with a full stop behind', `${link}.`],
    ['behind the # of another URL', `https://proxy.example/a/b?c#${link}`],
    ['behind the # of another URL, with a query', `https://proxy.example/#${link}?utm_source=mail`],
    ['behind the # of another page of ours', `${ORIGIN}/activity#${link}`],
  ])('reads a link %s', (_, url) => {
    expect(read(url)).toMatchObject({ kind: 'click', position: 5, destination, show: false });
  });

  it.each(['+', '%2B', '+?utm_source=mail', '+.', '%2b%22#x'])(
    'reads a link that asks to be shown with %s',
    (behind) => {
      expect(read(link + behind)).toMatchObject({ kind: 'click', destination, show: true });
    },
  );

  it('reads a picture behind the # of Google’s proxy', () => {
    const url = `https://ci3.googleusercontent.com/meips/ADKq_NZ0=s0-d-e1-ft#${pixel}`;
    expect(read(url)).toMatchObject({ kind: 'open', messageId, position: null, destination: null });
  });

  it.each([
    ['the only one', [ORIGIN]],
    ['one of several', ['https://old.contoso.com', ORIGIN]],
    ['written in capitals', ['HTTPS://TRACK.CONTOSO.COM']],
    ['written with its port', [`${ORIGIN}:443`]],
    ['one beside something that is none', ['', 'track.contoso.com', ORIGIN]],
  ])('reads a URL whose origin is %s', (_, origins) => {
    expect(read(pixel, origins)).not.toBeNull();
  });

  it('reads URLs of an origin with a port', () => {
    const local = signerOf(signingKey(), 'http://localhost:7071').pixelUrl(messageId);
    expect(read(local, ['http://localhost:7071'])).not.toBeNull();
    expect(read(local, ['http://localhost'])).toBeNull();
    expect(read(local, ['http://localhost:7072'])).toBeNull();
    expect(read(local, ['https://localhost:7071'])).toBeNull();
  });

  it.each([
    ['no origin is own', pixel, []],
    ['the origin is another', pixel, ['https://contoso.com']],
    ['the scheme is another', `http://track.contoso.com/o/${pixelToken}`],
    ['the port is another', `https://track.contoso.com:8443/o/${pixelToken}`],
    ['the host only starts with ours', `https://track.contoso.com.example/o/${pixelToken}`],
    ['the host only ends with ours', `https://xtrack.contoso.com/o/${pixelToken}`],
    ['our host is the user name', `https://track.contoso.com@example.com/o/${pixelToken}`],
    ['our host follows a user name', `https://example.com@track.contoso.com/o/${pixelToken}`],
    ['our host is the user name behind a backslash', `https://example.com\\@track.contoso.com/o/${pixelToken}`],
    ['our URL is the path', `https://example.com/${pixel}`],
    ['our URL is in the query', `https://example.com/?u=${pixel}`],
    ['our URL is behind a second #', `https://example.com/#a#${pixel}`],
    ['the slashes are others', `https:\\\\track.contoso.com\\o\\${pixelToken}`],
    ['there is no scheme', `//track.contoso.com/o/${pixelToken}`],
    ['there is white space in front', ` ${pixel}`],
    ['there is no path', ORIGIN],
    ['there is no token', `${ORIGIN}/o/`],
    ['the path is deeper', `${ORIGIN}/x/o/${pixelToken}`],
    ['the path goes on', `${pixel}/`],
    ['the path is in capitals', `${ORIGIN}/O/${pixelToken}`],
    ['a link stands on the path of pictures', `${ORIGIN}/o/${linkToken}`],
    ['a picture stands on the path of links', `${ORIGIN}/c/${pixelToken}`],
    ['a gateway wrote it in lower case', link.toLowerCase()],
    ['the last character is another', `${pixel.slice(0, -1)}${pixel.endsWith('A') ? 'B' : 'A'}`],
    ['it is empty', ''],
  ])('is null when %s', (_, url, origins: readonly string[] = [ORIGIN]) => {
    expect(read(url, origins)).toBeNull();
  });

  it('is null without a key', () => {
    expect(readTrackingUrl(pixel, [ORIGIN], () => null)).toBeNull();
  });
});

describe('findTrackingPath', () => {
  it('finds the path of ours without verifying', () => {
    expect(findTrackingPath(`${ORIGIN}/o/anything+?x`, [ORIGIN])).toEqual({ kind: 'open', segment: 'anything+' });
    expect(findTrackingPath(`https://proxy.example/#${ORIGIN}/c/x`, [ORIGIN])).toEqual({ kind: 'click', segment: 'x' });
    expect(findTrackingPath(`${ORIGIN}/m/x`, [ORIGIN])).toBeNull();
    expect(findTrackingPath(`${ORIGIN}/o/x/y`, [ORIGIN])).toBeNull();
  });
});

describe('peekDestination', () => {
  it.each([
    ['of any origin', signerOf(signingKey(), 'http://localhost:7071').linkUrl(messageId, 0, destination)],
    ['with a query', `${link}?utm_source=mail`],
    ['with a fragment', `${link}#x`],
    ['with a plus', `${link}+`],
    ['with junk', `${link}%22).`],
    ['with the host in capitals', `https://TRACK.CONTOSO.COM/c/${linkToken}`],
    [
      'signed with a key that nobody knows',
      signerOf({ ...signingKey(), key: new Uint8Array(32) }).linkUrl(messageId, 0, destination),
    ],
  ])('tells where a link goes: %s', (_, url) => {
    expect(peekDestination(url)).toBe(destination);
  });

  it('unwraps one layer', () => {
    expect(peekDestination(signer.linkUrl(messageId, 0, link))).toBe(link);
  });

  it.each(['javascript:alert(1)', 'mailto:someone@example.com', 'example.com', '/path', 'http:///', ''])(
    'is null for a destination that is not http(s): %j',
    (other) => {
      expect(peekDestination(signer.linkUrl(messageId, 0, other))).toBeNull();
    },
  );

  it.each([
    ['a picture', pixel],
    ['a picture on the path of links', `${ORIGIN}/c/${pixelToken}`],
    ['a link on the path of pictures', `${ORIGIN}/o/${linkToken}`],
    ['a cut token', `${ORIGIN}/c/${linkToken.slice(0, 54)}`],
    ['another version', `${ORIGIN}/c/I${linkToken.slice(1)}`],
    ['a token with rubbish behind', `${link}x=`],
    ['a link behind a #', `https://example.com/#${link}`],
    ['a token alone', linkToken],
    ['another page', 'https://example.com/c/about'],
    ['nothing', ''],
  ])('is null for %s', (_, url) => {
    expect(peekDestination(url)).toBeNull();
  });
});
