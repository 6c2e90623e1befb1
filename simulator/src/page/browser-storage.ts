import type { MailboxStorage } from '../outlook/outlook.ts';

/** The part of `localStorage` that is used. */
export type ValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'readback-simulator/mailbox/';

/**
 * A mailbox that survives a reload. What the browser has no room for stays until then; `onFull` hears it.
 */
export function createBrowserStorage(store: ValueStore, onFull: () => void): MailboxStorage {
  const unsaved = new Map<string, unknown>();
  // The window is drawn at each key that is pressed; what didn't change isn't parsed again.
  const parsed = new Map<string, { text: string; value: unknown }>();
  const read = (name: string): unknown => {
    const text = store.getItem(PREFIX + name);
    if (text === null) return undefined;
    const known = parsed.get(name);
    if (known?.text === text) return known.value;
    const value: unknown = JSON.parse(text);
    parsed.set(name, { text, value });
    return value;
  };
  return {
    get: (name) => (unsaved.has(name) ? unsaved.get(name) : read(name)),
    set: (name, value) => {
      try {
        store.setItem(PREFIX + name, JSON.stringify(value));
        unsaved.delete(name);
      } catch {
        // QuotaExceededError: pictures are large and the browser gives a few megabytes.
        unsaved.set(name, value);
        onFull();
      }
    },
  };
}

/** Empties the mailbox. */
export function clearMailbox(store: ValueStore): void {
  const names = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const name of names) if (name?.startsWith(PREFIX)) store.removeItem(name);
}
