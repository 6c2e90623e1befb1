import type { HttpHandler } from '@azure/functions';
import { answerList } from '../api/list-answer.ts';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { parseActivityId } from '../rows/ids.ts';

/** `GET /api/activity`: what is worth telling, newest first. */
export function createListActivity(app: App): HttpHandler {
  return mailboxRoute(app, 'list-activity', (mailbox, { request }) =>
    answerList(mailbox, request, { parseId: parseActivityId, read: (page) => mailbox.activity(page) }),
  );
}
