import type { HttpHandler, HttpResponseInit } from '@azure/functions';
import type { App } from '../app.ts';
import { parseMessageId } from '../rows/ids.ts';
import type { MessageId } from '../rows/ids.ts';
import type { Mailbox } from '../ledger/ledger.ts';
import { answerProblem } from '../problem.ts';
import { pathSegment } from '../request-path.ts';
import { mailboxRoute } from './signed-in.ts';
import type { SignedIn } from './signed-in.ts';

/** A route below `/api/messages/{id}` of the person's own mailbox. */
export function messageRoute(
  app: App,
  route: string,
  handle: (messageId: MessageId, mailbox: Mailbox, visit: SignedIn) => Promise<HttpResponseInit>,
): HttpHandler {
  return mailboxRoute(app, route, async (mailbox, visit) => {
    const messageId = messageIdInPath(visit.request.url);
    return messageId === null ? answerNoMessage() : await handle(messageId, mailbox, visit);
  });
}

/** The id in `/api/messages/{id}`; null where it isn't one. */
export function messageIdInPath(url: string): MessageId | null {
  return parseMessageId(pathSegment(url, 2));
}

/** Not there, not registered, or somebody else's: which of these is nobody's business. */
export function answerNoMessage(): HttpResponseInit {
  return answerProblem('not-found', 'Your mailbox has no such message.');
}
