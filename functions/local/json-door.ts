import type { IncomingMessage } from 'node:http';
import type { HostAnswer } from './functions-host.ts';
import { plain } from './functions-host.ts';
import { readBody } from './shape-request.ts';

/** A mail with pictures in it is the largest that comes. */
const MAX_BODY_BYTES = 8_000_000;

/** The body as a value; null where it isn't JSON, or too large. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === null || body === 'too-large') return null;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

/** An answer with a value; 404 for null. */
export function jsonOr404(value: unknown): HostAnswer {
  return value === null ? plain(404) : json(200, value);
}

/** An answer with a value. */
export function json(status: number, value: unknown): HostAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: new TextEncoder().encode(JSON.stringify(value)),
  };
}
