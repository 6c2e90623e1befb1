/** What Outlook starts: a launch event, or a function of the ribbon. */
export interface Launch {
  /** Tells Outlook that the handler is done; to be called once. The mail is always allowed to go. */
  complete(): void;
}

/**
 * Hands a handler to Outlook under the name that the manifest gives it. To be called while the file loads: in classic
 * Outlook's JavaScript-only runtime `Office.onReady` never calls back (docs/outlook-quirks.md#no-on-ready).
 */
export function associate(name: string, handle: (launch: Launch) => void): void {
  Office.actions.associate(name, (event: Office.MailboxEvent) =>
    // A launch event that isn't a send, and a ribbon function, ignore the option.
    handle({ complete: () => event.completed({ allowEvent: true }) }),
  );
}

/**
 * Tells Office.js that the page is set up, which it expects of the pages of ribbon functions. Nothing waits for the answer,
 * which never comes in the JavaScript-only runtime.
 */
export function announcePage(): void {
  const ignore = (): void => undefined;
  Office.onReady().then(ignore, ignore);
}

/** Whether Office.js was loaded; it may be missing where the page was opened by hand. */
export function isInOffice(): boolean {
  return typeof Office !== 'undefined';
}
