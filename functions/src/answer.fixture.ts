import type { HttpResponseInit } from '@azure/functions';

/** The body of an answer, which handlers give as text or bytes. */
export function textOf(answer: HttpResponseInit | undefined): string {
  const body = answer?.body;
  if (typeof body === 'string') return body;
  if (Buffer.isBuffer(body)) return body.toString();
  throw new Error('The answer has no body');
}

/** The body of an answer, as JSON. */
export function jsonOf(answer: HttpResponseInit): unknown {
  return JSON.parse(textOf(answer));
}
