import * as fc from 'fast-check';
import { createSigner } from './signer.ts';
import { ORIGIN, keyOf, messageId, signerOf, signingKey } from './signing.fixture.ts';
import { readTrackingUrl } from './tracking-url.ts';

const signer = signerOf(signingKey(2, 3));
const ref = { epoch: 2, generation: 3, mailboxId: signingKey().mailboxId, messageId, show: false };

/** Any text but lone surrogates, which no URL holds. */
const anyText = fc
  .array(fc.oneof(fc.nat(0xff), fc.nat(0x10ffff)).filter((code) => code < 0xd800 || code > 0xdfff))
  .map((codes) => String.fromCodePoint(...codes));

describe('pixelUrl', () => {
  it('is the origin, /o/ and a token of 52 characters', () => {
    expect(signer.pixelUrl(messageId)).toMatch(/^https:\/\/track\.contoso\.com\/o\/[\w-]{52}$/);
  });

  it('is read back', () => {
    const read = readTrackingUrl(signer.pixelUrl(messageId), [ORIGIN], keyOf);
    expect(read).toEqual({ ...ref, kind: 'open', position: null, destination: null });
  });
});

describe('linkUrl', () => {
  it.each([
    'https://example.com/',
    'https://example.com/#top',
    'https://example.com/a#b#c?d',
    'https://example.com/größe/日本語/😀',
    'https://bücher.example/',
    'https://xn--bcher-kva.example/',
    'https://example.com/?a=1&b=2',
    'https://example.com/?a=1&amp;b=2',
    'https://example.com/?next=https%3A%2F%2Fexample.org%2F',
    'https://example.com/ with spaces and "quotes"',
    'https://example.com/\ufeff\u200b\u202e',
    `https://example.com/${'x'.repeat(20_000)}`,
    'mailto:someone@example.com',
    '',
  ])('is read back with its destination: %.60s', (destination) => {
    const read = readTrackingUrl(signer.linkUrl(messageId, 4, destination), [ORIGIN], keyOf);
    expect(read).toEqual({ ...ref, kind: 'click', position: 4, destination });
  });

  it('is read back with any destination and position', () => {
    fc.assert(
      fc.property(anyText, fc.nat(0xffff), (destination, position) => {
        const read = readTrackingUrl(signer.linkUrl(messageId, position, destination), [ORIGIN], keyOf);
        expect(read).toEqual({ ...ref, kind: 'click', position, destination });
      }),
    );
  });

  it('is at most 1,000 characters for a destination of 688 bytes on this origin, and longer for one more', () => {
    const destination = `https://example.com/${'ü'.repeat(334)}`;
    expect(Buffer.byteLength(destination)).toBe(688);
    const url = signer.linkUrl(messageId, 0, destination);
    expect(url).toHaveLength(1000);
    expect(readTrackingUrl(url, [ORIGIN], keyOf)?.destination).toBe(destination);
    expect(signer.linkUrl(messageId, 0, `${destination}x`).length).toBeGreaterThan(1000);
  });

  it('writes half of a surrogate pair as U+FFFD, as a browser does', () => {
    const url = signer.linkUrl(messageId, 0, 'https://example.com/\ud83d!');
    expect(readTrackingUrl(url, [ORIGIN], keyOf)?.destination).toBe('https://example.com/\ufffd!');
  });

  it.each([0, 65_535])('takes position %i', (position) => {
    const url = signer.linkUrl(messageId, position, 'https://example.com/');
    expect(readTrackingUrl(url, [ORIGIN], keyOf)?.position).toBe(position);
  });

  it.each([-1, 65_536, 0.5, NaN, Infinity])('throws for position %s', (position) => {
    expect(() => signer.linkUrl(messageId, position, 'https://example.com/')).toThrow(RangeError);
  });
});

describe('createSigner', () => {
  it.each([0, 11, 13])('makes URLs for message ids of 12 bytes only, not %i', (length) => {
    expect(() => signer.pixelUrl(new Uint8Array(length))).toThrow(RangeError);
    expect(() => signer.linkUrl(new Uint8Array(length), 0, 'https://example.com/')).toThrow(RangeError);
  });

  it.each([
    ['a mailbox id of 7 bytes', { mailboxId: new Uint8Array(7) }],
    ['a key of 16 bytes', { key: new Uint8Array(16) }],
    ['epoch 256', { epoch: 256 }],
    ['epoch -1', { epoch: -1 }],
    ['generation 1.5', { generation: 1.5 }],
    ['an origin with a path', { origin: `${ORIGIN}/` }],
    ['an origin with a query', { origin: `${ORIGIN}?` }],
    ['an origin without a scheme', { origin: 'track.contoso.com' }],
    ['an origin of another scheme', { origin: 'ftp://track.contoso.com' }],
    ['an empty origin', { origin: '' }],
  ])('throws for %s', (_, wrong) => {
    expect(() => createSigner({ ...signingKey(), origin: ORIGIN, ...wrong })).toThrow(RangeError);
  });

  it.each([
    'http://localhost:7071',
    'https://track.contoso.com:8443',
    'http://[::1]:7071',
    'HTTPS://Track.Contoso.Com',
  ])('takes the origin %s', (origin) => {
    const url = signerOf(signingKey(), origin).pixelUrl(messageId);
    expect(url.startsWith(`${origin}/o/`)).toBe(true);
    expect(readTrackingUrl(url, [origin], keyOf)).not.toBeNull();
  });
});
