import type { HttpHandler } from '@azure/functions';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { answerJson } from '../problem.ts';

/** `GET /api/preferences`: what the person wants to be told, and has seen. */
export function createGetPreferences(app: App): HttpHandler {
  return mailboxRoute(app, 'get-preferences', async (mailbox) => answerJson(await mailbox.preferences()));
}
