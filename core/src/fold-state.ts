/**
 * What is known of a message's hits so far: plain JSON of bounded size, whatever recipients do.
 * Made by `initialState` and `fold` alone; times are milliseconds since 1970.
 */
export interface FoldState {
  readonly opens: KindCount;
  readonly clicks: KindCount;
  /** Clicked links by ascending position; links beyond `COUNTED_LINKS` are in `clicks` only. */
  readonly links: readonly LinkCount[];
  /** When the open came that was told as the first; null: none was told. */
  readonly openToldAt: number | null;
  /** Newest hit that isn't the sender's own; null: none. */
  readonly lastForeignAt: number | null;
}

/** Raw count of one kind of hit; `firstAt` and `lastAt` are null while `count` is 0. */
export interface KindCount {
  readonly count: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface LinkCount {
  readonly position: number;
  readonly clicks: number;
  /** When a click on it was last told; null: never. */
  readonly toldAt: number | null;
}

/** As many links are counted one by one; more in one mail is rare, and the state must stay small. */
export const COUNTED_LINKS = 500;

/** A message without hits. */
export function initialState(): FoldState {
  const none = { count: 0, firstAt: null, lastAt: null };
  return { opens: none, clicks: none, links: [], openToldAt: null, lastForeignAt: null };
}
