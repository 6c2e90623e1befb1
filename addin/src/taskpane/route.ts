/** What Outlook shows beside the pane; see host/pane.ts. */
type OpenItem = 'none' | 'read' | 'compose';

/** `probe` is there for trying a new Outlook: only a local server offers it. */
export type Tab = 'item' | 'activity' | 'probe';

/** Where the sender is in the pane. Kept in memory: office.js switches the browser's history off. */
export interface Route {
  /** The tab that was picked. */
  tab: Tab;
  /** A message that was opened from a list or from a reply; null: the tab itself. */
  messageId: string | null;
}

/** What the pane shows. */
export type View = { name: 'compose' | 'read' | 'activity' | 'probe' } | { name: 'message'; messageId: string };

export type Step =
  | { type: 'pick'; tab: Tab }
  | { type: 'open'; messageId: string }
  | { type: 'back' }
  /** A pinned pane got another item. */
  | { type: 'item-changed' };

export const START: Route = { tab: 'item', messageId: null };

/** Goes one step. */
export function walk(route: Route, step: Step): Route {
  switch (step.type) {
    case 'pick':
      return { tab: step.tab, messageId: null };
    case 'open':
      return { ...route, messageId: step.messageId };
    case 'back':
      return { ...route, messageId: null };
    case 'item-changed':
      // Whoever reads in Activity goes on reading there; what belongs to the item goes with it.
      return route.tab === 'item' ? START : route;
  }
}

/** Without an item there is only Activity to show. */
export function viewOf(route: Route, item: OpenItem): View {
  if (route.messageId !== null) return { name: 'message', messageId: route.messageId };
  if (route.tab !== 'item') return { name: route.tab };
  return { name: item === 'none' ? 'activity' : item };
}
