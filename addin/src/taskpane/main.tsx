import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { openMailbox } from '../host/office-mailbox.ts';
import { onItemChanged, openItem, startPane } from '../host/pane.ts';
import { onThemeChanged, readBackground } from '../host/theme.ts';
import { App } from './app.tsx';
import { CrashNet } from './crash-net.tsx';
import { watchDark } from './look/dark-watch.ts';
import { PaneTheme } from './look/pane-theme.tsx';
import { watchItem } from './open-item.ts';
import { PATIENCE } from './open-context.ts';
import { openPane } from './open-pane.ts';
import { OutsideView } from './outside-view.tsx';
import { PaneProvider } from './pane-context.ts';
import { createQueryClient } from './query-client.ts';
import { isServedLocally } from './sign-in/local-source.ts';
import { loadTexts } from './texts/texts.ts';
import { TextsProvider } from './texts/use-texts.ts';

async function start(place: Element): Promise<void> {
  const state = await startPane();
  const isInOutlook = state === 'ready';
  const texts = await loadTexts(isInOutlook ? openMailbox(PATIENCE).language() : navigator.language);
  document.documentElement.lang = texts.language;
  const background = { read: readBackground, onChanged: onThemeChanged };
  const dark = watchDark(isInOutlook ? background : null, matchMedia('(prefers-color-scheme: dark)'));
  createRoot(place).render(
    <TextsProvider value={texts}>
      <PaneTheme dark={dark}>
        <CrashNet>{isInOutlook ? paneInOutlook() : <OutsideView reason={state} />}</CrashNet>
      </PaneTheme>
    </TextsProvider>,
  );
}

function paneInOutlook() {
  return (
    <PaneProvider value={openPane()}>
      <QueryClientProvider client={createQueryClient()}>
        <App items={watchItem(openItem, onItemChanged)} hasProbe={isServedLocally(document)} />
      </QueryClientProvider>
    </PaneProvider>
  );
}

const place = document.querySelector('#pane');
if (place === null) throw new Error('taskpane.html has no place for the pane');
start(place).catch((error: unknown) => {
  // Nothing can be drawn: at least the page isn't blank, and the console says why.
  place.textContent = 'Readback could not start. Close the pane and open it again.';
  throw error;
});
