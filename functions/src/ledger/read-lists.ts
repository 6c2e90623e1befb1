import type { ActivityItem, ListPart, MessageSummary, Overview } from '@readback/core';
import { readActivity } from '../rows/activity-row.ts';
import type { ActivityId, MailboxId, MessageId } from '../rows/ids.ts';
import { LISTED_PROPERTIES, readListed } from '../rows/listed-message.ts';
import { summaryOf } from '../rows/message-view.ts';
import { activityIdOfKey, activityKey, keysUnder, messageIdOfKey, messageKey } from '../rows/row-keys.ts';
import { readEach } from '../rows/row-reading.ts';
import type { RowPage } from '../store/row-store.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';
import type { MailboxOwner, PageRequest } from './ledger.ts';
import { readWithHead } from './read-with-head.ts';

/** Registered messages, newest first. One storage request. */
export async function readMessages(
  parts: LedgerParts,
  mailboxId: MailboxId,
  { after, limit }: PageRequest<MessageId>,
): Promise<ListPart<MessageSummary>> {
  const range = keysUnder('m!', after === null ? null : messageKey(after));
  const where = [[{ name: 'registered', is: 'equal', value: true } as const]];
  const request = { range, where, limit, select: LISTED_PROPERTIES };
  return messagesOf(parts, await ask(parts, (signal) => parts.store.list(mailboxId, request, signal)));
}

/** What is worth telling, newest commit first. One storage request. */
export async function readActivities(
  parts: LedgerParts,
  mailboxId: MailboxId,
  { after, limit }: PageRequest<ActivityId>,
): Promise<ListPart<ActivityItem>> {
  const range = keysUnder('a!', after === null ? null : activityKey(after));
  const where = [[{ name: 'told', is: 'equal', value: true } as const]];
  const page = await ask(parts, (signal) => parts.store.list(mailboxId, { range, where, limit }, signal));
  return { items: readEach(parts.log, page.rows, readActivity), next: nextOf(page, activityIdOfKey) };
}

/** Where both lists begin, in two requests: `head` comes along with the messages. Null: the mailbox is somebody else's. */
export async function readOverview(parts: LedgerParts, owner: MailboxOwner, limit: number): Promise<Overview | null> {
  const [activity, page] = await Promise.all([
    readActivities(parts, owner.mailboxId, { after: null, limit }),
    readWithHead(parts, owner, { limit, select: LISTED_PROPERTIES }),
  ]);
  return page === null ? null : { activity, messages: messagesOf(parts, page), version: page.version };
}

function messagesOf({ log }: LedgerParts, page: RowPage): ListPart<MessageSummary> {
  const items = readEach(log, page.rows, (row) => {
    const id = messageIdOfKey(row.key);
    return id === null ? null : summaryOf(id, readListed(row));
  });
  return { items: items.filter((item) => item !== null), next: nextOf(page, messageIdOfKey) };
}

/** After which row the next page begins, whether that row could be read or not; null where there is none. */
function nextOf<Id>({ rows, more }: RowPage, idOfKey: (key: string) => Id | null): Id | null {
  return more ? idOfKey(rows.at(-1)?.key ?? '') : null;
}
