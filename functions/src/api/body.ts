import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type * as z from 'zod';
import { answerProblem } from '../problem.ts';

/** A body that may be used, or the answer that says why not. */
export type BodyReading<T> = { ok: true; value: T } | { ok: false; answer: HttpResponseInit };

/** Bytes that a request about one message may hold. */
const MAX_BODY_BYTES = 32 * 1024;

/** Reads the raw bytes of a body of a limited size. */
export async function readBytes(request: HttpRequest, maxBytes = MAX_BODY_BYTES): Promise<BodyReading<Uint8Array>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refuseSize(maxBytes);
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > maxBytes ? refuseSize(maxBytes) : { ok: true, value: bytes };
}

/** Reads a body as JSON of the given shape. */
export async function readJson<T>(
  request: HttpRequest,
  shape: z.ZodType<T>,
  maxBytes = MAX_BODY_BYTES,
): Promise<BodyReading<T>> {
  const bytes = await readBytes(request, maxBytes);
  return bytes.ok ? parseJsonBytes(bytes.value, shape) : bytes;
}

/** Reads bytes as UTF-8 JSON of the given shape. */
export function parseJsonBytes<T>(bytes: Uint8Array, shape: z.ZodType<T>): BodyReading<T> {
  const parsed = parseUtf8Json(bytes);
  if (!parsed.ok) return { ok: false, answer: answerProblem('invalid', 'The body is not JSON in UTF-8.') };
  const result = shape.safeParse(parsed.value);
  if (result.success) return { ok: true, value: result.data };
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'The body' : issue.path.map(String).join('.');
  return { ok: false, answer: answerProblem('invalid', `${place} is not as it should be: ${issue?.message ?? ''}`) };
}

function parseUtf8Json(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

function refuseSize(maxBytes: number): { ok: false; answer: HttpResponseInit } {
  return { ok: false, answer: answerProblem('too-large', `The body may have ${maxBytes} bytes at most.`) };
}
