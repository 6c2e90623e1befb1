import { mailboxKeyOf } from './mailbox-key.ts';
import { createMessageId } from './message-id.ts';
import { createSigner } from './signer.ts';
import type { Signer } from './signer.ts';
import type { SigningKey } from './token.ts';
import type { KeyOf } from './tracking-segment.ts';

export const ORIGIN = 'https://track.contoso.com';

const MASTERS: Readonly<Record<number, Uint8Array>> = {
  1: new Uint8Array(32).fill(0xa1),
  2: new Uint8Array(32).fill(0xb2),
};

export const messageId = createMessageId(1_795_253_400_123, [Uint8Array.of(1)]);

/** The keys of every mailbox, as the server derives them from masters 1 and 2. */
export const keyOf: KeyOf = (epoch, generation, mailboxId) => {
  const master = MASTERS[epoch];
  return master === undefined ? null : mailboxKeyOf(master, mailboxId, generation);
};

/** The key of mailbox 07…07, as its add-in holds it. */
export function signingKey(epoch = 1, generation = 0): SigningKey {
  const mailboxId = new Uint8Array(8).fill(7);
  return { epoch, generation, mailboxId, key: keyOf(epoch, generation, mailboxId) ?? new Uint8Array(32) };
}

export function signerOf(key: SigningKey, origin = ORIGIN): Signer {
  return createSigner({ origin, mailboxId: key.mailboxId, key: key.key, epoch: key.epoch, generation: key.generation });
}

/** What stands behind `/o/` or `/c/`. */
export function segmentOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
