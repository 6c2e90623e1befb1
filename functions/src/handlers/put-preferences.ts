import type { HttpHandler } from '@azure/functions';
import type { Preferences } from '@readback/core';
import * as z from 'zod';
import { readJson } from '../api/body.ts';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { parseActivityId, parseMessageId } from '../rows/ids.ts';
import { MAX_PREFERENCES_LENGTH } from '../rows/preferences-row.ts';
import { answerJson } from '../problem.ts';

const MAX_STARRED = 500;
const MAX_MESSAGES = 200;

/** RFC 5321 §4.5.3.1: 64 characters before the @, 255 after it. */
const address = z.string().min(1).max(320).toLowerCase();
const messageId = idOf(parseMessageId, 'the id of a message');
const activityId = idOf(parseActivityId, 'the id of an entry of the activity');

const preferencesShape: z.ZodType<Preferences> = z.object({
  notify: z.enum(['all', 'starred', 'none']),
  starred: z.array(address).max(MAX_STARRED, `at most ${MAX_STARRED} addresses`),
  muted: z.array(messageId).max(MAX_MESSAGES, `at most the ${MAX_MESSAGES} newest`),
  seenUpTo: activityId.nullable(),
  seen: z.array(z.object({ messageId, upTo: activityId })).max(MAX_MESSAGES, `at most the ${MAX_MESSAGES} newest`),
  introducedAt: z.iso.datetime({ offset: true }).nullable(),
});

/** `PUT /api/preferences`: replaces what the person wants to be told, and has seen. */
export function createPutPreferences(app: App): HttpHandler {
  return mailboxRoute(app, 'put-preferences', async (mailbox, { request }) => {
    const body = await readJson(request, preferencesShape, MAX_PREFERENCES_LENGTH);
    if (!body.ok) return body.answer;
    await mailbox.setPreferences(body.value);
    return answerJson(body.value);
  });
}

/** An id in lower case. */
function idOf(parse: (text: string) => string | null, what: string): z.ZodType<string> {
  return z.string().transform((text, context) => {
    const id = parse(text);
    if (id !== null) return id;
    context.addIssue(`not ${what}`);
    return z.NEVER;
  });
}
