/**
 * The background of Outlook's theme, as `#rrggbb`; null where Outlook doesn't tell (before requirement set 1.14, on phones).
 * Its `isDarkTheme` isn't used: Outlook doesn't fill it in
 * (https://learn.microsoft.com/javascript/api/office/office.officetheme).
 */
export function readBackground(): string | null {
  const theme: Partial<Office.OfficeTheme> | undefined = Office.context.officeTheme;
  return theme?.bodyBackgroundColor || null;
}

/** Calls the listener whenever the person picks another Outlook theme, where Outlook says so. */
export function onThemeChanged(listener: () => void): void {
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.14')) return;
  Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, listener);
}
