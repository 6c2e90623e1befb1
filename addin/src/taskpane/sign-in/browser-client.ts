import { CacheLookupPolicy, PublicClientApplication } from '@azure/msal-browser';
import type { SignInSettings } from '@readback/core';
import { authPageConfiguration } from './auth-page.ts';
import type { BrowserClient } from './browser-source.ts';

/** Loads Microsoft's library for a page outside of Outlook. A chunk of its own: 80 KB that nothing is drawn with. */
export function createBrowserClient(settings: SignInSettings, origin: string): Promise<BrowserClient> {
  return Promise.resolve({
    silently: async () => {
      // Made anew each time: the sign-in window may have written meanwhile what is read at the start.
      const application = new PublicClientApplication(authPageConfiguration(settings, origin));
      await application.initialize();
      const account = application.getActiveAccount() ?? application.getAllAccounts()[0];
      if (account === undefined) return null;
      try {
        const { accessToken, expiresOn } = await application.acquireTokenSilent({
          scopes: [settings.scope],
          account,
          // No hidden frame: browsers without third-party cookies let it run into its time limit.
          cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
        });
        return { token: accessToken, expiresAt: expiresOn?.getTime() ?? 0, address: account.username };
      } catch {
        // "Interaction required", or no network: the page offers the sign-in window.
        return null;
      }
    },
  });
}
