import { isDark } from './is-dark.ts';

/** Outlook's background, where it tells one; see host/theme.ts. */
export interface OutlookBackground {
  /** `#rrggbb`; null where Outlook keeps it to itself. */
  read(): string | null;
  /** Calls its listener for as long as the pane lives. */
  onChanged(listener: () => void): void;
}

/** The system's own preference: a part of MediaQueryList. */
export interface SystemPreference {
  readonly matches: boolean;
  addEventListener(type: 'change', listener: () => void): void;
}

/** Whether the pane is to be dark; in the shape that React's `useSyncExternalStore` takes. */
export interface DarkWatch {
  subscribe(listener: () => void): () => void;
  current(): boolean;
}

/** Follows Outlook's theme; where Outlook tells none (`background` null, or no colour in it), the system's. */
export function watchDark(background: OutlookBackground | null, prefersDark: SystemPreference): DarkWatch {
  const listeners = new Set<() => void>();
  const tellAll = (): void => {
    for (const listener of listeners) listener();
  };
  prefersDark.addEventListener('change', tellAll);
  background?.onChanged(tellAll);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => isDark(background?.read() ?? '') ?? prefersDark.matches,
  };
}
