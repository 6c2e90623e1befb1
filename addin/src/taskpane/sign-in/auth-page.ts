import type { Configuration } from '@azure/msal-browser';
import type { SignInSettings } from '@readback/core';
import { authorityOf } from './nested-source.ts';

/** Who opened the sign-in page: Outlook's dialog, or a page of its own, in another window or in its own place. */
export type AuthAsker = 'dialog' | 'window' | 'page';

/** Over this the sign-in page tells the pages of the same browser that somebody has signed in. */
const CHANNEL = 'readback-sign-in';

/** As long as a person may take to sign in. */
const LIMIT_MS = 300_000;
const LOOK_MS = 500;

/** How Microsoft's library is set up on the sign-in page, and on pages that use what it left in the browser. */
export function authPageConfiguration(settings: SignInSettings, origin: string): Configuration {
  return {
    auth: { clientId: settings.clientId, authority: authorityOf(settings), redirectUri: `${origin}/auth.html` },
    cache: { cacheLocation: 'localStorage' },
  };
}

/** Reads who asked, from the page's own query or from what came back through Microsoft's page. */
export function parseAsker(text: string | null | undefined): AuthAsker {
  return text === 'window' || text === 'page' ? text : 'dialog';
}

/** Tells the pages of this browser that somebody has signed in. */
export function announceSignIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed-in');
  channel.close();
}

/** Calls the listener whenever somebody has signed in, in whatever window; for as long as the page lives. */
export function onSignedIn(listener: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', listener);
}

/**
 * Opens the sign-in page in a window; resolves when somebody has signed in, or closed it. Where the browser allows no window, the
 * sign-in page takes the place of this one and leads back.
 */
export function openAuthWindow(origin: string): Promise<void> {
  const opened = window.open(`${origin}/auth.html?for=window`, CHANNEL, 'popup,width=480,height=640');
  if (opened === null) location.assign(`${origin}/auth.html?for=page`);
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    const started = Date.now();
    const finish = (): void => {
      clearInterval(looking);
      channel.close();
      resolve();
    };
    // A window that has been on Microsoft's page may count as closed (its opener policy): then the message still comes.
    const looking = setInterval(() => {
      if (opened?.closed === true || Date.now() - started > LIMIT_MS) finish();
    }, LOOK_MS);
    channel.addEventListener('message', finish);
  });
}
