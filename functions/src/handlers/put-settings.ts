import type { HttpHandler } from '@azure/functions';
import type { PersonalSettings } from '@readback/core';
import * as z from 'zod';
import { readJson } from '../api/body.ts';
import { mailboxRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { answerJson } from '../problem.ts';

const personalShape: z.ZodType<PersonalSettings> = z.object({ opens: z.boolean(), links: z.boolean() });

/** `PUT /api/settings`: what the person wants for mails to come. */
export function createPutSettings(app: App): HttpHandler {
  return mailboxRoute(app, 'put-settings', async (mailbox, { request }) => {
    const body = await readJson(request, personalShape);
    if (!body.ok) return body.answer;
    await mailbox.setPersonal(body.value);
    return answerJson(body.value);
  });
}
