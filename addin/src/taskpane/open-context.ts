import { runtimeTimers } from '../host/timers.ts';
import { createClock } from './look/clock.ts';
import type { PaneContext } from './pane-context.ts';
import { createPreferencesStore } from './preferences/preferences-store.ts';
import { createDesktopNotices } from './toasts/desktop-notices.ts';

/** In the pane nobody waits for a Send, so Outlook may take its time. */
export const PATIENCE = { timers: runtimeTimers, limitMs: () => 8_000 };

/** Adds what is the same in the pane and on a page of its own. */
export function openContext(parts: Pick<PaneContext, 'api' | 'signIn' | 'mailbox' | 'isPage'>): PaneContext {
  return {
    ...parts,
    patience: PATIENCE,
    appOrigin: location.origin,
    clock: createClock(() => new Date(), repeat),
    desktop: createDesktopNotices(parts.isPage),
    preferences: createPreferencesStore(parts.api, runtimeTimers),
  };
}

function repeat(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  return () => clearInterval(timer);
}
