import { clearMailbox, createBrowserStorage } from './browser-storage.ts';
import type { ValueStore } from './browser-storage.ts';

/** A store with room for so many characters. */
function createStore(room = Infinity): ValueStore {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => {
      if (value.length > room) throw new Error('QuotaExceededError');
      values.set(name, value);
    },
    removeItem: (name) => {
      values.delete(name);
    },
  };
}

const ignore = (): void => undefined;

describe('createBrowserStorage', () => {
  it('gives the next visit what this one put in', () => {
    const store = createStore();
    createBrowserStorage(store, ignore).set('mails', [{ id: 'a' }]);
    expect(createBrowserStorage(store, ignore).get('mails')).toEqual([{ id: 'a' }]);
  });

  it('knows nothing of what was never put in', () => {
    expect(createBrowserStorage(createStore(), ignore).get('mails')).toBeUndefined();
  });

  it('keeps for this visit what the browser has no room for, and says so', () => {
    const store = createStore(10);
    let complaints = 0;
    const storage = createBrowserStorage(store, () => {
      complaints += 1;
    });
    storage.set('mails', 'short');
    storage.set('mails', 'much too long for it');
    expect(storage.get('mails')).toBe('much too long for it');
    expect(complaints).toBe(1);
    storage.set('mails', 'short');
    expect(createBrowserStorage(store, ignore).get('mails')).toBe('short');
  });

  it('empties its own part only', () => {
    const store = createStore();
    store.setItem('other', '"stays"');
    const storage = createBrowserStorage(store, ignore);
    storage.set('mails', 1);
    storage.set('counter', 2);
    clearMailbox(store);
    expect([storage.get('mails'), storage.get('counter'), store.getItem('other')]).toEqual([
      undefined,
      undefined,
      '"stays"',
    ]);
  });
});
