import { BoundedMap } from './bounded-map.ts';
import type { MailboxId, MessageId } from './ids.ts';

/** A look at one's own message loads its picture this long after the pane said so (open-truth.md §5d). */
const LASTS_MS = 20_000;

const REMEMBERED = 10_000;

/** Which messages their senders look at right now, as far as this process was told. */
export class Viewings {
  readonly #until = new BoundedMap<string, number>(REMEMBERED);

  /** False: it was known already that the message is looked at. */
  begin(mailboxId: MailboxId, messageId: MessageId, now: number): boolean {
    const known = this.isViewed(mailboxId, messageId, now);
    this.#until.set(`${mailboxId}/${messageId}`, now + LASTS_MS);
    return !known;
  }

  isViewed(mailboxId: MailboxId, messageId: MessageId, now: number): boolean {
    return now < (this.#until.get(`${mailboxId}/${messageId}`) ?? 0);
  }
}
