import type { SignInSettings } from '@readback/core';
import { loadOnce } from '../loading/load-once.ts';
import { PaneOutdated } from '../loading/load-part.ts';
import type { AccessToken, TokenSource } from './sign-in.ts';

/** Nested app authentication, once its library is loaded; see nested-client.ts. */
export interface NestedClient {
  silently(): Promise<AccessToken | null>;
  withWindow(): Promise<AccessToken | null>;
}

/** Outlook itself signs in (nested app authentication). `load` fetches the library, which most sessions pay for only here. */
export function createNestedSource(load: () => Promise<NestedClient>): TokenSource {
  const loaded = loadOnce(load);
  const client = async (): Promise<NestedClient | null> => {
    try {
      return await loaded();
    } catch (error) {
      // Loading the pane again is less to ask of the sender than a sign-in window.
      if (error instanceof PaneOutdated) throw error;
      // Not loaded, or refused by the host: another way may do.
      return null;
    }
  };
  return {
    name: 'nested',
    silently: async () => (await client())?.silently() ?? null,
    withWindow: async () => (await client())?.withWindow() ?? null,
  };
}

/** Entra's address for the one tenant. */
export function authorityOf({ tenantId }: SignInSettings): string {
  return `https://login.microsoftonline.com/${tenantId}`;
}
