import type { ActivityItem } from '@readback/core';
import { useEffect, useRef } from 'react';
import type { Api } from '../api/api-client.ts';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useOverview } from '../activity/use-overview.ts';
import { longSilence } from './silence.ts';
import { isWanted, nextDue, openPlan, takeDue, takeEntries } from './toast-plan.ts';
import type { ToastPlan } from './toast-plan.ts';

/** Something to be told now. */
export interface DueToast {
  entry: ActivityItem;
  /** Whole days without a sign of a person before it; null: it isn't a return. */
  silentDays: number | null;
}

/** Calls `tell` with what the person wants to hear, as soon as it may be told. */
export function useDueToasts(inBackground: boolean, tell: (due: readonly DueToast[]) => void): void {
  const { api, patience } = usePane();
  const { timers } = patience;
  const { preferences } = usePreferences();
  const { overview, isCurrent } = useOverview(inBackground);
  const plan = useRef<ToastPlan>(null);
  const latest = useRef({ preferences, tell });
  useEffect(() => {
    latest.current = { preferences, tell };
  });
  useEffect(() => {
    // What was kept from an earlier time may be old: what happened since isn't told either.
    if (overview === undefined || (plan.current === null && !isCurrent)) return;
    const entries = overview.activity.items;
    plan.current = plan.current === null ? openPlan(entries) : takeEntries(plan.current, entries, timers.now());
    let stop: (() => void) | null = null;
    const tellDue = (): void => {
      if (plan.current === null) return;
      const { plan: rest, due } = takeDue(plan.current, timers.now());
      plan.current = rest;
      const { preferences, tell } = latest.current;
      const wanted = due.filter((entry) => preferences !== null && isWanted(preferences, entry));
      if (wanted.length > 0) letRun(lookUp(api, wanted).then(tell));
      const next = nextDue(rest);
      stop = next === null ? null : timers.after(Math.max(0, next - timers.now()), tellDue);
    };
    tellDue();
    return () => stop?.();
  }, [overview, isCurrent, api, timers]);
}

/** Leaves out returns after short silences, and those of which nobody can say. */
async function lookUp(api: Api, entries: readonly ActivityItem[]): Promise<DueToast[]> {
  const found = await Promise.all(
    entries.map(async (entry): Promise<DueToast | null> => {
      if (entry.what !== 'return') return { entry, silentDays: null };
      const message = await api.readMessage(entry.messageId, null);
      const silentDays = message === null ? null : longSilence(message.hits, entry);
      return silentDays === null ? null : { entry, silentDays };
    }),
  );
  return found.filter((toast) => toast !== null);
}
