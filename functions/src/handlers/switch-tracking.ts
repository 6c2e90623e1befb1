import type { HttpHandler } from '@azure/functions';
import type { TrackingSwitch } from '@readback/core';
import * as z from 'zod';
import { readJson } from '../api/body.ts';
import { answerNoMessage, messageRoute } from '../api/message-route.ts';
import type { App } from '../app.ts';
import { ANSWER_DONE } from '../problem.ts';

const switchShape: z.ZodType<TrackingSwitch> = z.object({ tracked: z.boolean() });

/** `PUT /api/messages/{id}/tracking`: stops counting what comes of a sent message, or goes on; what was recorded stays. */
export function createSwitchTracking(app: App): HttpHandler {
  return messageRoute(app, 'switch-tracking', async (messageId, mailbox, { request }) => {
    const body = await readJson(request, switchShape);
    if (!body.ok) return body.answer;
    return (await mailbox.switchTracking(messageId, body.value.tracked)) ? ANSWER_DONE : answerNoMessage();
  });
}
