import { PublicClientApplication } from '@azure/msal-browser';
import type { AuthenticationResult } from '@azure/msal-browser';
import type { SignInSettings } from '@readback/core';
import { tellPane } from '../host/sign-in-windows.ts';
import { readSettings } from './api/api-client.ts';
import { announceSignIn, authPageConfiguration, parseAsker } from './sign-in/auth-page.ts';
import type { AuthAsker } from './sign-in/auth-page.ts';
import { formatDialogMessage } from './sign-in/dialog-source.ts';
import { loadTexts } from './texts/texts.ts';

/**
 * The sign-in window: goes to Microsoft's page, comes back to this one, hands the token to the pane. The pane closes it.
 * https://learn.microsoft.com/office/dev/add-ins/develop/auth-with-office-dialog-api
 * For a page outside of Outlook it leaves the account in the browser's storage, where that page finds it.
 */
async function signIn({ signIn: settings }: { signIn: SignInSettings }): Promise<'done' | 'leaving' | 'nobody-asked'> {
  const application = new PublicClientApplication(authPageConfiguration(settings, location.origin));
  await application.initialize();
  const result = await application.handleRedirectPromise();
  if (result === null) {
    const state = parseAsker(new URLSearchParams(location.search).get('for'));
    // "select_account": who opens this window may have several, and the one at hand was just not the right one.
    await application.acquireTokenRedirect({ scopes: [settings.scope], prompt: 'select_account', state });
    return 'leaving';
  }
  application.setActiveAccount(result.account);
  return (await handOver(result, parseAsker(result.state))) ? 'done' : 'nobody-asked';
}

async function handOver({ accessToken, expiresOn }: AuthenticationResult, asker: AuthAsker): Promise<boolean> {
  if (asker === 'dialog') {
    return tellPane(formatDialogMessage({ token: accessToken, expiresAt: expiresOn?.getTime() ?? 0 }));
  }
  announceSignIn();
  if (asker === 'page') location.replace('/activity');
  else window.close();
  return true;
}

async function start(state: Element): Promise<void> {
  const { t, language, later } = await loadTexts(navigator.language);
  await later();
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
