import type { HttpHandler } from '@azure/functions';
import { answerNoMessage, messageRoute } from '../api/message-route.ts';
import type { App } from '../app.ts';
import { ANSWER_DONE } from '../problem.ts';

/** `DELETE /api/messages/{id}`: forgets a message and all its hits. */
export function createDeleteMessage(app: App): HttpHandler {
  return messageRoute(app, 'delete-message', async (messageId, mailbox) =>
    (await mailbox.deleteMessage(messageId)) ? ANSWER_DONE : answerNoMessage(),
  );
}
