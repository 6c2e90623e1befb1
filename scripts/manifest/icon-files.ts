/** The two drawings: the product's own mark, and the ribbon switch "Don't track this mail". */
export type IconName = 'readback' | 'switch';

export const RIBBON_ICON_SIZES: readonly number[] = [16, 32, 80];
export const MOBILE_ICON_SIZES: readonly number[] = [25, 32, 48];
export const MOBILE_SCALES: readonly number[] = [1, 2, 3];
/** For an installed page: https://web.dev/articles/install-criteria. */
export const PAGE_ICON_SIZES: readonly number[] = [192, 512];
/** For the lists of add-ins, on ordinary and on high-resolution screens. */
export const LIST_ICON_SIZES = { standard: 64, high: 128 } as const;

const MOBILE_EDGES = MOBILE_ICON_SIZES.flatMap((size) => MOBILE_SCALES.map((scale) => size * scale));

/** Edge lengths in pixels that buttons need, by drawing. */
export const BUTTON_ICON_SIZES: Readonly<Record<IconName, readonly number[]>> = {
  readback: [...new Set([...RIBBON_ICON_SIZES, ...MOBILE_EDGES])].toSorted((a, b) => a - b),
  switch: RIBBON_ICON_SIZES,
};

/** Path of a drawing's picture below the add-in's origin, and below `addin/` in the project. */
export function iconPath(name: IconName, size: number): string {
  return `icons/${name}-${size}.png`;
}
