/**
 * `text` cut to `maxLength` characters, with U+FFFD for what no text property takes or what grows sixfold as JSON:
 * halves of a surrogate pair, and control characters.
 */
export function plainText(text: string, maxLength: number): string {
  // eslint-disable-next-line no-control-regex
  return text.slice(0, maxLength).replace(/[\u0000-\u001f\u007f\ud800-\udfff]/gu, '\ufffd');
}
