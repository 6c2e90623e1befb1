import { FluentProvider } from '@fluentui/react-provider';
import { webDarkTheme, webLightTheme } from '@fluentui/react-theme';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { DarkWatch } from './dark-watch.ts';

/** Fluent's light or dark theme around the pane, and on the page that shows behind it. */
export function PaneTheme({ dark, children }: { dark: DarkWatch; children: ReactNode }) {
  const isDark = useSyncExternalStore(dark.subscribe, dark.current);
  const theme = isDark ? webDarkTheme : webLightTheme;
  // Before anything is drawn: a margin that goes later would move everything.
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
    document.body.style.margin = '0';
    document.body.style.backgroundColor = theme.colorNeutralBackground1;
  }, [isDark, theme]);
  return <FluentProvider theme={theme}>{children}</FluentProvider>;
}
