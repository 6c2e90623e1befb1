import { initialState } from '@readback/core';
import { writeText } from './chunked-text.ts';
import { DamagedRow } from './damaged-row.ts';
import { TOUCH_HEAD } from './heads.ts';
import { hitChange } from './hit-change.ts';
import { parseMailboxId, type MailboxId, type MessageId } from './ids.ts';
import type { LedgerOptions } from './ledger-options.ts';
import { answered, ask, createLedgerRoom, type LedgerRoom } from './ledger-room.ts';
import { LOST_HIT_EVENT, readLostHit, type LostHit } from './lost-hit.ts';
import { messageValues, readMessage } from './message-row.ts';
import { orUnknownMailbox } from './not-kept.ts';
import { hitKey, isReceiptKey, keysUnder, messageIdOfKey, messageKey } from './row-keys.ts';
import { scanPages } from './row-pages.ts';
import type { Write } from './row-store.ts';
import { foldAgain } from './settle.ts';
import { foldStored } from './stored-hits.ts';

/** What an administrator runs when something went wrong with storage. */
export interface Repair {
  /**
   * Folds each message's stored hits again and compares. With `isDry` nothing is written.
   * Rejects with a `LedgerError` when storage fails.
   */
  foldAll(isDry: boolean): AsyncIterable<FoldedMessage>;

  /**
   * Brings back the hits that log lines tell of, each once, however often it is run; lines of other kinds are passed over.
   * Of hits past a message's limit, which have no row of their own, some may be tallied twice.
   */
  readBack(lines: Iterable<string> | AsyncIterable<string>): Promise<ReadBackReport>;
}

export interface FoldedMessage {
  mailboxId: MailboxId;
  messageId: MessageId;
  /** `differs`: and stays so, in a dry run. `damaged`: a row can't be read. */
  outcome: 'sound' | 'differs' | 'mended' | 'damaged';
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
  const room = createLedgerRoom(options);
  return {
    foldAll: (isDry) => foldAll(room, isDry),
    readBack: (lines) => readBack(room, lines),
  };
}

async function* foldAll(room: LedgerRoom, isDry: boolean): AsyncIterable<FoldedMessage> {
  for await (const rows of scanPages(room, { range: keysUnder('m!'), select: ['deleted'] })) {
    for (const { partition, key } of rows) {
      const mailboxId = parseMailboxId(partition);
      const messageId = messageIdOfKey(key);
      if (mailboxId === null || messageId === null) continue;
      yield { mailboxId, messageId, outcome: await foldMessage(room, { mailboxId, messageId }, isDry) };
    }
  }
}

interface Target {
  mailboxId: MailboxId;
  messageId: MessageId;
}

async function foldMessage(room: LedgerRoom, target: Target, isDry: boolean): Promise<FoldedMessage['outcome']> {
  try {
    return await foldAgain(room, target, isDry);
  } catch (error) {
    if (!(error instanceof DamagedRow)) throw error;
    return await mendState(room, target, isDry);
  }
}

/** A row whose counts alone can't be read gets them from its hits; it can't be changed in any other way until then. */
async function mendState(
  room: LedgerRoom,
  { mailboxId, messageId }: Target,
  isDry: boolean,
): Promise<FoldedMessage['outcome']> {
  try {
    const row = await ask(room, (signal) => room.store.read(mailboxId, messageKey(messageId), signal));
    if (row === null) return 'sound';
    const values = { ...row.values, ...writeText('state', JSON.stringify(initialState())) };
    const message = readMessage({ ...row, values });
    const state = await foldStored(room, mailboxId, { messageId, message });
    if (isDry) return 'differs';
    const write: Write = {
      kind: 'replace',
      key: row.key,
      values: messageValues({ ...message, state }),
      etag: row.etag,
    };
    const { outcome } = await ask(room, (signal) => room.store.commit(mailboxId, [write, TOUCH_HEAD], signal));
    return outcome === 'committed' ? 'mended' : 'differs';
  } catch (error) {
    if (error instanceof DamagedRow) return 'damaged';
    throw error;
  }
}

async function readBack(room: LedgerRoom, lines: Iterable<string> | AsyncIterable<string>): Promise<ReadBackReport> {
  const report = { written: 0, alreadyThere: 0, dropped: 0, unreadable: 0 };
  for await (const line of lines) {
    if (!line.includes(LOST_HIT_EVENT)) continue;
    const lost = readLostHit(line);
    report[lost === null ? 'unreadable' : await bringBack(room, lost)] += 1;
  }
  return report;
}

async function bringBack(room: LedgerRoom, lost: LostHit): Promise<Exclude<keyof ReadBackReport, 'unreadable'>> {
  const { mailboxId, placed, receipt } = lost;
  // A stored hit is its own proof. A tallied one has only its batch's receipt, which proves nothing when it is another
  // hit's row: that may have been read back itself, by this run or one before.
  const proofs = [hitKey(placed.messageId, placed.id), ...(receipt !== null && isReceiptKey(receipt) ? [receipt] : [])];
  for (const key of proofs) {
    const row = await ask(room, (signal) => room.store.read(mailboxId, key, signal));
    if (row !== null) return 'alreadyThere';
  }
  const outcome = await answered(room, orUnknownMailbox(room.commits.submit(mailboxId, hitChange(placed))));
  return outcome === 'dropped' || outcome === 'unknown-mailbox' ? 'dropped' : 'written';
}
