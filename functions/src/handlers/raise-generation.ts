import type { HttpHandler } from '@azure/functions';
import type { GenerationAnswer } from '@readback/core';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { answerJson, answerProblem } from '../problem.ts';

/** `POST /api/mailbox/generation`: withdraws the mailbox's key, when it may have leaked. */
export function createRaiseGeneration(app: App): HttpHandler {
  return mailboxRoute(app, 'raise-generation', async (mailbox) => {
    const generation = await mailbox.raiseGeneration();
    if (generation === null) {
      return answerProblem(
        'no-generation-left',
        'It was renewed 255 times. Your admin has to add a master in MASTERS.',
      );
    }
    const answer: GenerationAnswer = { generation };
    return answerJson(answer);
  });
}
