import type { HttpHandler } from '@azure/functions';
import type { Correction } from '@readback/core';
import * as z from 'zod';
import { readJson } from '../api/body.ts';
import { messageRoute } from '../api/message-route.ts';
import type { App } from '../app.ts';
import { parseHitId } from '../rows/ids.ts';
import { ANSWER_DONE, answerProblem } from '../problem.ts';

const correctionShape: z.ZodType<Correction> = z.object({ hit: z.string(), actor: z.literal('sender').nullable() });

/** `POST /api/messages/{id}/corrections`: "that was me", or not after all. */
export function createCorrectHit(app: App): HttpHandler {
  return messageRoute(app, 'correct-hit', async (messageId, mailbox, { request }) => {
    const body = await readJson(request, correctionShape);
    if (!body.ok) return body.answer;
    const hit = parseHitId(body.value.hit);
    const isDone = hit !== null && (await mailbox.correct(messageId, { hit, actor: body.value.actor }));
    return isDone ? ANSWER_DONE : answerProblem('not-found', 'The message has no such hit.');
  });
}
