import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePane } from '../pane-context.ts';

/** The deletion of what was recorded about one message. */
export interface Forgetting {
  /** Gone as the sender sees it: at once, and until the server says that it can't. */
  isForgotten: boolean;
  forget: () => void;
  /** Why it is still there; null: nothing failed. */
  error: Error | null;
}

/** Deletes what was recorded about one message, out of everything that is made of messages. */
export function useForgetting(messageId: string): Forgetting {
  const { api } = usePane();
  const queries = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => api.deleteMessage(messageId),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: ['item'], type: 'inactive' });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => !FIXED.includes(String(queryKey[0])) });
    },
  });
  return {
    isForgotten: deletion.isPending || deletion.isSuccess,
    forget: () => deletion.mutate(),
    error: deletion.error,
  };
}

/** What isn't made of messages, or says of an item what it was when it was opened. */
const FIXED: readonly string[] = ['item', 'draft', 'session', 'viewing'];
