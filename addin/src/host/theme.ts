/** Outlook's own colours, as `#rrggbb`. */
export interface OutlookColours {
  background: string;
  text: string;
}

/**
 * The colours of Outlook's theme; null where it doesn't tell (before requirement set 1.14, on phones).
 * Its `isDarkTheme` isn't used: Outlook doesn't fill it in
 * (https://learn.microsoft.com/javascript/api/office/office.officetheme).
 */
export function readColours(): OutlookColours | null {
  const theme: Partial<Office.OfficeTheme> | undefined = Office.context.officeTheme;
  if (!theme || !theme.bodyBackgroundColor || !theme.bodyForegroundColor) return null;
  return { background: theme.bodyBackgroundColor, text: theme.bodyForegroundColor };
}

/** Calls the listener whenever the person picks another Outlook theme, where Outlook says so. */
export function onColoursChanged(listener: () => void): void {
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.14')) return;
  Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, listener);
}
