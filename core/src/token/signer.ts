import { createHmac } from './hmac.ts';
import { isOrigin } from './origin.ts';
import { requireSigningKey, signToken } from './token.ts';
import type { SigningKey } from './token.ts';

/** Whose URLs a signer makes, and where they live. */
export interface SignerOptions extends SigningKey {
  /** TRACKING_ORIGIN: scheme, host in ASCII and port if any, with no path. */
  origin: string;
}

/** Makes the URLs that go into mails of one mailbox; needs no network. */
export interface Signer {
  /** Address of the picture of a message (12 bytes). */
  pixelUrl(messageId: Uint8Array): string;
  /**
   * Address that redirects to `destination`, of whatever length: who places it decides what is too long. `position` says
   * which link of the message it is, 0..65535, else RangeError. A lone surrogate in the destination becomes U+FFFD.
   */
  linkUrl(messageId: Uint8Array, position: number, destination: string): string;
}

/** Makes a signer. RangeError, also from its methods, for a field that has not the length or range of the wire format. */
export function createSigner(options: SignerOptions): Signer {
  const { origin } = options;
  if (!isOrigin(origin)) throw new RangeError(`origin must be like https://track.contoso.com, not ${origin}`);
  requireSigningKey(options);
  const hmac = createHmac(options.key);
  return {
    pixelUrl: (messageId) => `${origin}/o/${signToken(options, { kind: 'open', messageId }, hmac)}`,
    linkUrl: (messageId, position, destination) =>
      `${origin}/c/${signToken(options, { kind: 'click', messageId, link: { position, destination } }, hmac)}`,
  };
}
