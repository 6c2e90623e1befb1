import { startTransition, useRef, useState } from 'react';
import type { Session } from '../sign-in/use-session.ts';
import type { FirstRunCardsProps } from './first-run-cards.tsx';
import { useIntroduction } from './use-introduction.ts';

/** The introduction above the views. */
export interface CardsInPane {
  /** Whether the view has to wait until it is known if the cards come first: later ones would push it down. */
  isWaiting: boolean;
  /** The cards; null: they aren't shown. */
  shown: FirstRunCardsProps | null;
  /** Shows them again; null where they can't be yet. */
  ask: (() => void) | null;
}

/**
 * Shows the cards once by themselves, and whenever the sender asks. When they go, the focus returns to what they were asked with;
 * where nobody asked, `onClosed` is told.
 */
export function useCards(session: Session, onClosed: () => void): CardsInPane {
  const { state, access } = session;
  const introduction = useIntroduction(state);
  const [isAsked, setAsked] = useState(false);
  const asker = useRef<Element | null>(null);
  const isWaiting = introduction.isAsking;
  if (access === null) return { isWaiting, shown: null, ask: null };
  const onDone = (): void => {
    setAsked(false);
    if (introduction.isDue) introduction.finish();
    if (asker.current instanceof HTMLElement && asker.current.isConnected) asker.current.focus();
    else onClosed();
    asker.current = null;
  };
  const { host } = new URL(access.settings.trackingOrigin);
  const isShown = isAsked || introduction.isDue;
  return {
    isWaiting,
    shown: isShown ? { host, isAsked, onDone } : null,
    // What is shown stays until the cards are loaded.
    ask: () => {
      const { activeElement, body } = document;
      // Safari gives a button that is clicked no focus.
      asker.current = activeElement === body ? null : activeElement;
      startTransition(() => setAsked(true));
    },
  };
}
