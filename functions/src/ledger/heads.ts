import type { PersonalSettings } from '@readback/core';
import * as z from 'zod';
import { DamagedRow } from '../rows/damaged-row.ts';
import type { MailboxId } from '../rows/ids.ts';
import { HEAD_KEY } from '../rows/row-keys.ts';
import type { Row, RowStore, RowValues, Write } from '../store/row-store.ts';
import { BoundedMap } from './bounded-map.ts';
import type { Clock } from './clock.ts';
import type { MailboxOwner } from './ledger.ts';

/** Version of a mailbox's rows, for whoever has to migrate them one day. */
const SCHEMA = 1;

/** Owners are remembered this long: a mailbox whose rows were removed by hand stops being written to. */
const REMEMBER_MS = 3_600_000;
/** That nobody opened a mailbox is remembered shortly: it may be opened on another instance any moment. */
const REMEMBER_UNKNOWN_MS = 10_000;
const REMEMBERED = 10_000;

/** A mailbox's `head` row. */
export interface StoredHead {
  /** Null: rows were written, but nobody opened the mailbox since it was removed. */
  ownerHash: string | null;
  generation: number;
  personal: PersonalSettings | null;
  etag: string;
}

/** The part of every transaction that makes a poll see it: the row's ETag is the mailbox's version. */
export const TOUCH_HEAD: Write = { kind: 'merge', key: HEAD_KEY, values: { schema: SCHEMA } };

function readHead(row: Row): StoredHead {
  const parsed = headShape.safeParse(row.values);
  if (!parsed.success) throw new DamagedRow(row, parsed.error);
  const { ownerHash, generation, personalOpens: opens, personalLinks: links } = parsed.data;
  return {
    ownerHash,
    generation,
    personal: opens === null || links === null ? null : { opens, links },
    etag: row.etag,
  };
}

export function ownerValues({ tenant, ownerHash }: MailboxOwner): RowValues {
  return { schema: SCHEMA, tenant, ownerHash };
}

export function personalValues({ opens, links }: PersonalSettings): RowValues {
  return { personalOpens: opens, personalLinks: links };
}

/** Knows whose mailboxes are, mostly from memory. */
export class Heads {
  readonly #store: RowStore;
  readonly #clock: Clock;
  readonly #remembered = new BoundedMap<MailboxId, { ownerHash: string | null; until: number }>(REMEMBERED);

  constructor(store: RowStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The owner's hash; null: nobody opened the mailbox, so nothing is written for it. */
  async ownerOf(mailboxId: MailboxId, signal: AbortSignal): Promise<string | null> {
    const known = this.rememberedOwnerOf(mailboxId);
    if (known !== undefined) return known;
    const head = await this.read(mailboxId, signal);
    return head?.ownerHash ?? null;
  }

  /** As `ownerOf`, at once; undefined: storage would have to be asked. */
  rememberedOwnerOf(mailboxId: MailboxId): string | null | undefined {
    const known = this.#remembered.get(mailboxId);
    return known !== undefined && this.#clock.now() < known.until ? known.ownerHash : undefined;
  }

  /** The row as it stands; null: there is none. */
  async read(mailboxId: MailboxId, signal: AbortSignal): Promise<StoredHead | null> {
    const row = await this.#store.read(mailboxId, HEAD_KEY, signal);
    const head = row === null ? null : readHead(row);
    this.#remember(mailboxId, head?.ownerHash ?? null);
    return head;
  }

  #remember(mailboxId: MailboxId, ownerHash: string | null): void {
    const forMs = ownerHash === null ? REMEMBER_UNKNOWN_MS : REMEMBER_MS;
    this.#remembered.set(mailboxId, { ownerHash, until: this.#clock.now() + forMs });
  }
}

const headShape = z.object({
  ownerHash: z.string().nullable().default(null),
  generation: z.int().min(0).max(255).default(0),
  personalOpens: z.boolean().nullable().default(null),
  personalLinks: z.boolean().nullable().default(null),
});
