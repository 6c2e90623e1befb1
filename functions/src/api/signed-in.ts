import type { HttpHandler, HttpRequest, HttpResponseInit } from '@azure/functions';
import { encodeBase64url, mailboxIdOf, ownerHashOf } from '@readback/core';
import type { App } from '../app.ts';
import type { CompanyConfig } from '../config.ts';
import { mailboxIdFromBytes } from '../rows/ids.ts';
import type { Ledger, Mailbox, MailboxOwner } from '../ledger/ledger.ts';
import { answerProblem } from '../problem.ts';
import type { Account } from '../sign-in/verify-token.ts';
import { answerLedgerFailure } from './ledger-failure.ts';

/** A request of somebody who is signed in. */
export interface SignedIn {
  request: HttpRequest;
  account: Account;
  owner: MailboxOwner;
  /** The owner's id as bytes, as keys are made from it. */
  mailboxId: Uint8Array;
  company: CompanyConfig;
  ledger: Ledger;
}

/** Answers a signed-in request; what it throws is logged and answered. */
export type SignedInHandler = (visit: SignedIn) => Promise<HttpResponseInit>;

/** Answers a request about the person's own mailbox. */
export type MailboxHandler = (mailbox: Mailbox, visit: SignedIn) => Promise<HttpResponseInit>;

/**
 * Everything that stands before a route of the API, in this order: settings without a fault, a sign-in, secrets that are
 * still those of this storage. Never rejects.
 */
export function signedInRoute(app: App, route: string, handle: SignedInHandler): HttpHandler {
  const { verifyToken, ledger } = app;
  const { company } = app.config;
  if (company === null || ledger === null || verifyToken === null) return () => answerMisconfigured();
  return async (request) => {
    const verdict = await verifyToken(bearerToken(request));
    if (!verdict.ok) return refuseToken(app, verdict.reason);
    const identity = identify(company, verdict.account);
    if (identity === null) return refuseToken(app, 'no-object-id');
    app.ownCallers.note(identity.mailboxId, request.headers);
    try {
      const changed = await app.secretsGuard.check();
      if (changed.length > 0) return answerMisconfigured();
      return await handle({ request, account: verdict.account, ...identity, company, ledger });
    } catch (error) {
      return answerLedgerFailure(app, route, error);
    }
  };
}

/** A route about the person's own mailbox, which is made at the first time. */
export function mailboxRoute(app: App, route: string, handle: MailboxHandler): HttpHandler {
  return signedInRoute(app, route, async (visit) => {
    const mailbox = await visit.ledger.open(visit.owner);
    return mailbox === null ? refuseOwner() : await handle(mailbox, visit);
  });
}

/** Two people can have the same 8 bytes by chance; the second one is refused. */
export function refuseOwner(): HttpResponseInit {
  return answerProblem('other-owner', 'By chance its id is the one of another mailbox. Please ask your admin.');
}

function answerMisconfigured(): HttpResponseInit {
  return answerProblem('not-configured', 'See /healthz for what is wrong.');
}

function refuseToken(app: App, reason: string): HttpResponseInit {
  app.log('token-refused', { reason });
  return reason === 'keys-unavailable'
    ? answerProblem('keys-unavailable', 'Please try again in a moment.')
    : answerProblem(
        'sign-in',
        'The access token is missing, has expired, or was not made for this company and service.',
      );
}

/** RFC 6750 §2.1; empty, which no token is, where there is none. */
function bearerToken(request: HttpRequest): string {
  return /^bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
}

function identify(
  company: CompanyConfig,
  { tid, oid }: Account,
): { owner: MailboxOwner; mailboxId: Uint8Array } | null {
  const mailboxId = mailboxIdOf(company.idSecret, tid, oid);
  const ownerHash = ownerHashOf(company.idSecret, tid, oid);
  if (mailboxId === null || ownerHash === null) return null;
  const owner = { mailboxId: mailboxIdFromBytes(mailboxId), tenant: tid, ownerHash: encodeBase64url(ownerHash) };
  return { owner, mailboxId };
}
