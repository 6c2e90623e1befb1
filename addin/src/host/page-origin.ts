declare const location: { origin?: unknown } | undefined;

/** Where this page came from; null in classic Outlook's handlers, which have no page (docs/outlook-quirks.md#no-location). */
export function pageOrigin(): string | null {
  const origin: unknown = typeof location === 'undefined' ? null : location.origin;
  return typeof origin === 'string' && origin.startsWith('http') ? origin : null;
}
