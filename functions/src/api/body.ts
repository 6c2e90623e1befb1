import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type * as z from 'zod';
import { answerProblem } from '../problem.ts';

/** A body that may be used, or the answer that says why not. */
export type BodyReading<T> = { ok: true; value: T } | { ok: false; answer: HttpResponseInit };

/** Bytes that a request about one message may hold. */
const MAX_BODY_BYTES = 32 * 1024;

/** Reads the raw bytes of a body of at most `MAX_BODY_BYTES`. */
export async function readBytes(request: HttpRequest): Promise<BodyReading<Uint8Array>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return refuseSize();
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > MAX_BODY_BYTES ? refuseSize() : { ok: true, value: bytes };
}

/** Reads a body as JSON of the given shape. */
export async function readJson<T>(request: HttpRequest, shape: z.ZodType<T>): Promise<BodyReading<T>> {
  const bytes = await readBytes(request);
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

function refuseSize(): { ok: false; answer: HttpResponseInit } {
  return { ok: false, answer: answerProblem('too-large', `The body may have ${MAX_BODY_BYTES} bytes at most.`) };
}
