import type { MailboxId, MessageId } from '../rows/ids.ts';
import { BoundedMap } from './bounded-map.ts';

const REMEMBERED = 10_000;

/** The pane's clock and the way to here are uneven by less. */
const UNEVEN_MS = 5_000;

/** Which messages their senders look at, and since when, as far as this process was told: heartbeats repeat themselves. */
export class Viewings {
  readonly #shownAt = new BoundedMap<string, number>(REMEMBERED);

  isKnown(mailboxId: MailboxId, messageId: MessageId, shownAt: number): boolean {
    const known = this.#shownAt.get(`${mailboxId}/${messageId}`);
    return known !== undefined && isSameLook(known, shownAt);
  }

  remember(mailboxId: MailboxId, messageId: MessageId, shownAt: number): void {
    this.#shownAt.set(`${mailboxId}/${messageId}`, shownAt);
  }
}

/** Whether two heartbeats that say since when a message is shown tell of one look at it. */
export function isSameLook(one: number, other: number): boolean {
  return Math.abs(one - other) <= UNEVEN_MS;
}
