import { learnDomains, type DeliverySigns, type DomainKnowledge } from '@readback/core';
import type { MailboxId } from '../rows/ids.ts';
import { readSigns, SIGN_PROPERTIES } from '../rows/listed-message.ts';
import { keysUnder } from '../rows/row-keys.ts';
import { readEach } from '../rows/row-reading.ts';
import { MAX_PAGE_ROWS, type Condition, type Row } from '../store/row-store.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';

/** Older messages aren't looked at: gateways change, and a request must end. */
const MOST_PAGES = 5;

const REGISTERED: Condition = { name: 'registered', is: 'equal', value: true };

/**
 * What the mailbox's messages show of their recipients' domains. It stands nowhere but in the messages' own rows, so it goes
 * with them. One request for each 1,000 messages, of the newest 5,000.
 */
export async function readDomains(parts: LedgerParts, mailboxId: MailboxId): Promise<readonly DomainKnowledge[]> {
  const signs: DeliverySigns[] = [];
  let range = keysUnder('m!');
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const request = { range, where: [[REGISTERED]], limit: MAX_PAGE_ROWS, select: SIGN_PROPERTIES };
    const { rows, more } = await ask(parts, (signal) => parts.store.list(mailboxId, request, signal));
    signs.push(...signsIn(parts, rows));
    if (!more) break;
    range = { ...range, after: rows.at(-1)?.key ?? range.after };
  }
  return learnDomains(signs);
}

/** The same about one domain, from its newest 1,000 messages, in one request. Null: there are none. */
export async function readDomain(
  parts: LedgerParts,
  mailboxId: MailboxId,
  domain: string,
): Promise<DomainKnowledge | null> {
  const where = [[REGISTERED, { name: 'domain', is: 'equal', value: domain } as const]];
  const request = { range: keysUnder('m!'), where, limit: MAX_PAGE_ROWS, select: SIGN_PROPERTIES };
  const { rows } = await ask(parts, (signal) => parts.store.list(mailboxId, request, signal));
  const [knowledge = null] = learnDomains(signsIn(parts, rows));
  return knowledge;
}

function signsIn({ log }: LedgerParts, rows: readonly Row[]): readonly DeliverySigns[] {
  return readEach(log, rows, readSigns).filter((signs) => signs !== null);
}
