import type { HttpHandler } from '@azure/functions';
import { answerNoMessage, messageIdInPath } from '../api/message-route.ts';
import { readPage } from '../api/paging.ts';
import { signedInRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { parseHitId } from '../rows/ids.ts';
import { answerJson, answerProblem } from '../problem.ts';

/** `GET /api/messages/{id}`: what happened to one message, a page of hits at a time. */
export function createGetMessage(app: App): HttpHandler {
  return signedInRoute(app, 'get-message', async ({ request, owner, ledger }) => {
    const messageId = messageIdInPath(request.url);
    if (messageId === null) return answerNoMessage();
    const page = readPage(request, parseHitId);
    if (page === null)
      return answerProblem('invalid', '`limit` is a number from 1 to 100; `after` is what `next` said.');
    const message = await ledger.message(owner, messageId, page);
    return message === null ? answerNoMessage() : answerJson(message);
  });
}
