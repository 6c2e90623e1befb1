import { setImmediate as turn } from 'node:timers/promises';
import { errorFacts, type Log } from '../log.ts';
import type { MailboxId, MessageId } from '../rows/ids.ts';
import { readMessage } from '../rows/message-row.ts';
import { messageKey, type RowEntropy } from '../rows/row-keys.ts';
import type { StoredMessage } from '../rows/stored-message.ts';
import { MAX_WRITES, type RowStore } from '../store/row-store.ts';
import { Stopped, type Attempts } from './attempts.ts';
import { BoundedMap } from './bounded-map.ts';
import type { Change } from './change.ts';
import type { Clock } from './clock.ts';
import type { Heads } from './heads.ts';
import { NotKept } from './not-kept.ts';
import { completePlan, planAhead, type PlannedAhead } from './plan-ahead.ts';
import { planBatch, type LoadedMessage, type Plan } from './plan-batch.ts';

/** What the group commit works with. */
export interface GroupCommitParts {
  store: RowStore;
  heads: Heads;
  attempts: Attempts;
  clock: Clock;
  entropy: () => RowEntropy;
  log: Log;
  /** Changes that may wait, in all mailboxes together. */
  waitingChanges: number;
}

/** A change whose caller waits: its result is what tells them. */
interface Waiting {
  change: Change<() => void>;
  fail: (error: NotKept) => void;
}

/** The changes of one mailbox: those of the batch on its way, and those behind it. */
interface Queue {
  mailboxId: MailboxId;
  behind: Waiting[];
  batch: Waiting[];
  batchId: RowEntropy;
  /** For the changes at the head of those behind, while the batch before them is on its way. */
  ahead: PlannedAhead | null;
}

/** Messages remembered with their ETags, so that a busy one isn't read before each commit. */
const REMEMBERED = 2_000;

/**
 * Writes changes, one transaction at a time per mailbox: while one is on its way, further changes wait, and the next takes
 * them all. A batch is frozen once it was submitted: while nobody knows whether it was written, the same transaction is
 * submitted again, and its first write, an insert, tells (design §5, azure.md §1).
 */
export class GroupCommit {
  readonly #parts: GroupCommitParts;
  readonly #queues = new Map<MailboxId, Queue>();
  readonly #remembered = new BoundedMap<string, LoadedMessage>(REMEMBERED);
  #waiting = 0;
  #idle: (() => void)[] = [];

  constructor(parts: GroupCommitParts) {
    this.#parts = parts;
  }

  /** Resolves with the change's result once it is durable; rejects with `NotKept` when it never will be. */
  submit<R>(mailboxId: MailboxId, change: Change<R>): Promise<R> {
    if (this.#waiting >= this.#parts.waitingChanges) return Promise.reject(new NotKept('full'));
    this.#waiting += 1;
    return new Promise<R>((resolve, reject) => {
      const { messageId } = change;
      const apply: Change<() => void>['apply'] = (message, context) => {
        const effect = change.apply(message, context);
        return { ...effect, result: () => resolve(effect.result) };
      };
      this.#enqueue(mailboxId, { change: { messageId, apply }, fail: reject });
    });
  }

  /** Resolves once nothing waits any more. */
  async idle(): Promise<void> {
    if (this.#waiting > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #enqueue(mailboxId: MailboxId, waiting: Waiting): void {
    const running = this.#queues.get(mailboxId);
    if (running !== undefined) {
      running.behind.push(waiting);
      return;
    }
    const queue: Queue = { mailboxId, behind: [waiting], batch: [], batchId: '', ahead: null };
    this.#queues.set(mailboxId, queue);
    this.#drain(queue).catch((error: unknown) => this.#parts.log('ledger-fault', errorFacts(error)));
  }

  async #drain(queue: Queue): Promise<void> {
    // What other requests of this moment bring goes along.
    await turn();
    while (queue.behind.length > 0) {
      queue.batch = queue.behind.splice(0, MAX_WRITES);
      queue.batchId = this.#parts.entropy();
      await this.#writeBatch(queue);
    }
    this.#queues.delete(queue.mailboxId);
  }

  /** Ends when every change of the batch is durable, failed, or back in the queue. */
  async #writeBatch(queue: Queue): Promise<void> {
    try {
      for (let conflicts = 0; queue.batch.length > 0;) {
        if ((await this.#tryBatch(queue)) !== 'conflict') continue;
        await this.#parts.attempts.waitAfterConflict(conflicts);
        conflicts += 1;
      }
    } catch (error) {
      const code = error instanceof Stopped ? 'unavailable' : 'refused';
      const notKept = error instanceof NotKept ? error : new NotKept(code, { cause: error });
      for (const { fail } of this.#takeBatch(queue)) fail(notKept);
    }
  }

  async #tryBatch(queue: Queue): Promise<'done' | 'conflict' | 'again'> {
    const plan = this.#takeAhead(queue) ?? (await this.#plan(queue));
    if (plan === null) return this.#split(queue);
    putBack(queue, plan.taken);
    if (plan.unsure.length > 0) {
      this.#forget(queue, plan.unsure);
      return 'again';
    }
    const outcome = plan.writes.length === 0 ? 'written' : await this.#commit(queue, plan);
    if (outcome === 'conflict') return outcome;
    if (outcome === 'refused') return this.#split(queue);
    this.#takeBatch(queue);
    for (const settle of plan.settle) settle();
    return 'done';
  }

  /** Nothing was written, so the halves may go their own ways, until the one change that is the cause stands alone. */
  #split(queue: Queue): 'again' {
    if (queue.batch.length === 1) throw new NotKept('refused');
    putBack(queue, Math.ceil(queue.batch.length / 2));
    return 'again';
  }

  #takeBatch(queue: Queue): readonly Waiting[] {
    const { batch } = queue;
    queue.batch = [];
    this.#waiting -= batch.length;
    if (this.#waiting === 0) for (const resolve of this.#idle.splice(0)) resolve();
    return batch;
  }

  /** Null: one of the changes, or what is stored of its message, makes no sense. */
  async #plan({ mailboxId, batch, batchId }: Queue): Promise<Plan | null> {
    const { heads, clock, entropy, log } = this.#parts;
    const changes = batch.map(({ change }) => change);
    try {
      const [owner, loaded] = await Promise.all([
        this.#insist((signal) => heads.ownerOf(mailboxId, signal)),
        this.#load(mailboxId, changes),
      ]);
      if (owner === null) throw new NotKept('unknown-mailbox');
      return planBatch(changes, { owner, now: clock.now(), entropy, batchId, loaded });
    } catch (error) {
      if (error instanceof Stopped || error instanceof NotKept) throw error;
      log('ledger-change-refused', errorFacts(error));
      return null;
    }
  }

