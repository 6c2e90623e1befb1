import type { ActivityItem, ListPart, MessageSummary, Overview } from '@readback/core';
import { readActivity } from './activity-row.ts';
import type { ActivityId, MailboxId, MessageId } from './ids.ts';
import { ask, type LedgerRoom } from './ledger-room.ts';
import type { MailboxOwner, PageRequest } from './ledger.ts';
import { LISTED_PROPERTIES, readListed } from './listed-message.ts';
import { summaryOf } from './message-view.ts';
import { readWithHead } from './read-with-head.ts';
import { activityKey, keysUnder, messageIdOfKey, messageKey } from './row-keys.ts';
import type { RowPage } from './row-store.ts';

/** Registered messages, newest first. One storage request. */
export async function readMessages(
  room: LedgerRoom,
  mailboxId: MailboxId,
  { after, limit }: PageRequest<MessageId>,
): Promise<ListPart<MessageSummary>> {
  const range = keysUnder('m!', after === null ? null : messageKey(after));
  const where = [[{ name: 'registered', is: 'equal', value: true } as const]];
  const request = { range, where, limit, select: LISTED_PROPERTIES };
  return messagesOf(await ask(room, (signal) => room.store.list(mailboxId, request, signal)));
}

/** What is worth telling, newest commit first. One storage request. */
export async function readActivities(
  room: LedgerRoom,
  mailboxId: MailboxId,
  { after, limit }: PageRequest<ActivityId>,
): Promise<ListPart<ActivityItem>> {
  const range = keysUnder('a!', after === null ? null : activityKey(after));
  const where = [[{ name: 'told', is: 'equal', value: true } as const]];
  const page = await ask(room, (signal) => room.store.list(mailboxId, { range, where, limit }, signal));
  const items = page.rows.map(readActivity);
  return { items, next: page.more ? (items.at(-1)?.id ?? null) : null };
}

/** Where both lists begin, in two requests: `head` comes along with the messages. Null: the mailbox is somebody else's. */
export async function readOverview(room: LedgerRoom, owner: MailboxOwner, limit: number): Promise<Overview | null> {
  const [activity, page] = await Promise.all([
    readActivities(room, owner.mailboxId, { after: null, limit }),
    readWithHead(room, owner, { limit, select: LISTED_PROPERTIES }),
  ]);
  return page === null ? null : { activity, messages: messagesOf(page), version: page.version };
}

function messagesOf({ rows, more }: RowPage): ListPart<MessageSummary> {
  const items = rows.flatMap((row) => {
    const id = messageIdOfKey(row.key);
    return id === null ? [] : [summaryOf(id, readListed(row))];
  });
  return { items, next: more ? (items.at(-1)?.id ?? null) : null };
}
