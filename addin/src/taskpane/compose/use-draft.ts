import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { letRun } from '../let-run.ts';
import type { DraftChange, DraftSwitches } from './draft-switches.ts';
import type { DraftView } from './draft-view.ts';
import { predict } from './predict.ts';
import { FRESH_MS, pauseAfter } from './refresh-pace.ts';

/** The mail that is being written, with its switches. */
export interface DraftInPane {
  /** Undefined until it was read. */
  view: DraftView | undefined;
  /** When it was read, milliseconds since 1970. */
  readAt: number;
  /** Why it can't be read; null where it can. */
  error: Error | null;
  /** Whether the latest switch couldn't be kept. */
  notSaved: boolean;
  change: (change: DraftChange) => void;
  refresh: () => void;
}

/** Follows the mail beside the pane: reads it again on focus, on a click, and after a pause. */
export function useDraft(switches: () => Promise<DraftSwitches>, itemNumber: number): DraftInPane {
  const queries = useQueryClient();
  const queryKey = ['draft', itemNumber];
  const tookMs = useRef(0);
  const query = useQuery({
    queryKey,
    queryFn: async () => {
      const begun = performance.now();
      const view = await (await switches()).read();
      tookMs.current = performance.now() - begun;
      return view;
    },
    refetchInterval: () => pauseAfter(tookMs.current),
  });
  const { mutate, isError } = useMutation({
    mutationFn: async (change: DraftChange) => (await switches()).change(change),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<DraftView>(queryKey);
      if (before) queries.setQueryData(queryKey, predict(before, change));
      return { before };
    },
    onSuccess: (view) => queries.setQueryData(queryKey, view),
    onError: (_, __, context) => queries.setQueryData(queryKey, context?.before),
  });
  const { data, dataUpdatedAt, error, refetch } = query;
  useRefreshOnTouch(refetch, dataUpdatedAt);
  return {
    view: data,
    readAt: dataUpdatedAt,
    error,
    notSaved: isError,
    change: mutate,
    refresh: () => letRun(refetch()),
  };
}

/** A click into the pane, or its focus, may follow something that was written. */
function useRefreshOnTouch(refetch: () => Promise<unknown>, readAt: number): void {
  useEffect(() => {
    const refresh = (): void => {
      if (Date.now() - readAt > FRESH_MS) letRun(refetch());
    };
    addEventListener('focus', refresh);
    addEventListener('pointerdown', refresh);
    return () => {
      removeEventListener('focus', refresh);
      removeEventListener('pointerdown', refresh);
    };
  }, [refetch, readAt]);
}
