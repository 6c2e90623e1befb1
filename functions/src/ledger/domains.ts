import { learnDomains, type DeliverySigns, type DomainKnowledge } from '@readback/core';
import type { MailboxId } from '../rows/ids.ts';
import { ask, type LedgerRoom } from './ledger-room.ts';
import { readSigns, SIGN_PROPERTIES } from '../rows/listed-message.ts';
import { keysUnder } from '../rows/row-keys.ts';
import type { Condition } from '../store/row-store.ts';

/** What the service gives in one page at most. */
const PAGE_ROWS = 1_000;

/** As many of the newest messages are looked at: gateways change, and a request must end. */
const MOST_PAGES = 5;

const REGISTERED: Condition = { name: 'registered', is: 'equal', value: true };

/**
 * What the mailbox's messages show of their recipients' domains. It stands nowhere but in the messages' own rows, so it goes
 * with them. One request for each 1,000 messages, of the newest 5,000.
 */
export async function readDomains(room: LedgerRoom, mailboxId: MailboxId): Promise<readonly DomainKnowledge[]> {
  const signs: DeliverySigns[] = [];
  let range = keysUnder('m!');
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const request = { range, where: [[REGISTERED]], limit: PAGE_ROWS, select: SIGN_PROPERTIES };
    const { rows, more } = await ask(room, (signal) => room.store.list(mailboxId, request, signal));
    signs.push(...rows.map(readSigns).filter((each) => each !== null));
    if (!more) break;
    range = { ...range, after: rows.at(-1)?.key ?? range.after };
  }
  return learnDomains(signs);
}

/** The same about one domain, from its newest 1,000 messages, in one request. Null: there are none. */
export async function readDomain(
  room: LedgerRoom,
  mailboxId: MailboxId,
  domain: string,
): Promise<DomainKnowledge | null> {
  const where = [[REGISTERED, { name: 'domain', is: 'equal', value: domain } as const]];
  const request = { range: keysUnder('m!'), where, limit: PAGE_ROWS, select: SIGN_PROPERTIES };
  const { rows } = await ask(room, (signal) => room.store.list(mailboxId, request, signal));
  const [knowledge = null] = learnDomains(rows.map(readSigns).filter((each) => each !== null));
  return knowledge;
}
