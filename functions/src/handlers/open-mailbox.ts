import type { HttpHandler, HttpResponseInit } from '@azure/functions';
import { encodeBase64url, mailboxKeyOf } from '@readback/core';
import type { MailboxAnswer, MailboxRequest } from '@readback/core';
import * as z from 'zod';
import { readJson } from '../api/body.ts';
import { mailboxRoute } from '../api/signed-in.ts';
import type { SignedIn } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import type { Mailbox } from '../ledger/ledger.ts';
import { signingEpoch } from '../masters.ts';
import { answerJson, answerProblem } from '../problem.ts';
import { normaliseAddress } from '../sign-in/verify-token.ts';

const mailboxShape: z.ZodType<MailboxRequest> = z.object({
  address: z.string().min(1).max(320),
  confirmed: z.boolean().exactOptional(),
});

/**
 * `POST /api/mailbox`: the key with which the add-in signs URLs of this mailbox. Outlook may hand out a token of another
 * account than the mailbox's (office-js#3492), which would put one person's mails under another's name; so the addresses
 * must agree, or the sender must have said that they belong together.
 */
export function createOpenMailbox(app: App): HttpHandler {
  return mailboxRoute(app, 'open-mailbox', async (mailbox, visit) => {
    const body = await readJson(visit.request, mailboxShape);
    if (!body.ok) return body.answer;
    const isOwn = visit.account.addresses.includes(normaliseAddress(body.value.address));
    if (!isOwn && body.value.confirmed !== true) {
      return answerProblem(
        'address-differs',
        'Please confirm that this mailbox belongs to the account that is signed in.',
      );
    }
    return answerKey(app, mailbox, visit);
  });
}

function answerKey(app: App, mailbox: Mailbox, { mailboxId, company }: SignedIn): HttpResponseInit {
  const { masters } = app.config;
  const epoch = signingEpoch(masters);
  const master = epoch === null ? undefined : masters.get(epoch);
  if (epoch === null || master === undefined) return answerProblem('not-configured', 'See /healthz for what is wrong.');
  const { generation, personal } = mailbox.head;
  const { opens, links } = company.settings;
  const answer: MailboxAnswer = {
    mailboxId: encodeBase64url(mailboxId),
    key: encodeBase64url(mailboxKeyOf(master, mailboxId, generation)),
    epoch,
    generation,
    settings: company.settings,
    personal: personal ?? { opens, links },
  };
  return answerJson(answer);
}
