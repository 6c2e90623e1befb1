import * as fc from 'fast-check';
import { readRegistration, signRegistration } from './registration-token.ts';
import { keyOf, messageId, segmentOf, signerOf, signingKey } from './signing.fixture.ts';

const body = new TextEncoder().encode('{"opens":true,"subject":"Größe"}');
const token = signRegistration(signingKey(2, 3), messageId, body);

describe('readRegistration', () => {
  it('verifies the token with its body', () => {
    expect(readRegistration(token, body, keyOf)).toEqual({
      ok: true,
      ref: { epoch: 2, generation: 3, mailboxId: signingKey().mailboxId, messageId },
    });
  });

  it('verifies any body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readRegistration(signRegistration(signingKey(), messageId, bytes), bytes, keyOf).ok).toBe(true);
      }),
    );
  });

  it.each([
    ['with one bit flipped', body.map((byte, at) => (at === 5 ? byte ^ 1 : byte))],
    ['cut by a byte', body.slice(0, -1)],
    ['lengthened by a byte', Uint8Array.of(...body, 0)],
    ['of nothing', new Uint8Array(0)],
  ])('refuses a body %s', (_, other) => {
    expect(readRegistration(token, other, keyOf)).toEqual({ ok: false, reason: 'bad-mac' });
  });

  it('refuses the token with any bit flipped', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect({ bit, ok: readRegistration(flipped.toString('base64url'), body, keyOf).ok }).toEqual({ bit, ok: false });
    }
  });

  it.each([
    ['a picture’s token', segmentOf(signerOf(signingKey()).pixelUrl(messageId)), 'wrong-kind'],
    ['a link’s token', segmentOf(signerOf(signingKey()).linkUrl(messageId, 0, '')), 'wrong-kind'],
    [
      'a token signed for another mailbox',
      signRegistration({ ...signingKey(), mailboxId: new Uint8Array(8) }, messageId, body),
      'bad-mac',
    ],
    [
      'a token of a master that nobody has',
      signRegistration({ ...signingKey(), epoch: 9 }, messageId, body),
      'unknown-key',
    ],
    ['a plus behind', `${token}+`, 'malformed'],
    ['a full stop behind', `${token}.`, 'malformed'],
    ['padding', `${token}=`, 'malformed'],
    ['lower case', token.toLowerCase(), 'malformed'],
    ['nothing', '', 'malformed'],
  ])('refuses %s', (_, segment, reason) => {
    expect(readRegistration(segment, body, keyOf)).toEqual({ ok: false, reason });
  });

  it('refuses a picture’s token that was made a registration of an empty body', () => {
    const bytes = Buffer.from(segmentOf(signerOf(signingKey()).pixelUrl(messageId)), 'base64url');
    bytes.writeUInt8(0x13, 0);
    expect(readRegistration(bytes.toString('base64url'), new Uint8Array(0), keyOf)).toEqual({
      ok: false,
      reason: 'bad-mac',
    });
  });
});

describe('signRegistration', () => {
  it.each([
    ['a key of 31 bytes', { key: new Uint8Array(31) }],
    ['a mailbox id of 9 bytes', { mailboxId: new Uint8Array(9) }],
    ['epoch 256', { epoch: 256 }],
    ['generation -1', { generation: -1 }],
  ])('throws for %s', (_, wrong) => {
    expect(() => signRegistration({ ...signingKey(), ...wrong }, messageId, body)).toThrow(RangeError);
  });

  it('throws for a message id of another length', () => {
    expect(() => signRegistration(signingKey(), new Uint8Array(11), body)).toThrow(RangeError);
  });
});
