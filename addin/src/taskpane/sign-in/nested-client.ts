import { createNestablePublicClientApplication } from '@azure/msal-browser';
import type { AuthenticationResult } from '@azure/msal-browser';
import type { SignInSettings } from '@readback/core';
import { authorityOf } from './nested-source.ts';
import type { NestedClient } from './nested-source.ts';
import type { AccessToken } from './sign-in.ts';

/** Loads Microsoft's library in the way that Outlook's own sign-in needs. A chunk of its own: 80 KB that few sessions wait for. */
export async function createNestedClient(settings: SignInSettings, address: string | null): Promise<NestedClient> {
  const application = await createNestablePublicClientApplication({
    auth: { clientId: settings.clientId, authority: authorityOf(settings) },
    // https://learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in
    cache: { cacheLocation: 'localStorage' },
  });
  // The hint keeps Outlook from answering with another account that is signed in too (office-js#3492).
  const request = { scopes: [settings.scope], ...(address === null ? {} : { loginHint: address }) };
  return {
    silently: () => answerOf(application.acquireTokenSilent(request)),
    withWindow: () => answerOf(application.acquireTokenPopup(request)),
  };
}

/** Whatever the library rejects with, be it "interaction required" or a closed window: by this way there is no token. */
async function answerOf(asked: Promise<AuthenticationResult>): Promise<AccessToken | null> {
  try {
    const { accessToken, expiresOn } = await asked;
    return accessToken === '' ? null : { token: accessToken, expiresAt: expiresOn?.getTime() ?? 0 };
  } catch {
    return null;
  }
}
