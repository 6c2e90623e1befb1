import type { HttpHandler } from '@azure/functions';
import { answerList } from '../api/list-answer.ts';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { parseMessageId } from '../rows/ids.ts';

/** `GET /api/messages`: own messages, newest first. */
export function createListMessages(app: App): HttpHandler {
  return mailboxRoute(app, 'list-messages', (mailbox, { request }) =>
    answerList(mailbox, request, { parseId: parseMessageId, read: (page) => mailbox.messages(page) }),
  );
}
