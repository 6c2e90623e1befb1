import { askHost } from './ask-host.ts';
import type { Timers } from './timers.ts';

/** Percent of the screen: room for Microsoft's sign-in page without hiding the mail. */
const DIALOG_SIZE = { height: 60, width: 30 };

/** How long Outlook may take to open the window. */
const OPENING_LIMIT_MS = 180_000;

/** Whether Outlook itself signs add-ins in (nested app authentication). A manifest can't ask for it, only code can. */
export function hasNestedSignIn(): boolean {
  return Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
}

/** Opens a page of the add-in in a window and waits for its one message; null when the window closes without one. */
export async function openDialog(timers: Timers, url: string): Promise<string | null> {
  const opened = await askHost<Office.Dialog>(timers, OPENING_LIMIT_MS, (callback) =>
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
