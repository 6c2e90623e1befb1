import type { Registration } from '@readback/core';
import { setImmediate as turn } from 'node:timers/promises';
import { boundHit } from '../rows/hit-row.ts';
import type { MailboxId, MessageRef } from '../rows/ids.ts';
import { hitIdAt } from '../rows/row-keys.ts';
import { hitChange, type PlacedHit } from './hit-change.ts';
import type { LedgerOptions } from './ledger-options.ts';
import { answered, createLedgerParts, type LedgerParts } from './ledger-parts.ts';
import type { Ledger, RecordOutcome, RegisterOutcome } from './ledger.ts';
import { logLostHit } from './lost-hit.ts';
import { StoredMailbox } from './mailbox.ts';
import { registerChange } from './message-changes.ts';
import { NotKept, orUnknownMailbox } from './not-kept.ts';
import { noteQuotes } from './note-quotes.ts';
import { openHead } from './open-head.ts';
import { readDetail } from './read-detail.ts';
import { readDigest } from './read-digest.ts';
import { readOverview } from './read-lists.ts';
import { Revocations } from './revocations.ts';
import { compareSecrets } from './secret-checks.ts';
import { settleOrLater } from './settle.ts';
import { sweep } from './sweep.ts';
import { Viewings } from './viewings.ts';

/** The ledger over any store (`createTableStore`, `createMemoryStore`). One per process: it groups what it writes. */
export function createLedger(options: LedgerOptions): Ledger {
  const parts = createLedgerParts(options);
  const revocations = new Revocations(parts);
  const viewings = new Viewings();
  return {
    record: (mailboxId, messageId, hit) => {
      const placed = { messageId, id: hitIdAt(hit.at, parts.entropy()), hit: boundHit(hit) };
      return record(parts, mailboxId, placed);
    },
    register: (mailboxId, messageId, registration) => register(parts, { mailboxId, messageId }, registration),
    open: async (owner) => {
      const head = await openHead(parts, owner);
      return head === null ? null : new StoredMailbox({ ledger: parts, revocations, viewings }, owner.mailboxId, head);
    },
    overview: (owner, limit) => readOverview(parts, owner, limit),
    digest: (owner, after) => readDigest(parts, owner, after),
    message: (owner, messageId, page) => readDetail(parts, { owner, messageId }, page),
    isRevoked: (mailboxId, generation) => revocations.isRevoked(mailboxId, generation),
    compareSecrets: (checks, keepNew) => compareSecrets(parts, checks, keepNew),
    sweep: (retentionDays) => sweep(parts, retentionDays),
    flush: (timeoutMs) => flush(parts, timeoutMs),
  };
}

async function record(parts: LedgerParts, mailboxId: MailboxId, placed: PlacedHit): Promise<RecordOutcome> {
  try {
    return await orUnknownMailbox(parts.commits.submit(mailboxId, hitChange(placed)));
  } catch (error) {
    const receipt = error instanceof NotKept ? error.receipt : null;
    logLostHit(parts.log, { mailboxId, placed, receipt });
    return 'logged';
  }
}

async function register(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
  registration: Registration,
): Promise<RegisterOutcome> {
  const change = registerChange(messageId, registration, parts.clock.now());
  const registered = await answered(parts, orUnknownMailbox(parts.commits.submit(mailboxId, change)));
  if (registered === 'unknown-mailbox') return registered;
  if (registered.unsettled) await settleOrLater(parts, { mailboxId, messageId });
  if (registered.outcome === 'created') await noteQuotes(parts, mailboxId, registration);
  return registered.outcome;
}

async function flush({ attempts, commits, clock, log }: LedgerParts, timeoutMs: number): Promise<void> {
  const over = new AbortController();
  attempts.hurry();
  const isIdle = await Promise.race([
    commits.idle().then(() => true),
    clock.sleep(timeoutMs, over.signal).then(() => false),
  ]);
  over.abort();
  if (isIdle) return attempts.relax();
  attempts.stop();
  await commits.idle();
  // Whoever waited for a change writes their log line in this turn.
  await turn();
  log('ledger-stopped', { afterMs: timeoutMs });
}