  async #load(
    mailboxId: MailboxId,
    changes: readonly Change<() => void>[],
  ): Promise<ReadonlyMap<MessageId, LoadedMessage>> {
    const ids = [...new Set(changes.map(({ messageId }) => messageId))];
    const entries = ids.map(async (id): Promise<[MessageId, LoadedMessage]> => [
      id,
      this.#remembered.get(`${mailboxId}/${id}`) ?? (await this.#read(mailboxId, id)),
    ]);
    return new Map(await Promise.all(entries));
  }

  async #read(mailboxId: MailboxId, messageId: MessageId): Promise<LoadedMessage> {
    const row = await this.#insist((signal) => this.#parts.store.read(mailboxId, messageKey(messageId), signal));
    return { message: row === null ? null : readMessage(row), etag: row?.etag ?? null, isFresh: true };
  }

  async #commit(queue: Queue, plan: Plan): Promise<'written' | 'conflict' | 'refused'> {
    const { mailboxId } = queue;
    try {
      const [result, ahead] = await Promise.all([
        this.#insist((signal) => this.#parts.store.commit(mailboxId, plan.writes, signal)),
        this.#planAhead(queue, plan),
      ]);
      queue.ahead = ahead;
      this.#forget(queue, [...plan.messages.keys()]);
      if (result.outcome === 'committed') this.#remember(mailboxId, plan, result.etags);
      if (result.outcome === 'conflict')
        return (await this.#isWritten(mailboxId, plan, result.index)) ? 'written' : 'conflict';
      return result.outcome === 'committed' ? 'written' : 'refused';
    } catch (error) {
      throw new NotKept('unavailable', { receipt: plan.receipt, cause: error });
    }
  }

  /**
   * Works out the next batch while storage writes this one: judging a hundred hits takes about as long. Only a full one, since
   * what comes meanwhile shall go along.
   */
  async #planAhead({ mailboxId, behind }: Queue, { messages }: Plan): Promise<PlannedAhead | null> {
    if (behind.length < MAX_WRITES) return null;
    // First of all the request has to leave.
    await turn();
    const { heads, clock, entropy } = this.#parts;
    const owner = heads.rememberedOwnerOf(mailboxId) ?? null;
    if (owner === null) return null;
    const changes = behind.slice(0, MAX_WRITES).map(({ change }) => change);
    try {
      const expectedOf = (id: MessageId): StoredMessage | undefined =>
        messages.get(id)?.message ?? this.#remembered.get(`${mailboxId}/${id}`)?.message ?? undefined;
      return planAhead(changes, { owner, now: clock.now(), entropy, batchId: entropy() }, expectedOf);
    } catch {
      // Whatever it is, it happens again when these changes are planned in their turn, and is told then.
      return null;
    }
  }

  /** What was planned ahead, if it is about these changes and nothing came in between. */
  #takeAhead(queue: Queue): Plan | null {
    const { ahead, batch, mailboxId } = queue;
    queue.ahead = null;
    if (ahead === null || ahead.changes.some((change, index) => batch[index]?.change !== change)) return null;
    queue.batchId = ahead.batchId;
    return completePlan(ahead, (id) => this.#remembered.get(`${mailboxId}/${id}`));
  }

  /** The receipt exists: an earlier attempt, whose answer was lost, wrote it all. */
  async #isWritten(mailboxId: MailboxId, plan: Plan, index: number | null): Promise<boolean> {
    if (index !== null) return index === 0;
    return (await this.#insist((signal) => this.#parts.store.read(mailboxId, plan.receipt, signal))) !== null;
  }

  #remember(mailboxId: MailboxId, plan: Plan, etags: readonly (string | null)[]): void {
    for (const [messageId, { message, index }] of plan.messages) {
      const etag = etags[index] ?? null;
      if (etag !== null) this.#remembered.set(`${mailboxId}/${messageId}`, { message, etag, isFresh: false });
    }
  }

  #forget({ mailboxId }: Queue, messageIds: readonly MessageId[]): void {
    for (const messageId of messageIds) this.#remembered.delete(`${mailboxId}/${messageId}`);
  }

  /** Asks until storage answers or the process ends. */
  async #insist<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { attempts, log } = this.#parts;
    return await attempts.repeat(request, Infinity, (error) => log('storage-failed', errorFacts(error)));
  }
}

/** All but the first `kept` changes of the batch wait again, before those that came later. */
function putBack(queue: Queue, kept: number): void {
  queue.behind.unshift(...queue.batch.splice(kept));
}
