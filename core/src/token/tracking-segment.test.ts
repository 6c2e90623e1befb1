import * as fc from 'fast-check';
import { keyOf, messageId, segmentOf, signerOf, signingKey } from './signing.fixture.ts';
import { signToken } from './token.ts';
import { readTrackingSegment } from './tracking-segment.ts';
import type { TrackingRef } from './tracking-segment.ts';

const destination = 'https://example.com/größe?a=1#b';
const open = segmentOf(signerOf(signingKey()).pixelUrl(messageId));
const click = segmentOf(signerOf(signingKey()).linkUrl(messageId, 258, destination));
const register = signToken(signingKey(), { kind: 'register', messageId, body: Uint8Array.of(1) });

const both: readonly { kind: TrackingRef['kind']; segment: string }[] = [
  { kind: 'open', segment: open },
  { kind: 'click', segment: click },
];

function read(segment: string, kind: TrackingRef['kind']) {
  return readTrackingSegment(segment, kind, keyOf);
}

/** The segment as a handler gets it: the host decodes the path and writes it anew, then `URL` does. */
function asHostWritesIt(segment: string): string {
  return segmentOf(new URL(`https://track.contoso.com/c/${segment.replace(/%2b/gi, '+')}`).pathname);
}

describe.each(both)('a token of the kind $kind', ({ kind, segment }) => {
  it('is verified', () => {
    expect(read(segment, kind)).toEqual({
      ok: true,
      ref: {
        kind,
        epoch: 1,
        generation: 0,
        mailboxId: new Uint8Array(8).fill(7),
        messageId,
        position: kind === 'click' ? 258 : null,
        destination: kind === 'click' ? destination : null,
        show: false,
      },
    });
  });

  it('is refused with any bit flipped', () => {
    const bytes = Buffer.from(segment, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect({ bit, ok: read(flipped.toString('base64url'), kind).ok }).toEqual({ bit, ok: false });
    }
  });

  it('is refused with any character exchanged', () => {
    fc.assert(
      fc.property(fc.nat(segment.length - 1), fc.constantFrom(...'AQgwZz09-_.=+/% é'.split('')), (at, other) => {
        fc.pre(segment.charAt(at) !== other);
        // A last character that is junk leaves a shorter token, refused too.
        expect(read(segment.slice(0, at) + other + segment.slice(at + 1), kind).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused when cut at either end', () => {
    for (let at = 0; at < segment.length; at++) {
      expect(read(segment.slice(0, at), kind).ok).toBe(false);
      expect(read(segment.slice(at + 1), kind).ok).toBe(false);
    }
  });

  it('is refused when lengthened', () => {
    for (const more of ['A', 'AA', 'AAA', 'AAAA', '-', '_', segment]) {
      expect(read(segment + more, kind).ok).toBe(false);
      expect(read(more + segment, kind).ok).toBe(false);
    }
  });

  it('is refused when any text stands inside of it', () => {
    for (const rubbish of ['.', '\n', ' ', '=', '+', '/', '%2B', '%0A', 'é', '\0']) {
      expect(read(segment.slice(0, 20) + rubbish + segment.slice(20), kind).ok).toBe(false);
    }
  });

  it('is refused with another mailbox’s key', () => {
    const neighbour = new Uint8Array(8).fill(8);
    const reading = readTrackingSegment(segment, kind, (epoch, generation) => keyOf(epoch, generation, neighbour));
    expect(reading).toMatchObject({ ok: false, reason: 'bad-mac' });
  });

  it('is refused when signed with one key and sent in the name of another mailbox, generation or epoch', () => {
    const forgeries = [
      { ...signingKey(), mailboxId: new Uint8Array(8).fill(8) },
      { ...signingKey(), generation: 1 },
      { ...signingKey(), epoch: 2 },
    ];
    for (const forged of forgeries) {
      const signer = signerOf(forged);
      const url = kind === 'open' ? signer.pixelUrl(messageId) : signer.linkUrl(messageId, 258, destination);
      expect(read(segmentOf(url), kind)).toMatchObject({ ok: false, reason: 'bad-mac' });
    }
  });

  it('is refused when there is no key for it', () => {
    expect(readTrackingSegment(segment, kind, () => null)).toMatchObject({ ok: false, reason: 'unknown-key' });
  });

  it('is told to have lost its case when it was written in lower case', () => {
    expect(read(segment.toLowerCase(), kind)).toMatchObject({ ok: false, reason: 'case-lost' });
    expect(read(`${segment.toLowerCase()}+`, kind)).toMatchObject({ ok: false, reason: 'case-lost' });
    expect(read(segment.toUpperCase(), kind)).toMatchObject({ ok: false });
  });

  it.each([
    '',
    '.',
    ',',
    ';',
    ':',
    '!',
    ')',
    ']',
    '>',
    "'",
    '"',
    '.,;:!)]>\'"',
    '>>>',
    '%2E',
    '%2c',
    '%3B',
    '%3a',
    '%21',
    '%29',
    '%5D',
    '%3e',
    '%27',
    '%22',
    ').%22',
  ])('is verified before the junk %j', (junk) => {
    expect(read(segment + junk, kind)).toMatchObject({ ok: true, ref: { show: false } });
    expect(read(asHostWritesIt(segment + junk), kind)).toMatchObject({ ok: true, ref: { show: false } });
    expect(read(`${segment}+${junk}`, kind)).toMatchObject({ ok: true, ref: { show: true } });
    expect(read(asHostWritesIt(`${segment}%2B${junk}`), kind)).toMatchObject({ ok: true, ref: { show: true } });
    expect(read(`${segment}%2b${junk}`, kind)).toMatchObject({ ok: true, ref: { show: true } });
  });

  it.each([
    '.gif',
    '/',
    '/x',
    '=',
    '==',
    ' ',
    '%20',
    '%0A',
    '++',
    '.+',
    '+x',
    '%2B+',
    '%252B',
    '%',
    '%2',
    '%2G',
    '%41',
    '*',
    '~',
    '&utm_source=x',
    '<',
    '(',
    '…',
    '.%',
    '%2.9',
    '%C3%A9',
    '\0',
  ])('is refused before %j', (rubbish) => {
    expect(read(segment + rubbish, kind)).toMatchObject({ ok: false, reason: 'malformed' });
  });
});

it.each(['', 'e', 'example', 'favicon.ico', 'e'.repeat(51), `${'e'.repeat(51)}E`])(
  'is malformed, not in lower case: %j',
  (text) => {
    expect(read(text, 'open')).toMatchObject({ ok: false, reason: 'malformed' });
  },
);

describe('a token on another route', () => {
  it.each<[string, string, TrackingRef['kind']]>([
    ['a click on the route of pictures', click, 'open'],
    ['an open on the route of links', open, 'click'],
    ['a registration on the route of pictures', register, 'open'],
    ['a registration on the route of links', register, 'click'],
  ])('is refused: %s', (_, segment, kind) => {
    expect(read(segment, kind)).toMatchObject({ ok: false, reason: 'wrong-kind' });
  });

  it('is refused when its kind was changed to fit', () => {
    const bytes = Buffer.from(register, 'base64url');
    bytes.writeUInt8(0x11, 0);
    expect(read(bytes.toString('base64url'), 'open')).toMatchObject({ ok: false, reason: 'bad-mac' });
  });
});

describe('the destination that a refused token claims', () => {
  function changed(to: string): string {
    const bytes = Buffer.from(click, 'base64url').subarray(0, 41);
    return Buffer.concat([bytes, Buffer.from(to)]).toString('base64url');
  }

  it.each([
    ['another destination', changed('https://example.org/'), 'https://example.org/'],
    ['text behind the token', `${click}.gif`, destination],
    ['another scheme', changed('javascript:alert(1)'), null],
    ['no destination', changed(''), null],
    ['a picture', open, null],
    ['lower case', click.toLowerCase(), null],
    ['nothing at all', '', null],
  ])('is told for %s only where it is http(s)', (_, segment, claimedDestination) => {
    expect(read(segment, 'click')).toMatchObject({ ok: false, claimedDestination });
  });

  it('is told when no key is known', () => {
    const reading = readTrackingSegment(click, 'click', () => null);
    expect(reading).toEqual({ ok: false, reason: 'unknown-key', claimedDestination: destination });
  });
});

it('answers for any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom<TrackingRef['kind']>('open', 'click'), (text, kind) => {
      expect(read(text, kind).ok).toBe(false);
    }),
  );
});

it('answers for a segment of a million characters', () => {
  for (const piece of ['E', '.', '+', '%2B', '%2E']) {
    expect(read(open + piece.repeat(1_000_000 / piece.length), 'open').ok).toBe(piece === '.' || piece === '%2E');
  }
});
