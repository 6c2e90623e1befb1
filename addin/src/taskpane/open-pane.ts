import { openMailbox } from '../host/office-mailbox.ts';
import { runtimeTimers } from '../host/timers.ts';
import { createApi, readSettings } from './api/api-client.ts';
import { openContext, PATIENCE } from './open-context.ts';
import type { PaneContext } from './pane-context.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { findWays } from './sign-in/ways.ts';

/** Puts together what the views work with, from the browser and the Outlook around the pane. */
export function openPane(): PaneContext {
  const mailbox = openMailbox(PATIENCE);
  const ask: typeof fetch = (input, init) => fetch(input, init);
  const place = { page: document, fetch: ask, mailbox, timers: runtimeTimers, origin: location.origin };
  const signIn = createSignIn(async () => findWays(place, (await readSettings(ask)).signIn), runtimeTimers.now);
  return openContext({ api: createApi(ask, signIn), signIn, mailbox, isPage: false });
}
