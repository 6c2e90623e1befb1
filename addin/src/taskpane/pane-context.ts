import { createContext, useContext } from 'react';
import type { Mailbox } from '../host/mailbox.ts';
import type { HostPatience } from '../host/office-questions.ts';
import type { Api } from './api/api-client.ts';
import type { Clock } from './look/clock.ts';
import type { PreferencesStore } from './preferences/preferences-store.ts';
import type { DesktopNotices } from './toasts/desktop-notices.ts';
import type { SignIn } from './sign-in/sign-in.ts';

/** What every view of the pane works with. */
export interface PaneContext {
  api: Api;
  signIn: SignIn;
  mailbox: Mailbox;
  patience: HostPatience;
  /** APP_ORIGIN: where this page came from. */
  appOrigin: string;
  clock: Clock;
  preferences: PreferencesStore;
  desktop: DesktopNotices;
  /** Whether this is a page of its own, without an Outlook around it. */
  isPage: boolean;
}

const Context = createContext<PaneContext | null>(null);

export const PaneProvider = Context.Provider;

/** Throws outside of PaneProvider. */
export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (pane === null) throw new Error('A view was rendered outside of PaneProvider');
  return pane;
}
