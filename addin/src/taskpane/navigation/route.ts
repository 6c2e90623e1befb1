/** What Outlook shows beside the pane; see host/pane.ts. */
type OpenItem = 'none' | 'read' | 'compose';

/** `probe` is there for trying a new Outlook: only a local server offers it. */
export type Tab = 'item' | 'activity' | 'contacts' | 'insights' | 'probe';

/** Where the sender is in the pane. Kept in memory: office.js switches the browser's history off. */
export interface Route {
  /** The tab that was picked. */
  tab: Tab;
  /** Address of the contact that was opened from the list; null: the list. Only Contacts looks at it. */
  contact: string | null;
  /** A message that was opened from a list or from a reply; null: the tab itself. */
  messageId: string | null;
}

/** What the pane shows. */
export type View =
  | { name: 'compose' | 'read' | 'activity' | 'insights' | 'probe' }
  /** `contact`: whose page it is; null: the list. */
  | { name: 'contacts'; contact: string | null }
  | { name: 'message'; messageId: string };

export type Step =
  | { type: 'pick'; tab: Tab }
  | { type: 'open'; messageId: string }
  | { type: 'open-contact'; address: string }
  | { type: 'back' }
  /** A pinned pane got another item. */
  | { type: 'item-changed' };

export const START: Route = { tab: 'item', contact: null, messageId: null };

/** Goes one step. */
export function walk(route: Route, step: Step): Route {
  switch (step.type) {
    case 'pick':
      return { ...START, tab: step.tab };
    case 'open':
      return { ...route, messageId: step.messageId };
    case 'open-contact':
      return { tab: 'contacts', contact: step.address, messageId: null };
    case 'back':
      return route.messageId === null ? { ...route, contact: null } : { ...route, messageId: null };
    case 'item-changed':
      // Whoever reads in Activity goes on reading there; what belongs to the item goes with it.
      return route.tab === 'item' ? START : route;
  }
}

/** Without an item there is Activity to show in its place. */
export function viewOf(route: Route, item: OpenItem): View {
  if (route.messageId !== null) return { name: 'message', messageId: route.messageId };
  if (route.tab === 'contacts') return { name: 'contacts', contact: route.contact };
  if (route.tab !== 'item') return { name: route.tab };
  return { name: item === 'none' ? 'activity' : item };
}

/** The tab that is marked as the current one. */
export function tabOf(route: Route, item: OpenItem): Tab {
  return route.tab === 'item' && item === 'none' ? 'activity' : route.tab;
}

/** Whether there is a way back from what is shown. */
export function hasBack(view: View): boolean {
  return view.name === 'message' || (view.name === 'contacts' && view.contact !== null);
}
