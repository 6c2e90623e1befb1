import type { HttpResponseInit } from '@azure/functions';
import type { Problem, ProblemCode } from '@readback/core';

/** Status and title that go with a code. */
const KINDS: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  invalid: { status: 400, title: 'The request is not valid' },
  'sign-in': { status: 401, title: 'A sign-in is needed' },
  'other-owner': { status: 403, title: 'The mailbox belongs to somebody else' },
  'bad-signature': { status: 403, title: 'The registration is not signed by its mailbox' },
  'tracking-off': { status: 403, title: 'Tracking is switched off' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'unknown-mailbox': { status: 404, title: 'The mailbox is not known' },
  'address-differs': { status: 409, title: 'The account has another address than the mailbox' },
  different: { status: 409, title: 'The message is registered already' },
  deleted: { status: 409, title: 'The message was deleted' },
  'no-generation-left': { status: 409, title: 'The key cannot be renewed any more' },
  'too-large': { status: 413, title: 'The request is too large' },
  damaged: { status: 500, title: 'What was recorded cannot be read' },
  internal: { status: 500, title: 'Something went wrong here' },
  'not-configured': { status: 503, title: 'The service is not set up correctly' },
  storage: { status: 503, title: 'The storage does not answer' },
  'keys-unavailable': { status: 503, title: 'The sign-in cannot be checked at the moment' },
};

/** An answer that says what went wrong (RFC 9457). `detail` is for the person who reads it. */
export function answerProblem(code: ProblemCode, detail: string): HttpResponseInit {
  const { status, title } = KINDS[code];
  const problem: Problem = { type: `urn:readback:${code}`, title, status, detail };
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // RFC 6750 §3.
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(status === 503 ? { 'Retry-After': '60' } : {}),
    },
    body: JSON.stringify(problem),
  };
}

/** An answer in JSON that nobody keeps. */
export function answerJson(value: unknown): HttpResponseInit {
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
    body: JSON.stringify(value),
  };
}

/** Done, and there is nothing to say. */
export const ANSWER_DONE: HttpResponseInit = { status: 204, headers: { 'Cache-Control': 'no-store' } };
