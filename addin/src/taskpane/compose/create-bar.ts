import type { ComposeItem } from '../../host/compose-item.ts';

/** Says what the bar above the mail has to say; null: there is to be none. */
export type KeepBar = (text: string | null) => Promise<void>;

/**
 * Keeps the bar above the mail true while the pane is open. At first it only takes one away that no
 * longer holds: what there is to say stands in the pane, and a bar that the sender closed stays closed.
 */
export function createBar(item: Pick<ComposeItem, 'notify'>): KeepBar {
  let wanted: string | null | undefined;
  return async (text) => {
    const isNews = wanted === undefined ? text === null : text !== wanted;
    wanted = text;
    if (isNews) await item.notify(text);
  };
}
