import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePane } from '../pane-context.ts';

/** Whether a message is tracked on, and the switch for it. */
export interface Tracking {
  /** As the sender wants it, before the server has heard of it. */
  isOn: boolean;
  switchTo: (isOn: boolean) => void;
  /** Why the server couldn't be told; null: nothing failed. */
  error: Error | null;
}

/** Stops and resumes the tracking of one message: shown at once, and as it was where that fails. */
export function useTracking(messageId: string, stoppedAt: string | null): Tracking {
  const { api } = usePane();
  const queries = useQueryClient();
  const change = useMutation({
    scope: { id: `tracking of ${messageId}` },
    mutationFn: (isOn: boolean) => api.switchTracking(messageId, isOn),
    onSettled: () => queries.invalidateQueries({ queryKey: ['message', messageId] }),
  });
  return {
    isOn: change.isPending ? change.variables : stoppedAt === null,
    switchTo: change.mutate,
    error: change.error,
  };
}
