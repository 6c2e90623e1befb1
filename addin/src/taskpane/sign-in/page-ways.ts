import type { SignInSettings } from '@readback/core';
import { loadPart } from '../loading/load-part.ts';
import { openAuthWindow } from './auth-page.ts';
import { createBrowserSource } from './browser-source.ts';
import { createLocalSource, isServedLocally, localAccount } from './local-source.ts';
import type { TokenSource } from './sign-in.ts';

/** A page outside of Outlook. */
export interface SignInPage {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** Where this page came from. */
  origin: string;
  /** Told whose token it is, each time that there is one. */
  onAccount: (address: string) => void;
}

/** The ways to sign in where there is no Outlook, the best first. */
export function findPageWays({ fetch, now, origin, onAccount }: SignInPage, settings: SignInSettings): TokenSource[] {
  if (isServedLocally(document)) {
    const address = localAccount(document);
    onAccount(address);
    return [createLocalSource({ fetch, now, address, tenantId: settings.tenantId })];
  }
  const load = async () => (await loadPart(() => import('./browser-client.ts'))).createBrowserClient(settings, origin);
  return [createBrowserSource({ load, openWindow: () => openAuthWindow(origin), onAccount })];
}
