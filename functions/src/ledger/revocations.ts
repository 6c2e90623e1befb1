import * as z from 'zod';
import { errorFacts } from '../log.ts';
import { parseMailboxId, type MailboxId } from './ids.ts';
import { ask, type LedgerRoom } from './ledger-room.ts';
import { listPages } from './row-pages.ts';
import { keysUnder, revocationKey, SERVICE_PARTITION } from './row-keys.ts';

/** How old the list in memory may be before it is read again. */
const STALE_AFTER_MS = 60_000;

/** Which generations of mailbox keys were revoked: kept in memory, refreshed in the background. */
export class Revocations {
  readonly #room: LedgerRoom;
  #below: ReadonlyMap<MailboxId, number> = new Map();
  #askedAt = -Infinity;

  constructor(room: LedgerRoom) {
    this.#room = room;
  }

  /** Never waits: what isn't known yet counts as not revoked (design §3). */
  isRevoked(mailboxId: MailboxId, generation: number): boolean {
    const now = this.#room.clock.now();
    if (now - this.#askedAt >= STALE_AFTER_MS) {
      this.#askedAt = now;
      this.#refresh().catch((error: unknown) => this.#room.log('revocations-unknown', errorFacts(error)));
    }
    return generation < (this.#below.get(mailboxId) ?? 0);
  }

  /** Revokes every generation below `generation`. */
  async revokeBelow(mailboxId: MailboxId, generation: number): Promise<void> {
    const write = { kind: 'merge', key: revocationKey(mailboxId), values: { mailboxId, below: generation } } as const;
    await ask(this.#room, (signal) => this.#room.store.commit(SERVICE_PARTITION, [write], signal));
    this.#below = new Map([...this.#below, [mailboxId, generation]]);
  }

  async #refresh(): Promise<void> {
    const below = new Map<MailboxId, number>();
    for await (const rows of listPages(this.#room, SERVICE_PARTITION, { range: keysUnder('revoked!') })) {
      for (const { values } of rows) {
        const parsed = revocationShape.safeParse(values);
        const mailboxId = parsed.success ? parseMailboxId(parsed.data.mailboxId) : null;
        if (parsed.success && mailboxId !== null) below.set(mailboxId, parsed.data.below);
      }
    }
    this.#below = below;
  }
}

const revocationShape = z.object({ mailboxId: z.string(), below: z.int() });
