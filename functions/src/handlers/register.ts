import type { HttpHandler, HttpResponseInit } from '@azure/functions';
import { readRegistration } from '@readback/core';
import type { Registration, RegistrationRef, TokenRefusal } from '@readback/core';
import { parseJsonBytes, readBytes } from '../api/body.ts';
import { answerLedgerFailure } from '../api/ledger-failure.ts';
import { registrationShape } from '../api/registration-shape.ts';
import { keyFinder } from '../app.ts';
import type { App } from '../app.ts';
import { isRevoked } from '../hit/is-revoked.ts';
import { hasMastersProblem } from '../masters.ts';
import { mailboxIdFromBytes, messageIdFromBytes } from '../rows/ids.ts';
import type { Ledger, RegisterOutcome } from '../ledger/ledger.ts';
import { answerJson, answerProblem } from '../problem.ts';
import { pathSegment } from '../request-path.ts';

/**
 * `POST /m/{token}`: what the add-in says at Send. Signed with the mailbox's key instead of a sign-in, so that sending
 * needs no token, and a simple request, so that no preflight stands before it.
 */
export function createRegister(app: App): HttpHandler {
  const keyOf = keyFinder(app.config.masters);
  return async (request) => {
    const { ledger } = app;
    if (ledger === null || app.config.masters.size === 0) return answerMisconfigured();
    const bytes = await readBytes(request);
    if (!bytes.ok) return bytes.answer;
    const reading = readRegistration(pathSegment(request.url, 1), bytes.value, keyOf);
    if (!reading.ok) return refuse(app, reading.reason);
    if (isRevoked(app, reading.ref)) return answerBadSignature();
    app.ownCallers.note(reading.ref.mailboxId, request.headers);
    if (!app.config.listens) {
      return answerProblem(
        'tracking-off',
        'The company has switched tracking off. Nothing was noted about this message.',
      );
    }
    const body = parseJsonBytes(bytes.value, registrationShape);
    return body.ok ? await register(app, ledger, { ref: reading.ref, registration: body.value }) : body.answer;
  };
}

function refuse({ config }: App, reason: TokenRefusal): HttpResponseInit {
  if (reason === 'malformed' || reason === 'wrong-kind') {
    return answerProblem('invalid', 'The address does not end in a registration token.');
  }
  return reason === 'unknown-key' && hasMastersProblem(config.problems) ? answerMisconfigured() : answerBadSignature();
}

function answerMisconfigured(): HttpResponseInit {
  return answerProblem('not-configured', 'See /healthz. The task pane will make up for it later.');
}

function answerBadSignature(): HttpResponseInit {
  return answerProblem('bad-signature', 'The token was not made for this body with a valid key of its mailbox.');
}

async function register(
  app: App,
  ledger: Ledger,
  told: { ref: RegistrationRef; registration: Registration },
): Promise<HttpResponseInit> {
  const messageId = messageIdFromBytes(told.ref.messageId);
  try {
    const outcome = await ledger.register(mailboxIdFromBytes(told.ref.mailboxId), messageId, told.registration);
    return answerOutcome(outcome, messageId);
  } catch (error) {
    return answerLedgerFailure(app, 'register', error);
  }
}

function answerOutcome(outcome: RegisterOutcome, messageId: string): HttpResponseInit {
  switch (outcome) {
    case 'created':
    case 'same':
      return answerJson({ id: messageId });
    case 'different':
      return answerProblem('different', 'It was registered with other words; changing them needs the sign-in.');
    case 'deleted':
      return answerProblem('deleted', 'Its sender deleted what was recorded about this message.');
    case 'unknown-mailbox':
      return answerProblem('unknown-mailbox', 'Nobody has signed in for this mailbox yet.');
  }
}
