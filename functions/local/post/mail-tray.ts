import type { ArrivedMail } from './mail-shapes.ts';

/** A mail that arrived, with the message that it came in. */
export interface TrayEntry {
  mail: ArrivedMail;
  raw: Buffer;
}

/** Mails as they arrived, for the inboxes of whoever they were sent to. Forgotten when the process ends. */
export interface MailTray {
  /** A number that no other mail has or had. */
  nextId(): string;
  put(entry: TrayEntry): void;
  /** Newest first. */
  list(): readonly ArrivedMail[];
  find(id: string): TrayEntry | null;
  clear(): void;
}

/** What the tray holds at most; the oldest go first. */
export interface TrayLimits {
  mails: number;
  bytes: number;
}

const LIMITS: TrayLimits = { mails: 500, bytes: 100_000_000 };

/** An empty tray. The newest mail stays in it whatever its size. */
export function createMailTray(limits = LIMITS): MailTray {
  let entries: readonly TrayEntry[] = [];
  let last = 0;
  return {
    nextId: () => String(++last),
    put: (entry) => {
      entries = keepWithin(limits, [entry, ...entries]);
    },
    list: () => entries.map(({ mail }) => mail),
    find: (id) => entries.find(({ mail }) => mail.id === id) ?? null,
    clear: () => {
      entries = [];
    },
  };
}

function keepWithin({ mails, bytes }: TrayLimits, entries: readonly TrayEntry[]): readonly TrayEntry[] {
  let room = bytes;
  const end = entries.findIndex(({ raw }, index) => {
    room -= raw.length;
    return index > 0 && (index >= mails || room < 0);
  });
  return end < 0 ? entries : entries.slice(0, end);
}
