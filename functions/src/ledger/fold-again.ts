import { isDeepStrictEqual } from 'node:util';
import { showAgain, tellFact } from '../rows/activity-row.ts';
import type { MailboxId, MessageId, MessageRef } from '../rows/ids.ts';
import { contextOf, type StoredMessage } from '../rows/stored-message.ts';
import { MAX_WRITES, type Write } from '../store/row-store.ts';
import { nothing, type Change } from './change.ts';
import { answered, ask, type LedgerParts } from './ledger-parts.ts';
import { readStored } from './read-stored.ts';
import { foldStored, type FoldedMessage, type RejudgedHit } from './stored-hits.ts';

/** How often a message is folded again when hits come in meanwhile. */
const TIMES = 5;

/** How many facts about held hits are told at once, the newest ones: they share one transaction. */
const FACTS_AT_ONCE = 50;

/** What folding a message's stored hits again came to. */
export interface FoldReport {
  /** `differs`: and stays so, in a dry run. `busy`: hits come in faster than they can be folded. */
  outcome: 'sound' | 'differs' | 'mended' | 'busy';
  /** As it stood before; null: there is none. */
  before: StoredMessage | null;
  /** What its hits fold to; null: there is no message. */
  folded: FoldedMessage | null;
}

/**
 * Makes a message's state what its stored hits fold to under the rules of this version, and the verdicts in the hits' rows
 * what they are first judged as; with `isDry` it only compares.
 */
export async function foldAgain(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
  isDry = false,
): Promise<FoldReport> {
  for (let attempt = 0; attempt < TIMES; attempt += 1) {
    const before = await readStored(parts, { mailboxId, messageId });
    if (before === null) return { outcome: 'sound', before, folded: null };
    const folded = await foldStored(parts, mailboxId, { messageId, message: before });
    const isSound = folded.rejudged.length === 0 && isDeepStrictEqual(folded.state, before.state);
    if (isSound && !before.stale && !before.outdated) return { outcome: 'sound', before, folded };
    if (isDry) return { outcome: 'differs', before, folded };
    if (!(await rewriteVerdicts(parts, mailboxId, folded.rejudged))) continue;
    const change = foldedChange(messageId, before, folded);
    if (await answered(parts, parts.commits.submit(mailboxId, change))) return { outcome: 'mended', before, folded };
  }
  return { outcome: 'busy', before: null, folded: null };
}

/** False: a row changed or vanished meanwhile. Done in part it is harmless: the rest differs still, and is done again. */
async function rewriteVerdicts(
  parts: LedgerParts,
  mailboxId: MailboxId,
  rejudged: readonly RejudgedHit[],
): Promise<boolean> {
  const writes = rejudged.map(({ row, verdict }): Write => ({
    kind: 'replace',
    key: row.key,
    values: { ...row.values, verdict: JSON.stringify(verdict) },
    etag: row.etag,
  }));
  for (let start = 0; start < writes.length; start += MAX_WRITES) {
    const some = writes.slice(start, start + MAX_WRITES);
    const { outcome } = await ask(parts, (signal) => parts.store.commit(mailboxId, some, signal));
    if (outcome !== 'committed') return false;
  }
  return true;
}

/** Only while the message is as it was when its hits were read. */
function foldedChange(messageId: MessageId, seen: StoredMessage, { state, facts }: FoldedMessage): Change<boolean> {
  return {
    messageId,
    apply: (stored, { now, entropy }) => {
      if (stored === null || !isDeepStrictEqual(foldedWith(stored), foldedWith(seen))) return nothing(false);
      const told = stored.untold ? facts.slice(-FACTS_AT_ONCE) : [];
      const message = { ...stored, state, stale: false, untold: false };
      const rows = told.map((fact) => tellFact({ messageId, message }, fact, { now, entropy: entropy() }));
      return { message, rows: [...rows, ...(stored.stale ? correctedRows(messageId, message) : [])], result: true };
    },
  };
}

/** "That was me" was told before the message was folded again: its entry shows the message with it from here on. */
function correctedRows(messageId: MessageId, message: StoredMessage): readonly Write[] {
  const newest = message.corrections.at(-1);
  if (newest === undefined) return [];
  return [showAgain({ messageId, message }, { committedAt: newest.at, entropy: newest.told })];
}

/** All that decides what a message's stored hits fold to. */
function foldedWith(message: StoredMessage): unknown {
  const { placed, droppedBelow, mine, looked, corrections } = message;
  return [placed, droppedBelow, mine, looked, corrections, contextOf(message)];
}
