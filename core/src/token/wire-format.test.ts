import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHex, encodeHex } from './hex.ts';
import { mailboxIdOf, ownerHashOf } from './mailbox-id.ts';
import { mailboxKeyOf } from './mailbox-key.ts';
import { createMessageId, messageTime } from './message-id.ts';
import { isAuthentic, parseToken, signToken } from './token.ts';
import type { TokenContent } from './token.ts';
import { readTrackingSegment } from './tracking-segment.ts';
import type { KeyOf } from './tracking-segment.ts';
import { encodeUtf8 } from './utf8.ts';
import { vectors } from './vectors.fixture.ts';
import type { TokenVector } from './vectors.fixture.ts';

function bytes(hex: string): Uint8Array {
  return decodeHex(hex) ?? new Uint8Array(0);
}

const keyOf: KeyOf = (epoch, generation, mailboxId) => {
  const master = vectors.masters[epoch];
  return master === undefined ? null : mailboxKeyOf(bytes(master), mailboxId, generation);
};

function signerOf({ epoch, generation, mailboxId }: TokenVector) {
  const key = keyOf(epoch, generation, bytes(mailboxId)) ?? new Uint8Array(0);
  return { epoch, generation, mailboxId: bytes(mailboxId), key };
}

function contentOf({ kind, messageId, link, body }: TokenVector): TokenContent {
  return {
    kind,
    messageId: bytes(messageId),
    ...(link === undefined ? {} : { link }),
    ...(body === undefined ? {} : { body: encodeUtf8(body) }),
  };
}

describe('the wire format', () => {
  it.each(vectors.mailboxes)('names the mailbox and the owner of $tid $oid', ({ idSecret, tid, oid, ...expected }) => {
    const mailboxId = mailboxIdOf(bytes(idSecret), tid, oid);
    const ownerHash = ownerHashOf(bytes(idSecret), tid, oid);
    expect(mailboxId && encodeHex(mailboxId)).toBe(expected.mailboxId);
    expect(ownerHash && encodeHex(ownerHash)).toBe(expected.ownerHash);
  });

  it.each(vectors.keys)('derives the key of $mailboxId in epoch $epoch, generation $generation', (vector) => {
    const key = keyOf(vector.epoch, vector.generation, bytes(vector.mailboxId));
    expect(key && encodeHex(key)).toBe(vector.key);
  });

  it.each(vectors.messageIds)('makes the message id of $ms', ({ ms, entropy, messageId }) => {
    expect(encodeHex(createMessageId(ms, entropy.map(bytes)))).toBe(messageId);
    expect(messageTime(bytes(messageId))).toBe(ms);
  });

  it.each(vectors.tokens)('signs the token: $name', (vector) => {
    expect(signToken(signerOf(vector), contentOf(vector))).toBe(vector.token);
  });

  it.each(vectors.tokens)('reads the token: $name', (vector) => {
    const token = parseToken(vector.token);
    expect(token).toMatchObject({
      kind: vector.kind,
      epoch: vector.epoch,
      generation: vector.generation,
      mailboxId: bytes(vector.mailboxId),
      messageId: bytes(vector.messageId),
      link: vector.link ?? null,
    });
    expect(token && isAuthentic(token, signerOf(vector).key, encodeUtf8(vector.body ?? ''))).toBe(true);
  });

  it.each(vectors.refused)('refuses $why', ({ route, segment, reason }) => {
    expect(readTrackingSegment(segment, route, keyOf)).toMatchObject({ ok: false, reason });
  });
});

describe('docs/wire-format.md', () => {
  const page = readFileSync(join(__dirname, '../../../docs/wire-format.md'), 'utf8');

  it.each(vectors.tokens)('shows the token: $name', ({ token }) => {
    expect(page).toContain(token);
  });

  it.each([
    ...vectors.mailboxes.flatMap(({ mailboxId, ownerHash }) => [mailboxId, ownerHash]),
    ...vectors.keys.map(({ key }) => key),
    ...vectors.messageIds.map(({ messageId }) => messageId),
  ])('shows %s', (value) => {
    expect(page).toContain(value);
  });
});
