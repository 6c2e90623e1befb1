/** The URL; null when the text is none. */
export function parseUrl(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null; // the caller says what was expected, and where
  }
}
