import type { OpenItem } from '../host/pane.ts';

/** The item beside the pane, numbered: another number is another item, though both may look the same. */
export interface ItemSight {
  number: number;
  kind: OpenItem;
}

/** Follows the item beside a pinned pane; in the shape that React's `useSyncExternalStore` takes. */
export interface ItemWatch {
  subscribe(listener: () => void): () => void;
  current(): ItemSight;
}

/** `onChanged` calls its listener for as long as the pane lives. */
export function watchItem(openItem: () => OpenItem, onChanged: (listener: () => void) => void): ItemWatch {
  const listeners = new Set<() => void>();
  let sight: ItemSight = { number: 0, kind: openItem() };
  onChanged(() => {
    sight = { number: sight.number + 1, kind: openItem() };
    for (const listener of listeners) listener();
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => sight,
  };
}
