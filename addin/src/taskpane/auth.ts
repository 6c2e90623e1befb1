import { PublicClientApplication } from '@azure/msal-browser';
import type { AuthenticationResult } from '@azure/msal-browser';
import type { SignInSettings } from '@readback/core';
import { tellPane } from '../host/sign-in-windows.ts';
import { readSettings } from './api/api-client.ts';
import { formatDialogMessage } from './sign-in/dialog-source.ts';
import { authorityOf } from './sign-in/nested-source.ts';
import { loadTexts } from './texts/texts.ts';

/**
 * The sign-in window: goes to Microsoft's page, comes back to this one, hands the token to the pane. The pane closes it.
 * https://learn.microsoft.com/office/dev/add-ins/develop/auth-with-office-dialog-api
 */
async function signIn({ signIn: settings }: { signIn: SignInSettings }): Promise<'done' | 'leaving' | 'nobody-asked'> {
  const application = new PublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: authorityOf(settings),
      redirectUri: `${location.origin}/auth.html`,
    },
    cache: { cacheLocation: 'localStorage' },
  });
  await application.initialize();
  const result = await application.handleRedirectPromise();
  if (result === null) {
    // "select_account": who opens this window may have several, and the one at hand was just not the right one.
    await application.acquireTokenRedirect({ scopes: [settings.scope], prompt: 'select_account' });
    return 'leaving';
  }
  return (await tellPane(messageOf(result))) ? 'done' : 'nobody-asked';
}

function messageOf({ accessToken, expiresOn }: AuthenticationResult): string {
  return formatDialogMessage({ token: accessToken, expiresAt: expiresOn?.getTime() ?? 0 });
}

async function start(state: Element): Promise<void> {
  const { t, language } = await loadTexts(navigator.language);
  document.documentElement.lang = language;
  state.textContent = t('signIn.busy');
  try {
    const outcome = await signIn(await readSettings((input, init) => fetch(input, init)));
    if (outcome === 'nobody-asked') state.textContent = t('outside.text');
  } catch {
    // The sender closes the window and finds the same sentence in the pane.
    state.textContent = t('signIn.failed');
  }
}

const place = document.querySelector('#state');
if (place === null) throw new Error('auth.html has no place for its message');
start(place).catch((error: unknown) => {
  place.textContent = String(error);
});
