import type { HttpHandler } from '@azure/functions';
import type { Viewing } from '@readback/core';
import * as z from 'zod';
import { readJson } from '../api/body.ts';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { parseMessageId } from '../rows/ids.ts';
import { ANSWER_DONE, answerProblem } from '../problem.ts';

/** A pane may stay open for days. */
const MAX_SHOWN_MS = 30 * 24 * 3_600_000;

const viewingShape: z.ZodType<Viewing> = z.object({
  messageId: z.string(),
  shownForMs: z.number().min(0).max(MAX_SHOWN_MS).exactOptional(),
});

/** `POST /api/viewing`: the sender looks at an own message, so loads of its picture may be the sender's. */
export function createAnnounceViewing(app: App): HttpHandler {
  return mailboxRoute(app, 'announce-viewing', async (mailbox, { request }) => {
    const body = await readJson(request, viewingShape);
    if (!body.ok) return body.answer;
    const messageId = parseMessageId(body.value.messageId);
    if (messageId === null) return answerProblem('invalid', '`messageId` is not the id of a message.');
    await mailbox.viewing(messageId, body.value.shownForMs ?? 0);
    return ANSWER_DONE;
  });
}
