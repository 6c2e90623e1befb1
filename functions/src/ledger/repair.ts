import { isDeepStrictEqual } from 'node:util';
import type { Reason, Verdict } from '@readback/core';
import { initialState } from '@readback/core';
import { DamagedRow } from '../rows/damaged-row.ts';
import { foldValues, isFoldProperty } from '../rows/fold-values.ts';
import { parseMailboxId, type MailboxId, type MessageRef } from '../rows/ids.ts';
import { messageValues, readMessage } from '../rows/message-row.ts';
import { hitKey, isReceiptKey, keysUnder, messageIdOfKey, messageKey } from '../rows/row-keys.ts';
import { summaryOfHits, type StoredMessage } from '../rows/stored-message.ts';
import type { Write } from '../store/row-store.ts';
import { foldAgain } from './fold-again.ts';
import { TOUCH_HEAD } from './heads.ts';
import { hitChange } from './hit-change.ts';
import type { LedgerOptions } from './ledger-options.ts';
import { answered, ask, createLedgerParts, type LedgerParts } from './ledger-parts.ts';
import { LedgerError } from './ledger.ts';
import { LOST_HIT_EVENT, readLostHit, type LostHit } from './lost-hit.ts';
import { orUnknownMailbox } from './not-kept.ts';
import { listPages, scanPages } from './row-pages.ts';
import { foldStored, type FoldedMessage } from './stored-hits.ts';

/** What an administrator runs when something went wrong with storage. */
export interface Repair {
  /**
   * Folds each message's stored hits again under the rules of this version, and compares: counts and verdicts. With `isDry`
   * nothing is written. Rejects with a `LedgerError` when storage fails.
   */
  foldAll(options: FoldOptions): AsyncIterable<MessageReport>;

  /**
   * Brings back the hits that log lines tell of, each once, however often it is run; lines of other kinds are passed over.
   * Of hits past a message's limit, which have no row of their own, some may be tallied twice.
   */
  readBack(lines: Iterable<string> | AsyncIterable<string>): Promise<ReadBackReport>;
}

export interface FoldOptions {
  isDry: boolean;
  /** Only messages of this one; default: all. */
  mailboxId?: MailboxId;
}

export interface MessageReport extends MessageRef {
  /** `differs`: and stays so, in a dry run. `busy`: hits come in too fast; ask again. `damaged`: a row can't be read. */
  outcome: 'sound' | 'differs' | 'mended' | 'busy' | 'damaged';
  /** Hits that were read; 0 where they couldn't be. */
  hits: number;
  /** First verdicts that differ from those in the hits' rows. */
  rejudged: readonly { from: Verdict; to: Verdict }[];
  /** Whether an earlier version wrote its row, so that it is to be written again for what lists show. */
  outdated: boolean;
  /** The message's line before and after; null where it stays, or couldn't be read. */
  headline: { from: Reason; to: Reason } | null;
}

/** How many lines there were of each sort. */
export interface ReadBackReport {
  written: number;
  /** They had been written all the same. */
  alreadyThere: number;
  /** Their sender doesn't want them, or nobody opened the mailbox. */
  dropped: number;
  /** Lines that should tell of a hit and can't be read. */
  unreadable: number;
}

export function createRepair(options: LedgerOptions): Repair {
  const parts = createLedgerParts(options);
  return {
    foldAll: (options) => foldAll(parts, options),
    readBack: (lines) => readBack(parts, lines),
  };
}

async function* foldAll(parts: LedgerParts, { isDry, mailboxId: wanted }: FoldOptions): AsyncIterable<MessageReport> {
  const request = { range: keysUnder('m!'), select: ['deleted'] };
  const pages = wanted === undefined ? scanPages(parts, request) : listPages(parts, wanted, request);
  for await (const rows of pages) {
    for (const { partition, key } of rows) {
      const mailboxId = parseMailboxId(partition);
      const messageId = messageIdOfKey(key);
      if (mailboxId === null || messageId === null) continue;
      yield { mailboxId, messageId, ...(await foldMessage(parts, { mailboxId, messageId }, isDry)) };
    }
  }
}

