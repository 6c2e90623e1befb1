import type { Mailbox } from '../host/mailbox.ts';
import { done } from '../host/outcome.ts';
import { runtimeTimers } from '../host/timers.ts';
import { createApi, readSettings } from './api/api-client.ts';
import { openContext } from './open-context.ts';
import type { PaneContext } from './pane-context.ts';
import { findPageWays } from './sign-in/page-ways.ts';
import { createSignIn } from './sign-in/sign-in.ts';

/** Puts together what the views work with on a page that has no Outlook around it. */
export function openPage(): PaneContext {
  let account: string | null = null;
  const ask: typeof fetch = (input, init) => fetch(input, init);
  const onAccount = (address: string): void => {
    account = address;
  };
  const page = { fetch: ask, now: runtimeTimers.now, origin: location.origin, onAccount };
  const signIn = createSignIn(async () => findPageWays(page, (await readSettings(ask)).signIn), runtimeTimers.now);
  return openContext({ api: createApi(ask, signIn), signIn, mailbox: mailboxOf(() => account), isPage: true });
}

/** The mailbox of whoever is signed in. Its key isn't kept: nothing is sent from here. */
function mailboxOf(address: () => string | null): Mailbox {
  return {
    address,
    client: () => 'web',
    language: () => navigator.language,
    readSetting: () => null,
    writeSetting: () => Promise.resolve(done),
  };
}
