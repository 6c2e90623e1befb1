import { expiryOf } from './jwt-expiry.ts';
import type { AccessToken, TokenSource } from './sign-in.ts';

/** Outlook's older sign-in, for Outlooks without nested app authentication; see host/. Null: not here, or not this time. */
export interface OfficeTokens {
  silently(): Promise<string | null>;
  withPrompt(): Promise<string | null>;
}

export function createOfficeSource(tokens: OfficeTokens, now: () => number): TokenSource {
  const held = (token: string | null): AccessToken | null =>
    token === null ? null : { token, expiresAt: expiryOf(token, now()) };
  return {
    name: 'office',
    silently: async () => held(await tokens.silently()),
    withWindow: async () => held(await tokens.withPrompt()),
  };
}
