import { NO_PREFERENCES } from '@readback/core';
import type {
  ActivityItem,
  DomainKnowledge,
  ListPart,
  MessageSummary,
  PersonalSettings,
  Preferences,
  Registration,
} from '@readback/core';
import type { ActivityId, MailboxId, MessageId } from '../rows/ids.ts';
import { PREFERENCES_KEY, preferenceValues, readPreferences } from '../rows/preferences-row.ts';
import { HEAD_KEY } from '../rows/row-keys.ts';
import { counts } from '../rows/stored-message.ts';
import type { RowValues } from '../store/row-store.ts';
import { readDomains } from './domains.ts';
import { forgetMessage } from './forget-message.ts';
import { personalValues, type StoredHead } from './heads.ts';
import { answered, ask, type LedgerParts } from './ledger-parts.ts';
import { LedgerError } from './ledger.ts';
import type { HitCorrection, Mailbox, MailboxHead, PageRequest } from './ledger.ts';
import { correctionChange, lookChange, putChange, trackingChange } from './message-changes.ts';
import { noteQuotes } from './note-quotes.ts';
import { readActivities, readMessages } from './read-lists.ts';
import { readStored, readStoredHit } from './read-stored.ts';
import type { Revocations } from './revocations.ts';
import { settleOrLater } from './settle.ts';
import type { Viewings } from './viewings.ts';

const LAST_GENERATION = 255;

/** What the mailboxes of one ledger share. */
export interface MailboxParts {
  ledger: LedgerParts;
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

  async messages(page: PageRequest<MessageId>): Promise<ListPart<MessageSummary>> {
    return await readMessages(this.#parts.ledger, this.#mailboxId, page);
  }

  async activity(page: PageRequest<ActivityId>): Promise<ListPart<ActivityItem>> {
    return await readActivities(this.#parts.ledger, this.#mailboxId, page);
  }

  async domains(): Promise<readonly DomainKnowledge[]> {
    return await readDomains(this.#parts.ledger, this.#mailboxId);
  }

  async putMessage(messageId: MessageId, registration: Registration): Promise<void> {
    const { ledger } = this.#parts;
    const change = putChange(messageId, registration, ledger.clock.now());
    const isUnsettled = await answered(ledger, ledger.commits.submit(this.#mailboxId, change));
    if (isUnsettled) await settleOrLater(ledger, { mailboxId: this.#mailboxId, messageId });
    await noteQuotes(ledger, this.#mailboxId, registration);
  }

  async switchTracking(messageId: MessageId, tracked: boolean): Promise<boolean> {
    const { ledger } = this.#parts;
    return await answered(ledger, ledger.commits.submit(this.#mailboxId, trackingChange(messageId, tracked)));
  }

  async deleteMessage(messageId: MessageId): Promise<boolean> {
    const { ledger } = this.#parts;
    const ref = { mailboxId: this.#mailboxId, messageId };
    const isForgotten = await forgetMessage(ledger, ref);
    if (isForgotten) await settleOrLater(ledger, ref);
    return isForgotten;
  }

  async correct(messageId: MessageId, correction: HitCorrection): Promise<boolean> {
    const { ledger } = this.#parts;
    const ref = { mailboxId: this.#mailboxId, messageId };
    const [message, target] = await Promise.all([readStored(ledger, ref), readStoredHit(ledger, ref, correction.hit)]);
    if (message === null || target === null) return false;
    if (!counts(message, { kind: target.hit.kind, n: target.n })) return false;
    const change = correctionChange(messageId, target, correction);
    const isDone = await answered(ledger, ledger.commits.submit(this.#mailboxId, change));
    if (isDone) await settleOrLater(ledger, ref);
    return isDone;
  }

  async viewing(messageId: MessageId, shownForMs: number): Promise<void> {
    const { ledger, viewings } = this.#parts;
    const shownAt = ledger.clock.now() - shownForMs;
    if (viewings.isKnown(this.#mailboxId, messageId, shownAt)) return;
    const change = lookChange(messageId, shownAt);
    const look = await answered(ledger, ledger.commits.submit(this.#mailboxId, change));
    if (look === 'not-shown') return;
    viewings.remember(this.#mailboxId, messageId, shownAt);
    if (look === 'unsettled') await settleOrLater(ledger, { mailboxId: this.#mailboxId, messageId });
  }

  async setPersonal(personal: PersonalSettings): Promise<void> {
    await this.#merge(HEAD_KEY, personalValues(personal));
  }

  async preferences(): Promise<Preferences> {
    const { ledger } = this.#parts;
    const row = await ask(ledger, (signal) => ledger.store.read(this.#mailboxId, PREFERENCES_KEY, signal));
    return row === null ? NO_PREFERENCES : readPreferences(row);
  }

  async setPreferences(preferences: Preferences): Promise<void> {
    await this.#merge(PREFERENCES_KEY, preferenceValues(preferences));
  }

  async raiseGeneration(): Promise<number | null> {
    const raised = this.head.generation + 1;
    if (raised > LAST_GENERATION) return null;
    // First what revokes: cut short after it, asking again still raises the same generation.
    const generation = await this.#parts.revocations.revokeBelow(this.#mailboxId, raised);
    await this.#merge(HEAD_KEY, { generation });
    return generation;
  }

  async #merge(key: string, values: RowValues): Promise<void> {
    const { ledger } = this.#parts;
    const write = { kind: 'merge', key, values } as const;
    const { outcome } = await ask(ledger, (signal) => ledger.store.commit(this.#mailboxId, [write], signal));
    if (outcome !== 'committed') throw new LedgerError('refused', `Storage does not take this ${key} row`);
  }
}
