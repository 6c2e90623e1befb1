import type { Clock } from './clock.ts';
import type { FolderName, Mail } from './mail.ts';
import type { MailboxStorage } from './outlook.ts';

/** The mailbox on the server: its mails, and ids that nobody else has. */
export interface MailStore {
  /** Newest first. */
  list(folder: FolderName): readonly Mail[];
  find(id: string): Mail | null;
  /** Adds it, or replaces the one with its id. */
  put(mail: Mail): void;
  remove(id: string): void;
  nextId(prefix: string): string;
}

const KEY = 'mails';

/** A storage that forgets. */
export function createMemoryStorage(): MailboxStorage {
  const values = new Map<string, unknown>();
  return {
    get: (name) => values.get(name),
    set: (name, value) => {
      values.set(name, value);
    },
  };
}

/** The mails in a storage; other Outlooks over the same storage see them too. */
export function createMailStore(storage: MailboxStorage, clock: Clock): MailStore {
  const all = (): readonly Mail[] => readMails(storage.get(KEY));
  const time = (mail: Mail): number => mail.sentAt ?? mail.createdAt;
  const counter = (): number => {
    const last = storage.get('counter');
    const next = (typeof last === 'number' ? last : 0) + 1;
    storage.set('counter', next);
    return next;
  };
  return {
    list: (folder) =>
      all()
        .filter((mail) => mail.folder === folder)
        .sort((a, b) => time(b) - time(a)),
    find: (id) => all().find((mail) => mail.id === id) ?? null,
    put: (mail) => storage.set(KEY, [...all().filter(({ id }) => id !== mail.id), mail]),
    remove: (id) =>
      storage.set(
        KEY,
        all().filter((mail) => mail.id !== id),
      ),
    nextId: (prefix) => `${prefix}-${clock.now().toString(36)}-${counter()}`,
  };
}

// The storage is the simulator's own: what it holds was put there by `put`.
function readMails(value: unknown): readonly Mail[] {
  return Array.isArray(value) ? (value as readonly Mail[]) : [];
}