type Findings = Omit<MessageReport, keyof MessageRef>;

async function foldMessage(parts: LedgerParts, ref: MessageRef, isDry: boolean): Promise<Findings> {
  try {
    const { outcome, before, folded } = await foldAgain(parts, ref, isDry);
    return before === null || folded === null ? unread(outcome) : { outcome, ...compare(before, folded) };
  } catch (error) {
    if (!isAboutRow(error)) throw error;
    return unread(await mendState(parts, ref, isDry));
  }
}

/** Whether a row can't be read: the message's own, or that of a hit. */
function isAboutRow(error: unknown): boolean {
  return error instanceof DamagedRow || (error instanceof LedgerError && error.cause instanceof DamagedRow);
}

function unread(outcome: Findings['outcome']): Findings {
  return { outcome, hits: 0, rejudged: [], outdated: false, headline: null };
}

function compare(before: StoredMessage, { state, hits, rejudged }: FoldedMessage): Omit<Findings, 'outcome'> {
  const from = summaryOfHits(before).headline;
  const to = summaryOfHits({ ...before, state }).headline;
  return {
    hits,
    rejudged: rejudged.map(({ hit, verdict }) => ({ from: hit.verdict, to: verdict })),
    outdated: before.outdated,
    headline: isDeepStrictEqual(from, to) ? null : { from, to },
  };
}

/** A row whose counts alone can't be read gets them from its hits; it can't be changed in any other way until then. */
async function mendState(
  parts: LedgerParts,
  { mailboxId, messageId }: MessageRef,
  isDry: boolean,
): Promise<Findings['outcome']> {
  try {
    const row = await ask(parts, (signal) => parts.store.read(mailboxId, messageKey(messageId), signal));
    if (row === null) return 'sound';
    const sound = Object.entries(row.values).filter(([name]) => !isFoldProperty(name));
    const values = { ...Object.fromEntries(sound), ...foldValues(initialState()) };
    const message = readMessage({ ...row, values });
    const { state } = await foldStored(parts, mailboxId, { messageId, message });
    if (isDry) return 'differs';
    const write: Write = {
      kind: 'replace',
      key: row.key,
      values: messageValues({ ...message, state }),
      etag: row.etag,
    };
    const { outcome } = await ask(parts, (signal) => parts.store.commit(mailboxId, [write, TOUCH_HEAD], signal));
    return outcome === 'committed' ? 'mended' : 'differs';
  } catch (error) {
    if (error instanceof DamagedRow) return 'damaged';
    throw error;
  }
}

async function readBack(parts: LedgerParts, lines: Iterable<string> | AsyncIterable<string>): Promise<ReadBackReport> {
  const report = { written: 0, alreadyThere: 0, dropped: 0, unreadable: 0 };
  for await (const line of lines) {
    if (!line.includes(LOST_HIT_EVENT)) continue;
    const lost = readLostHit(line);
    report[lost === null ? 'unreadable' : await bringBack(parts, lost)] += 1;
  }
  return report;
}

async function bringBack(parts: LedgerParts, lost: LostHit): Promise<Exclude<keyof ReadBackReport, 'unreadable'>> {
  const { mailboxId, placed, receipt } = lost;
  // A stored hit is its own proof. A tallied one has only its batch's receipt, which proves nothing when it is another
  // hit's row: that may have been read back itself, by this run or one before.
  const proofs = [hitKey(placed.messageId, placed.id), ...(receipt !== null && isReceiptKey(receipt) ? [receipt] : [])];
  for (const key of proofs) {
    const row = await ask(parts, (signal) => parts.store.read(mailboxId, key, signal));
    if (row !== null) return 'alreadyThere';
  }
  const outcome = await answered(parts, orUnknownMailbox(parts.commits.submit(mailboxId, hitChange(placed))));
  return outcome === 'dropped' || outcome === 'unknown-mailbox' ? 'dropped' : 'written';
}
