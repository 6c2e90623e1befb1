/** The item that Outlook shows beside the pane. `none`: nothing selected, several selected, or no message. */
export type OpenItem = 'none' | 'read' | 'compose';

/**
 * Whether there is an Outlook around the pane. `outside`: the page runs in a browser by itself. `no-script`: Office.js didn't
 * load, so nobody can tell.
 */
export type PaneStart = 'ready' | 'outside' | 'no-script';

/** Resolves once Outlook can be asked. Never rejects. */
export async function startPane(): Promise<PaneStart> {
  if (typeof Office === 'undefined') return 'no-script';
  const info = await Office.onReady();
  // The typings leave out that the host is null outside of Office
  // (https://learn.microsoft.com/office/dev/add-ins/develop/initialize-add-in).
  const host: Office.HostType | null = info.host;
  return host === null || !Office.context.mailbox ? 'outside' : 'ready';
}

/** What is open beside the pane at this moment. */
export function openItem(): OpenItem {
  const item: unknown = Office.context.mailbox.item;
  if (typeof item !== 'object' || item === null) return 'none';
  if (Reflect.get(item, 'itemType') !== Office.MailboxEnums.ItemType.Message) return 'none';
  // In read mode the subject is a string, in compose mode an object to ask.
  return typeof Reflect.get(item, 'subject') === 'string' ? 'read' : 'compose';
}

/**
 * Calls the listener whenever a pinned pane gets another item. Needs requirement set 1.5; elsewhere a pane can't be pinned.
 * While the listener runs, the item may be null: nothing is selected then
 * (https://learn.microsoft.com/office/dev/add-ins/outlook/pinnable-taskpane).
 */
export function onItemChanged(listener: () => void): void {
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.5')) return;
  Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, listener);
}
