import type { PostedMail } from './mail-shapes.ts';

/** Mails that may not leave yet, as Outlook keeps a delayed one in the Outbox. Forgotten when the process ends. */
export interface Outbox {
  /** Hands the mail on when its time has come. */
  hold(mail: PostedMail, until: number): void;
  clear(): void;
}

/** What an outbox works with. */
export interface OutboxParts {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs something later, in milliseconds; the answer takes that back. */
  after: (delayMs: number, run: () => void) => () => void;
  /** Takes a mail whose time has come. */
  release: (mail: PostedMail) => void;
}

/** Timers take no more than 24 days (2^31 milliseconds), and clocks are set: it looks again after an hour at the latest. */
const LONGEST_WAIT_MS = 3_600_000;

/** An empty outbox. */
export function createOutbox({ now, after, release }: OutboxParts): Outbox {
  const held = new Set<() => void>();
  const wait = (mail: PostedMail, until: number): void => {
    const cancel = after(Math.min(Math.max(0, until - now()), LONGEST_WAIT_MS), () => {
      held.delete(cancel);
      if (now() < until) wait(mail, until);
      else release(mail);
    });
    held.add(cancel);
  };
  return {
    hold: wait,
    clear: () => {
      for (const cancel of held) cancel();
      held.clear();
    },
  };
}
