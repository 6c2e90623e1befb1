/** A country as its people's neighbours call it, in the reader's language; what is no code stays as it is. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  } catch {
    // Not a region's code (ISO 3166-1).
    return code;
  }
}
