import { loadOnce } from '../loading/load-once.ts';
import type { AccessToken, TokenSource } from './sign-in.ts';

/** A token, and whose it is. */
export interface AccountToken extends AccessToken {
  /** The account's address. */
  address: string;
}

/** Microsoft's library in a page of its own, once it is loaded; see browser-client.ts. */
export interface BrowserClient {
  /** From what an earlier sign-in left in this browser; null: the person has to sign in. */
  silently(): Promise<AccountToken | null>;
}

/** What a page outside of Outlook signs in with. */
export interface BrowserSignIn {
  load: () => Promise<BrowserClient>;
  /** Opens the sign-in window; resolves when the person is through with it, one way or the other. */
  openWindow: () => Promise<void>;
  /** Told whose token it is, each time that there is one. */
  onAccount: (address: string) => void;
}

/** Signs in a page that has no Outlook around it. */
export function createBrowserSource({ load, openWindow, onAccount }: BrowserSignIn): TokenSource {
  const loaded = loadOnce(load);
  const silently: TokenSource['silently'] = async () => {
    const found = await (await loaded()).silently();
    if (found === null) return null;
    onAccount(found.address);
    return { token: found.token, expiresAt: found.expiresAt };
  };
  return {
    name: 'browser',
    silently,
    withWindow: async () => {
      await openWindow();
      return silently();
    },
  };
}
