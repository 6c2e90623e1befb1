import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
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
  // What was pressed counts at once, on top of whatever Outlook answered last: an answer to one change knows nothing of the next.
  const [underWay, setUnderWay] = useState<readonly DraftChange[]>([]);
  const { mutate, isError } = useMutation({
    mutationFn: async (change: DraftChange) => (await switches()).change(change),
    onSuccess: (view) => queries.setQueryData(queryKey, view),
    onSettled: (_, __, change) => setUnderWay((changes) => changes.filter((each) => each !== change)),
  });
  const { data, dataUpdatedAt, error, refetch } = query;
  useRefreshOnTouch(refetch, dataUpdatedAt);
  const view = useMemo(() => data && underWay.reduce(predict, data), [data, underWay]);
  const change = useCallback(
    (wanted: DraftChange): void => {
      setUnderWay((changes) => [...changes, wanted]);
      mutate(wanted);
    },
    [mutate],
  );
  return {
    view,
    readAt: dataUpdatedAt,
    error,
    notSaved: isError,
    change,
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
