import { useEffect, useRef, useState } from 'react';
import { introducedAt, INTRODUCTION_SETTING } from '../../host/first-week.ts';
import type { IntroductionNote } from '../../host/first-week.ts';
import { letRun } from '../let-run.ts';
import { parseTime } from '../look/format-time.ts';
import { usePane } from '../pane-context.ts';
import type { PreferencesEdit } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import type { Session } from '../sign-in/use-session.ts';

/** Whether this person is to be introduced to Readback. */
export interface Introduction {
  isDue: boolean;
  /** The server may still say that it happened on another device. */
  isAsking: boolean;
  /** Remembers here and at the server that it happened. */
  finish: () => void;
}

/** So long the view waits for the server to say whether it happened; then it comes without, until the pane opens again. */
const PATIENCE_MS = 2_500;

/** The server's word counts, and what this Outlook noted, so that nobody is asked twice where the server can't be reached. */
export function useIntroduction(session: Session['state']): Introduction {
  const { mailbox, patience, preferences: store } = usePane();
  const { preferences, change } = usePreferences();
  const [noted, setNoted] = useState(() => introducedAt(mailbox));
  const [state, setState] = useState<'unknown' | 'due' | 'done'>(noted === null ? 'unknown' : 'done');
  const isTold = useRef(false);
  const served = preferences && (parseTime(preferences.introducedAt)?.getTime() ?? null);
  if (state === 'unknown' && preferences !== null) setState(served === null ? 'due' : 'done');

  const note = (at: number): void => {
    setNoted(at);
    const text: IntroductionNote = { at };
    letRun(mailbox.writeSetting(INTRODUCTION_SETTING, text));
  };

  const isSignedIn = session === 'open';
  const isAsking = state === 'unknown' && (isSignedIn || session === 'opening');
  useEffect(
    () => (isAsking ? patience.timers.after(PATIENCE_MS, () => setState('done')) : undefined),
    [patience, isAsking, isSignedIn],
  );
  // Preferences that couldn't be read before the sign-in are asked for again.
  useEffect(() => (isSignedIn ? store.subscribe(() => undefined) : undefined), [isSignedIn, store]);
  useEffect(() => {
    if (preferences === null) return;
    if (noted === null && served !== null) note(served);
    // Once: a server that doesn't take it is told again when the pane opens next.
    if (noted === null || served !== null || isTold.current) return;
    isTold.current = true;
    change(introduceAt(new Date(noted).toISOString()), { isQuiet: true });
  });

  const finish = (): void => {
    note(patience.timers.now());
    setState('done');
  };
  return { isDue: state === 'due', isAsking, finish };
}

/** The first time counts. */
function introduceAt(iso: string): PreferencesEdit {
  return (preferences) => (preferences.introducedAt === null ? { ...preferences, introducedAt: iso } : preferences);
}
