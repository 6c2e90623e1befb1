import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { resumeStopped } from './api/resume-stopped.ts';
import { App } from './app.tsx';
import { CrashNet } from './crash-net.tsx';
import { watchDark } from './look/dark-watch.ts';
import { PaneTheme } from './look/pane-theme.tsx';
import { openPage } from './open-page.ts';
import { PaneProvider } from './pane-context.ts';
import { createQueryClient } from './query-client.ts';
import { onSignedIn } from './sign-in/auth-page.ts';
import { letRun } from './let-run.ts';
import { loadTexts } from './texts/texts.ts';
import { TextsProvider } from './texts/use-texts.ts';

/** A page has no item beside it. */
const NO_ITEM = { number: 0, kind: 'none' } as const;
const NO_ITEMS = { subscribe: () => () => undefined, current: () => NO_ITEM };

/** The views of the pane that need no mail beside them, as a page of their own. Nothing here asks for Office.js. */
async function start(place: Element): Promise<void> {
  const texts = await loadTexts(navigator.language);
  document.documentElement.lang = texts.language;
  const queries = createQueryClient();
  onSignedIn(() => {
    letRun(queries.invalidateQueries({ queryKey: ['session'] }));
    letRun(resumeStopped(queries));
  });
  createRoot(place).render(
    <TextsProvider value={texts}>
      <PaneTheme dark={watchDark(null, matchMedia('(prefers-color-scheme: dark)'))}>
        <CrashNet>
          <PaneProvider value={openPage()}>
            <QueryClientProvider client={queries}>
              <App items={NO_ITEMS} hasProbe={false} />
            </QueryClientProvider>
          </PaneProvider>
        </CrashNet>
      </PaneTheme>
    </TextsProvider>,
  );
}

const place = document.querySelector('#pane');
if (place === null) throw new Error('activity.html has no place for the page');
start(place).catch((error: unknown) => {
  // Nothing can be drawn: at least the page isn't blank, and the console says why.
  place.textContent = 'Readback could not start. Load the page again.';
  throw error;
});
