import { createMessageId, createSigner } from '@readback/core';
import type { Signer } from '@readback/core';
import { randomBytes } from 'node:crypto';

/** Named by a made link; reserved by RFC 2606, so that nobody is ever sent anywhere. */
export const MADE_HOST = 'preflight.example';

/** Signs with a key that no server has: everything it makes must be refused, and nothing is recorded. */
function strangerSigner(tracking: string): Signer {
  return createSigner({ origin: tracking, mailboxId: randomBytes(8), key: randomBytes(32), epoch: 0, generation: 0 });
}

/** Address of a picture that no mail holds. */
export function madePixelUrl(tracking: string, now: number): string {
  return strangerSigner(tracking).pixelUrl(createMessageId(now, [randomBytes(16)]));
}

/** Address of a link of about that many characters that no mail holds; never longer. */
export function madeLinkUrl(tracking: string, now: number, characters: number): string {
  const signer = strangerSigner(tracking);
  const messageId = createMessageId(now, [randomBytes(16)]);
  const linkTo = (path: string): string => signer.linkUrl(messageId, 0, `https://${MADE_HOST}/${path}`);
  // Three bytes of destination are four characters of token.
  const spare = Math.max(0, characters - linkTo('').length);
  return linkTo('x'.repeat(Math.floor((spare * 3) / 4)));
}
