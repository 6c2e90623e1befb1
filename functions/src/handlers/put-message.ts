import type { HttpHandler } from '@azure/functions';
import { readJson } from '../api/body.ts';
import { messageRoute } from '../api/message-route.ts';
import { registrationShape } from '../api/registration-shape.ts';
import type { App } from '../app.ts';
import { ANSWER_DONE, answerProblem } from '../problem.ts';

/** `PUT /api/messages/{id}`: the sender's own word replaces what was registered, or makes up for what wasn't. */
export function createPutMessage(app: App): HttpHandler {
  return messageRoute(app, 'put-message', async (messageId, mailbox, { request }) => {
    if (!app.config.listens) {
      return answerProblem(
        'tracking-off',
        'The company has switched tracking off. Nothing was noted about this message.',
      );
    }
    const body = await readJson(request, registrationShape);
    if (!body.ok) return body.answer;
    await mailbox.putMessage(messageId, body.value);
    return ANSWER_DONE;
  });
}
