import type { PersonalSettings } from '@readback/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePane } from '../pane-context.ts';

/** What new mails of this person start with. */
export interface Defaults {
  /** With what the server hasn't confirmed yet. */
  personal: PersonalSettings;
  /** Whether the latest change couldn't be kept. */
  failed: boolean;
  remember: (personal: PersonalSettings) => void;
}

/** Shows a change of the defaults at once, and takes it back when the server doesn't keep it. */
export function useDefaults(standing: PersonalSettings): Defaults {
  const { api } = usePane();
  const queries = useQueryClient();
  const { mutate, variables, isPending, isError } = useMutation({
    mutationFn: (personal: PersonalSettings) => api.putSettings(personal),
    // The session hands them to the handlers, together with the key; awaited, so that nothing flickers until then.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  });
  return { personal: isPending ? variables : standing, failed: isError, remember: mutate };
}
