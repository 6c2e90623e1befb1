import { createHmac } from 'node:crypto';
import { vectors } from './vectors.fixture.ts';
import type { TokenVector } from './vectors.fixture.ts';

// The wire format again, by node:crypto alone: nothing here comes from the code that it checks.

const KINDS = { open: 1, click: 2, register: 3 };

function hmac(key: Buffer, ...parts: Uint8Array[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest();
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

function mailboxKey(epoch: number, mailboxId: string, generation: number): Buffer {
  return hmac(hex(vectors.masters[epoch] ?? ''), Buffer.from('readback/key'), hex(mailboxId), Buffer.of(generation));
}

function token({ kind, epoch, generation, mailboxId, messageId, link, body }: TokenVector): string {
  const header = Buffer.concat([Buffer.of(0x10 + KINDS[kind], epoch, generation), hex(mailboxId), hex(messageId)]);
  const position = link ? Buffer.of(Math.floor(link.position / 256), link.position % 256) : Buffer.of();
  const destination = Buffer.from(link ? link.destination : '', 'utf8');
  const covered = [header, position, destination, Buffer.from(body ?? '', 'utf8')];
  const mac = hmac(mailboxKey(epoch, mailboxId, generation), ...covered).subarray(0, 16);
  return Buffer.concat([header, position, mac, destination]).toString('base64url');
}

describe('the test vectors, by node:crypto alone', () => {
  it.each(vectors.mailboxes)(
    'give the mailbox and owner of $tid $oid',
    ({ idSecret, tid, oid, mailboxId, ownerHash }) => {
      const guids = hex((tid + oid).replaceAll('-', ''));
      expect(hmac(hex(idSecret), Buffer.from('readback/mailbox'), guids).subarray(0, 8).toString('hex')).toBe(
        mailboxId,
      );
      expect(hmac(hex(idSecret), Buffer.from('readback/owner'), guids).toString('hex')).toBe(ownerHash);
    },
  );

  it.each(vectors.keys)('give the key of $mailboxId in epoch $epoch, generation $generation', (vector) => {
    expect(mailboxKey(vector.epoch, vector.mailboxId, vector.generation).toString('hex')).toBe(vector.key);
  });

  it.each(vectors.messageIds)('give the message id of $ms', ({ ms, entropy, messageId }) => {
    const time = Buffer.alloc(6);
    time.writeUIntBE(2 ** 48 - 1 - ms, 0, 6);
    const pieces = entropy.map((piece) => Buffer.concat([Buffer.from(`${hex(piece).length}:`), hex(piece)]));
    const unique = hmac(Buffer.from('readback/message'), time, ...pieces).subarray(0, 6);
    expect(Buffer.concat([time, unique]).toString('hex')).toBe(messageId);
  });

  it.each(vectors.tokens)('give the token: $name', (vector) => {
    expect(token(vector)).toBe(vector.token);
  });
});
