/**
 * Why a change was not kept. `full`: too many wait already. `unavailable`: the process ended before storage took it.
 * `refused`: storage, or the row it belongs to, will never take it. `unknown-mailbox`: nobody opened the mailbox.
 */
export type NotKeptCode = 'full' | 'unavailable' | 'refused' | 'unknown-mailbox';

/** A change that will not become durable, as far as this process knows. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
  readonly code: NotKeptCode;
  /** Key of the row that exists if it was written all the same; null: it surely wasn't. */
  readonly receipt: string | null;

  constructor(code: NotKeptCode, { receipt = null, cause }: { receipt?: string | null; cause?: unknown } = {}) {
    super(`A change was not kept: ${code}`, { cause });
    this.code = code;
    this.receipt = receipt;
  }
}

/** `work`, or `unknown-mailbox` when it wasn't kept for that. */
export async function orUnknownMailbox<T>(work: Promise<T>): Promise<T | 'unknown-mailbox'> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotKept && error.code === 'unknown-mailbox') return error.code;
    throw error;
  }
}
