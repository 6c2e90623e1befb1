/** A mail as whoever posted it wrote it, with an id and the time at which it came (ISO 8601). */
export type TrayMail = Readonly<Record<string, unknown>> & { readonly id: string; readonly receivedAt: string };

/** Mails that the simulator sent, for the inbox of whoever gets them. Forgotten when the process ends. */
export interface MailTray {
  put(mail: object): TrayMail;
  /** Newest first. */
  list(): readonly TrayMail[];
  find(id: string): TrayMail | null;
  clear(): void;
}

/** What the tray holds at most; the oldest go first. */
const MAX_MAILS = 500;

/** An empty tray. */
export function createMailTray(): MailTray {
  let mails: readonly TrayMail[] = [];
  let last = 0;
  return {
    put: (mail) => {
      const entry = { ...mail, id: String(++last), receivedAt: new Date().toISOString() };
      mails = [entry, ...mails].slice(0, MAX_MAILS);
      return entry;
    },
    list: () => mails,
    find: (id) => mails.find((entry) => entry.id === id) ?? null,
    clear: () => {
      mails = [];
    },
  };
}
