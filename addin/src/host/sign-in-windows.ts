import { awaitHost, askHost } from './ask-host.ts';
import { valueOr } from './outcome.ts';
import type { Timers } from './timers.ts';

declare const OfficeRuntime:
  | {
      auth?: {
        getAccessToken(options: { allowSignInPrompt: boolean; allowConsentPrompt: boolean }): Promise<string>;
      };
    }
  | undefined;

/** Percent of the screen: room for Microsoft's sign-in page without hiding the mail. */
const DIALOG_SIZE = { height: 60, width: 30 };

/** As long as a person may take to sign in. */
const LIMIT_MS = 180_000;

/** Whether Outlook itself signs add-ins in (nested app authentication). A manifest can't ask for it, only code can. */
export function hasNestedSignIn(): boolean {
  return Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
}

/** A token from Outlook's older sign-in, which may open a window of its own; null where this Outlook has none or gives none. */
export async function askTokenWithPrompt(timers: Timers): Promise<string | null> {
  const auth = typeof OfficeRuntime === 'undefined' ? undefined : OfficeRuntime.auth;
  if (!auth || !Office.context.requirements.isSetSupported('IdentityAPI', '1.3')) return null;
  const options = { allowSignInPrompt: true, allowConsentPrompt: true };
  return valueOr(await awaitHost(timers, LIMIT_MS, () => auth.getAccessToken(options)), null);
}

/** Opens a page of the add-in in a window and waits for its one message; null when the window closes without one. */
export async function openDialog(timers: Timers, url: string): Promise<string | null> {
  const opened = await askHost<Office.Dialog>(timers, LIMIT_MS, (callback) =>
    Office.context.ui.displayDialogAsync(url, DIALOG_SIZE, callback),
  );
  if (!opened.ok) return null;
  const dialog = opened.value;
  return new Promise((resolve) => {
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
      if (!('message' in event) || !isFrom(url, event.origin)) return;
      dialog.close();
      resolve(event.message);
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve(null));
  });
}

/** The window passes through Microsoft's pages. Where Outlook names the page that speaks, only ours is listened to. */
function isFrom(url: string, origin: string | undefined): boolean {
  return origin === undefined || url.startsWith(`${origin}/`);
}

/** From inside such a window: hands its message to the pane. False where no pane opened this page. */
export async function tellPane(message: string): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  await Office.onReady();
  const ui: Partial<Office.UI> | undefined = Office.context.ui;
  if (!ui || !ui.messageParent) return false;
  ui.messageParent(message);
  return true;
}
