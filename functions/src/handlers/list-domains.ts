import type { HttpHandler } from '@azure/functions';
import type { DomainsAnswer } from '@readback/core';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { answerJson } from '../problem.ts';

/** `GET /api/domains`: what the sender's own messages show of their recipients' mail gateways. */
export function createListDomains(app: App): HttpHandler {
  return mailboxRoute(app, 'list-domains', async (mailbox) => {
    const answer: DomainsAnswer = { items: await mailbox.domains() };
    return answerJson(answer);
  });
}
