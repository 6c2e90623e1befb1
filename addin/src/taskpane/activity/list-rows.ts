/** The rows of a list that are on the page. */
export interface ListRows {
  /** Those near the visible part; none before the window was measured. */
  shown: readonly ShownRow[];
  /** Of the whole list, in pixels. */
  height: number;
  /** Takes note of how high a row is; it names itself by `data-index`. */
  measure: (row: Element | null) => void;
}

/** A row, and how far below the top of the list it begins, in pixels. */
export interface ShownRow {
  index: number;
  top: number;
}

/** Height of a row until it was measured, in pixels. */
export const LIKELY_HEIGHT = 77;

/** No more than stands above the list, in pixels. */
const ABOVE = 150;

/** How many rows a window of this height shows at once. */
export function howManyShow(windowHeight: number): number {
  return Math.max(1, Math.ceil((windowHeight - ABOVE) / LIKELY_HEIGHT));
}
