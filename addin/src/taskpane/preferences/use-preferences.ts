import { useSyncExternalStore } from 'react';
import { usePane } from '../pane-context.ts';
import type { PreferencesSight, PreferencesStore } from './preferences-store.ts';

/** What a person prefers, and the way to change it; see edit-preferences.ts for the changes. */
export type PreferencesUse = PreferencesSight & Pick<PreferencesStore, 'change'>;

/** Shows changes at once. One that the server doesn't take is undone, and the pane says so above the view. */
export function usePreferences(): PreferencesUse {
  const { preferences } = usePane();
  const sight = useSyncExternalStore(preferences.subscribe, preferences.current);
  return { ...sight, change: preferences.change };
}
