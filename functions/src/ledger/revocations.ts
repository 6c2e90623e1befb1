import * as z from 'zod';
import { errorFacts } from '../log.ts';
import { parseMailboxId, type MailboxId } from '../rows/ids.ts';
import { keysUnder, revocationKey, SERVICE_PARTITION } from '../rows/row-keys.ts';
import type { Write } from '../store/row-store.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import { LedgerError } from './ledger.ts';
import { listPages } from './row-pages.ts';

/** Whoever revokes at the same moment goes first, this often. */
const TIMES = 5;

/** How old the list in memory may be before it is read again. */
const STALE_AFTER_MS = 60_000;

/** Which generations of mailbox keys were revoked: kept in memory, refreshed in the background. */
export class Revocations {
  readonly #parts: LedgerParts;
  #below: ReadonlyMap<MailboxId, number> = new Map();
  #askedAt = -Infinity;

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  /** Never waits: what isn't known yet counts as not revoked (design §3). */
  isRevoked(mailboxId: MailboxId, generation: number): boolean {
    const now = this.#parts.clock.now();
    if (now - this.#askedAt >= STALE_AFTER_MS) {
      this.#askedAt = now;
      this.#refresh().catch((error: unknown) => this.#parts.log('revocations-unknown', errorFacts(error)));
    }
    return generation < (this.#below.get(mailboxId) ?? 0);
  }

  /**
   * Revokes every generation below `generation`. The first generation that isn't revoked from here on: higher than that
   * when somebody else revoked more meanwhile, since what is revoked stays so.
   */
  async revokeBelow(mailboxId: MailboxId, generation: number): Promise<number> {
    const { store } = this.#parts;
    const key = revocationKey(mailboxId);
    for (let attempt = 0; attempt < TIMES; attempt += 1) {
      const row = await ask(this.#parts, (signal) => store.read(SERVICE_PARTITION, key, signal));
      const known = row === null ? 0 : (revocationShape.safeParse(row.values).data?.below ?? 0);
      const below = Math.max(known, generation);
      const values = { mailboxId, below };
      const write: Write =
        row === null ? { kind: 'insert', key, values } : { kind: 'replace', key, values, etag: row.etag };
      const { outcome } = await ask(this.#parts, (signal) => store.commit(SERVICE_PARTITION, [write], signal));
      if (outcome !== 'committed') continue;
      this.#below = new Map([...this.#below, [mailboxId, below]]);
      return below;
    }
    throw new LedgerError('unavailable', 'A generation is revoked by too many at once');
  }

  async #refresh(): Promise<void> {
    const read = new Map<MailboxId, number>();
    for await (const rows of listPages(this.#parts, SERVICE_PARTITION, { range: keysUnder('revoked!') })) {
      for (const { values } of rows) {
        const parsed = revocationShape.safeParse(values);
        const mailboxId = parsed.success ? parseMailboxId(parsed.data.mailboxId) : null;
        if (parsed.success && mailboxId !== null) read.set(mailboxId, parsed.data.below);
      }
    }
    // What was revoked here while it was read stays so.
    for (const [mailboxId, below] of this.#below) read.set(mailboxId, Math.max(below, read.get(mailboxId) ?? 0));
    this.#below = read;
  }
}

const revocationShape = z.object({ mailboxId: z.string(), below: z.int() });
