import type { SignInSettings } from '@readback/core';
import type { Mailbox } from '../../host/mailbox.ts';
import { readTokenSilently, readTokenWithPrompt } from '../../host/office-token.ts';
import { valueOr } from '../../host/outcome.ts';
import { hasNestedSignIn, openDialog } from '../../host/sign-in-windows.ts';
import type { Timers } from '../../host/timers.ts';
import { loadPart } from '../loading/load-part.ts';
import { createDialogSource } from './dialog-source.ts';
import { createLocalSource, isServedLocally } from './local-source.ts';
import type { PageHead } from './local-source.ts';
import { createNestedSource } from './nested-source.ts';
import { createOfficeSource } from './office-source.ts';
import type { TokenSource } from './sign-in.ts';

/** Outlook's older sign-in may never answer (office-js#4104); the sender is waiting for the pane. */
const SILENT_LIMIT_MS = 5_000;

/** As long as a person may take to sign in. */
const PROMPT_LIMIT_MS = 180_000;

/** Where the pane runs. */
export interface SignInPlace {
  page: PageHead;
  fetch: typeof globalThis.fetch;
  mailbox: Mailbox;
  timers: Timers;
  /** Where this page came from. */
  origin: string;
}

/** The ways to sign in that this Outlook has, the best first. */
export function findWays(place: SignInPlace, settings: SignInSettings): TokenSource[] {
  const { mailbox, timers, origin } = place;
  const address = mailbox.address();
  if (isServedLocally(place.page)) {
    const local = { fetch: place.fetch, now: timers.now, address: address ?? '', tenantId: settings.tenantId };
    return [createLocalSource(local)];
  }
  const nested = createNestedSource(async () => {
    const { createNestedClient } = await loadPart(() => import('./nested-client.ts'));
    return createNestedClient(settings, address);
  });
  const office = createOfficeSource(
    {
      silently: async () => valueOr(await readTokenSilently(timers, SILENT_LIMIT_MS), null),
      withPrompt: async () => valueOr(await readTokenWithPrompt(timers, PROMPT_LIMIT_MS), null),
    },
    timers.now,
  );
  const dialog = createDialogSource(() => openDialog(timers, `${origin}/auth.html`));
  return hasNestedSignIn() ? [nested, office, dialog] : [office, dialog];
}
