import type { ActivityItem, DomainKnowledge, MessageSummary, PersonalSettings, Registration } from '@readback/core';
import { readActivity } from './activity-row.ts';
import { readDomains } from './domains.ts';
import { personalValues, type StoredHead } from './heads.ts';
import { readHit } from './hit-row.ts';
import type { ActivityId, MailboxId, MessageId } from './ids.ts';
import { answered, ask, type LedgerRoom } from './ledger-room.ts';
import type { HitCorrection, ListPage, Mailbox, MailboxHead, PageRequest } from './ledger.ts';
import { LISTED_PROPERTIES, readListed } from './listed-message.ts';
import { correctionChange, deleteChange, lookChange, putChange } from './message-changes.ts';
import { readMessage } from './message-row.ts';
import { summaryOf } from './message-view.ts';
import { noteQuotes } from './note-quotes.ts';
import type { Revocations } from './revocations.ts';
import { activityKey, HEAD_KEY, hitKey, keysUnder, messageIdOfKey, messageKey } from './row-keys.ts';
import type { RowValues } from './row-store.ts';
import { settleOrLater } from './settle.ts';
import { counts } from './stored-message.ts';
import type { Viewings } from './viewings.ts';

const LAST_GENERATION = 255;

/** What the mailboxes of one ledger share. */
export interface MailboxParts {
  room: LedgerRoom;
  revocations: Revocations;
  viewings: Viewings;
}

/** One person's part of the ledger. */
export class StoredMailbox implements Mailbox {
  readonly head: MailboxHead;
  readonly #mailboxId: MailboxId;
  readonly #parts: MailboxParts;

  constructor(parts: MailboxParts, mailboxId: MailboxId, { generation, personal, etag }: StoredHead) {
    this.#parts = parts;
    this.#mailboxId = mailboxId;
    this.head = { generation, personal, version: etag };
  }

  async messages({ after, limit }: PageRequest<MessageId>): Promise<ListPage<MessageSummary>> {
    const { room } = this.#parts;
    const range = keysUnder('m!', after === null ? null : messageKey(after));
    const where = [[{ name: 'registered', is: 'equal', value: true } as const]];
    const request = { range, where, limit, select: LISTED_PROPERTIES };
    const page = await ask(room, (signal) => room.store.list(this.#mailboxId, request, signal));
    const items = page.rows.flatMap((row) => {
      const id = messageIdOfKey(row.key);
      return id === null ? [] : [summaryOf(id, readListed(row))];
    });
    return { items, next: page.more ? (items.at(-1)?.id ?? null) : null };
  }

  async activity({ after, limit }: PageRequest<ActivityId>): Promise<ListPage<ActivityItem>> {
    const { room } = this.#parts;
    const range = keysUnder('a!', after === null ? null : activityKey(after));
    const where = [[{ name: 'told', is: 'equal', value: true } as const]];
    const page = await ask(room, (signal) => room.store.list(this.#mailboxId, { range, where, limit }, signal));
    const items = page.rows.map(readActivity);
    return { items, next: page.more ? (items.at(-1)?.id ?? null) : null };
  }

  async domains(): Promise<readonly DomainKnowledge[]> {
    return await readDomains(this.#parts.room, this.#mailboxId);
  }

  async putMessage(messageId: MessageId, registration: Registration): Promise<void> {
    const { room } = this.#parts;
    const change = putChange(messageId, registration, room.clock.now());
    const isUnsettled = await answered(room, room.commits.submit(this.#mailboxId, change));
    if (isUnsettled) await settleOrLater(room, this.#mailboxId, messageId);
    await noteQuotes(room, this.#mailboxId, registration);
  }

  async deleteMessage(messageId: MessageId): Promise<boolean> {
    const { room } = this.#parts;
    const isDeleted = await answered(room, room.commits.submit(this.#mailboxId, deleteChange(messageId)));
    if (isDeleted) await settleOrLater(room, this.#mailboxId, messageId);
    return isDeleted;
  }

  async correct(messageId: MessageId, correction: HitCorrection): Promise<boolean> {
    const { room } = this.#parts;
    const [messageRow, hitRow] = await Promise.all(
      [messageKey(messageId), hitKey(messageId, correction.hit)].map((key) =>
        ask(room, (signal) => room.store.read(this.#mailboxId, key, signal)),
      ),
    );
    if (!messageRow || !hitRow) return false;
    const target = readHit(hitRow);
    if (!counts(readMessage(messageRow), { kind: target.hit.kind, n: target.n })) return false;
    const change = correctionChange(messageId, target, correction);
    const isDone = await answered(room, room.commits.submit(this.#mailboxId, change));
    if (isDone) await settleOrLater(room, this.#mailboxId, messageId);
    return isDone;
  }

  async viewing(messageId: MessageId, shownForMs: number): Promise<void> {
    const { room, viewings } = this.#parts;
    const shownAt = room.clock.now() - shownForMs;
    if (viewings.isKnown(this.#mailboxId, messageId, shownAt)) return;
    const change = lookChange(messageId, shownAt);
    const look = await answered(room, room.commits.submit(this.#mailboxId, change));
    if (look === 'not-shown') return;
    viewings.remember(this.#mailboxId, messageId, shownAt);
    if (look === 'unsettled') await settleOrLater(room, this.#mailboxId, messageId);
  }

  async setPersonal(personal: PersonalSettings): Promise<void> {
    await this.#mergeHead(personalValues(personal));
  }

  async raiseGeneration(): Promise<number | null> {
    const raised = this.head.generation + 1;
    if (raised > LAST_GENERATION) return null;
    // First what revokes: cut short after it, asking again still raises the same generation.
    const generation = await this.#parts.revocations.revokeBelow(this.#mailboxId, raised);
    await this.#mergeHead({ generation });
    return generation;
  }

  async #mergeHead(values: RowValues): Promise<void> {
    const { room } = this.#parts;
    const write = { kind: 'merge', key: HEAD_KEY, values } as const;
    await ask(room, (signal) => room.store.commit(this.#mailboxId, [write], signal));
  }
}
