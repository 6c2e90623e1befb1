import { composeMessage } from './compose-message.ts';
import type { ArrivedMail, PostedMail } from './mail-shapes.ts';
import { createMailTray } from './mail-tray.ts';
import type { TrayEntry } from './mail-tray.ts';
import { createOutbox } from './outbox.ts';
import { readMessage } from './read-message.ts';
import { MAX_MESSAGE_BYTES, MessageTooLarge, startSmtpLoopback } from './smtp-loopback.ts';

/** Carries mails between the simulator's mail programs as the world does: as MIME, over SMTP. */
export interface LocalPost {
  /** Hands a mail over: the id of what arrived, or null while it has to wait. Rejects with MessageTooLarge. */
  submit(mail: PostedMail): Promise<string | null>;
  /** What arrived, newest first. */
  list(): readonly ArrivedMail[];
  /** Null: there is no such mail, or it had to make room. */
  find(id: string): TrayEntry | null;
  /** Forgets what arrived and what waits. */
  clear(): void;
  stop(): Promise<void>;
}

/** What a post works with; for tests, sizes and times of their own. */
export interface PostOptions {
  onLog: (text: string) => void;
  /** Milliseconds since 1970. */
  now?: () => number;
  after?: (delayMs: number, run: () => void) => () => void;
  /** The largest message that is taken, in bytes. */
  maxBytes?: number;
}

/** Starts the mail server of this machine. */
export async function startLocalPost({
  onLog,
  now = Date.now,
  after = afterDelay,
  maxBytes = MAX_MESSAGE_BYTES,
}: PostOptions): Promise<LocalPost> {
  const tray = createMailTray();
  const smtp = await startSmtpLoopback(async (message) => {
    const mail = await readMessage(message, { id: tray.nextId(), receivedAt: now() });
    tray.put({ mail, raw: message.raw });
    return mail.id;
  }, maxBytes);
  const send = async (mail: PostedMail): Promise<string> => {
    // Before so much memory is asked for: SMTP weighs the message only once it is written.
    if (sizeOf(mail) > maxBytes) throw new MessageTooLarge();
    return await smtp.send(composeMessage(mail));
  };
  const outbox = createOutbox({
    now,
    after,
    release: (mail) => {
      send(mail).catch((error: unknown) => onLog(`A delayed mail could not be sent: ${String(error)}`));
    },
  });
  return {
    submit: async (mail) => {
      if (mail.deliverAfter === null || mail.deliverAfter <= now()) return await send(mail);
      outbox.hold(mail, mail.deliverAfter);
      return null;
    },
    list: () => tray.list(),
    find: (id) => tray.find(id),
    clear: () => {
      outbox.clear();
      tray.clear();
    },
    stop: async () => {
      outbox.clear();
      await smtp.stop();
    },
  };
}

function sizeOf({ attachments }: PostedMail): number {
  return attachments.reduce((sum, { size }) => sum + size, 0);
}

function afterDelay(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
