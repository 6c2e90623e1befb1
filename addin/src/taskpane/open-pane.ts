import { openMailbox } from '../host/office-mailbox.ts';
import { runtimeTimers } from '../host/timers.ts';
import { createApi, readSettings } from './api/api-client.ts';
import { createClock } from './look/clock.ts';
import type { PaneContext } from './pane-context.ts';
import { createPreferencesStore } from './preferences/preferences-store.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { findWays } from './sign-in/ways.ts';

/** In the pane nobody waits for a Send, so Outlook may take its time. */
export const PATIENCE = { timers: runtimeTimers, limitMs: () => 8_000 };

/** Puts together what the views work with, from the browser and the Outlook around the pane. */
export function openPane(): PaneContext {
  const mailbox = openMailbox(PATIENCE);
  const appOrigin = location.origin;
  const ask: typeof fetch = (input, init) => fetch(input, init);
  const place = { page: document, fetch: ask, mailbox, timers: runtimeTimers, origin: appOrigin };
  const signIn = createSignIn(async () => findWays(place, (await readSettings(ask)).signIn), runtimeTimers.now);
  const api = createApi(ask, signIn);
  return {
    api,
    signIn,
    mailbox,
    patience: PATIENCE,
    appOrigin,
    clock: createClock(() => new Date(), repeat),
    preferences: createPreferencesStore(api, runtimeTimers),
  };
}

function repeat(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  return () => clearInterval(timer);
}
