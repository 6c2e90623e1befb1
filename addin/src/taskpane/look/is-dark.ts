/** Halfway between black and white as the eye sees it (WCAG 2.2: contrast against either is the same there). */
const MIDDLE_LUMINANCE = 0.179;

/** Whether text on this background has to be light; null when it isn't a colour as Outlook writes it (`#rrggbb`). */
export function isDark(background: string): boolean | null {
  const hex = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(background.trim());
  if (hex === null) return null;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => linear(parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < MIDDLE_LUMINANCE;
}

/** sRGB to linear light, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
