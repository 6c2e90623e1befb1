import { isAuthentic, parseToken, signToken } from './token.ts';
import type { SigningKey } from './token.ts';
import type { KeyOf, TokenRefusal } from './tracking-segment.ts';

/** Which message a verified registration is about. */
export interface RegistrationRef {
  epoch: number;
  generation: number;
  /** 8 bytes. */
  mailboxId: Uint8Array;
  /** 12 bytes. */
  messageId: Uint8Array;
}

/** What `readRegistration` found. */
export type RegistrationReading =
  { ok: true; ref: RegistrationRef } | { ok: false; reason: Exclude<TokenRefusal, 'case-lost'> };

/** The token of `POST /m/{token}` for exactly this body. RangeError for a field of a wrong length or range. */
export function signRegistration(signer: SigningKey, messageId: Uint8Array, body: Uint8Array): string {
  return signToken(signer, { kind: 'register', messageId, body });
}

/**
 * Reads and verifies the token of `POST /m/{token}` against the request's body. The address comes from the add-in and passes
 * no mail gateway, so nothing may follow the token.
 */
export function readRegistration(segment: string, body: Uint8Array, keyOf: KeyOf): RegistrationReading {
  const token = parseToken(segment);
  if (token === null) return { ok: false, reason: 'malformed' };
  if (token.kind !== 'register') return { ok: false, reason: 'wrong-kind' };
  const { epoch, generation, mailboxId, messageId } = token;
  const key = keyOf(epoch, generation, mailboxId);
  if (key === null) return { ok: false, reason: 'unknown-key' };
  if (!isAuthentic(token, key, body)) return { ok: false, reason: 'bad-mac' };
  return { ok: true, ref: { epoch, generation, mailboxId, messageId } };
}
