import type { MessageId } from '../rows/ids.ts';
import type { RowEntropy } from '../rows/row-keys.ts';
import type { StoredMessage } from '../rows/stored-message.ts';
import type { Write } from '../store/row-store.ts';

/** What a change may know besides its message. */
export interface ChangeContext {
  /** The hash of the mailbox's owner. */
  owner: string;
  /** When the change is committed, in milliseconds since 1970. */
  now: number;
  entropy: () => RowEntropy;
}

/** What a change does. */
export interface Effect<R> {
  /** The message after it; null: nothing is written. */
  message: StoredMessage | null;
  /** Rows besides the message's own. */
  rows: readonly Write[];
  /** What the caller is told once it is durable. */
  result: R;
}

/**
 * A change of one message, as a pure step from what is stored (null: nothing) to what shall be. It runs again, on fresher
 * state, when somebody else wrote in between.
 */
export interface Change<R> {
  messageId: MessageId;
  apply(message: StoredMessage | null, context: ChangeContext): Effect<R>;
}

/** An effect that leaves everything as it is. */
export function nothing<R>(result: R): Effect<R> {
  return { message: null, rows: [], result };
}
