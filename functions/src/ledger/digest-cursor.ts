import { parseMessageId, type MessageId } from '../rows/ids.ts';

/** Where the next page of a digest begins. */
export interface DigestCursor {
  /** The last message of the page before. */
  messageId: MessageId;
  /** Of the mailbox when the first page was read: what changes while somebody turns pages is news to whoever polls with it. */
  version: string;
}

/** The cursor as the `next` of a page. */
export function digestCursorText({ messageId, version }: DigestCursor): string {
  return `${messageId}.${Buffer.from(version).toString('base64url')}`;
}

/** Reads what `digestCursorText` wrote; null where it isn't such a text. */
export function parseDigestCursor(text: string): DigestCursor | null {
  const [, id = '', version = ''] = /^([^.]{24})\.([\w-]{1,200})$/.exec(text) ?? [];
  const messageId = parseMessageId(id);
  return messageId === null ? null : { messageId, version: Buffer.from(version, 'base64url').toString() };
}
