import type { Page } from 'playwright-core';
import { parseMessageId } from '../../functions/src/rows/ids.ts';
import { HEAD_AND_MESSAGES, messageIdOfKey, messageKey } from '../../functions/src/rows/row-keys.ts';
import { MAX_WRITES } from '../../functions/src/store/row-store.ts';
import type { Row, RowStore, Write } from '../../functions/src/store/row-store.ts';
import { openMailDesk } from '../../tests/src/mail-desk.ts';
import type { MailDesk, SentMail } from '../../tests/src/mail-desk.ts';
import { inLanes, numbersBelow } from './in-lanes.ts';

/** A mailbox to be looked at, past its introduction. */
export interface FullMailbox {
  /** The mail that was sent last; its picture was loaded once. */
  newest: { subject: string; mail: SentMail };
}

/** More than a page of the activity holds; the mails that a first page shows are real ones. */
const REAL_MAILS = 120;
/** Two of three were loaded. */
const isLoaded = (number: number): boolean => number % 3 !== 2;
/** Mails under way at once. */
const LANES = 10;

/** How far back they go: further than insights look. */
const OLDEST_HOURS = 180 * 24;
const HOUR_MS = 3_600_000;
const LAST_MOMENT = 2 ** 48 - 1;

/**
 * Fills the mailbox of whoever is signed in at `page` with so many mails: the newest are sent and loaded through the public
 * doors, the older ones are copies of their rows, since one by one Azurite would take minutes to register them.
 */
export async function fillMailbox(
  { page, origin, store }: { page: Page; origin: string; store: RowStore },
  mails: number,
): Promise<FullMailbox> {
  const desk = await openMailDesk(page, origin);
  const newest = await sendMail(desk, 0);
  await inLanes(LANES, numbersBelow(REAL_MAILS - 1), (number) => sendMail(desk, number + 1));
  await copyMails(store, mails - REAL_MAILS);
  return { newest: { subject: subjectOf(0), mail: newest } };
}

async function sendMail(desk: MailDesk, number: number): Promise<SentMail> {
  const mail = await desk.send({
    subject: subjectOf(number),
    to: `person${number % 40}@company${number % 12}.example`,
    name: `Person ${number % 40}`,
    hoursAgo: 1 + number / 2,
  });
  if (isLoaded(number)) await mail.load();
  return mail;
}

/** Of different lengths, as people's are. */
function subjectOf(number: number): string {
  return `Mail ${number}${' about the offer of last week'.repeat(number % 4)}`;
}

async function copyMails(store: RowStore, copies: number): Promise<void> {
  const { signal } = new AbortController();
  const { rows } = await store.scan({ range: HEAD_AND_MESSAGES, limit: 1_000 }, null, signal);
  const originals = rows.filter(({ key }) => messageIdOfKey(key) !== null);
  const [first] = originals;
  if (first === undefined || originals.length !== REAL_MAILS) throw new Error(`${originals.length} mails are stored`);
  for (let start = 0; start < copies; start += MAX_WRITES) {
    const count = Math.min(MAX_WRITES, copies - start);
    const writes = Array.from({ length: count }, (_, index) => copyOf(originals, start + index, copies));
    const { outcome } = await store.commit(first.partition, writes, signal);
    if (outcome !== 'committed') throw new Error(`Copies met a ${outcome}`);
  }
}

function copyOf(originals: readonly Row[], number: number, copies: number): Write {
  const youngest = 2 + REAL_MAILS / 2;
  const hoursAgo = youngest + ((OLDEST_HOURS - youngest) * number) / copies;
  const sentAt = Math.round(Date.now() - hoursAgo * HOUR_MS);
  const id = parseMessageId(hexOf(LAST_MOMENT - sentAt) + hexOf(number));
  if (id === null) throw new RangeError(`No mail ${number}`);
  const values = { ...originals[number % originals.length]?.values, sentAt: new Date(sentAt).toISOString() };
  return { kind: 'insert', key: messageKey(id), values };
}

function hexOf(number: number): string {
  return number.toString(16).padStart(12, '0');
}
