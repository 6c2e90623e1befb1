import type { HttpRequest } from '@azure/functions';
import type { PageRequest } from '../ledger/ledger.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

/** Which page of a list is asked for; null where `limit` or `after` can't be read. */
export function readPage<Id>(request: HttpRequest, parseId: (text: string) => Id | null): PageRequest<Id> | null {
  const { searchParams } = new URL(request.url);
  const limit = readLimit(request);
  const afterText = searchParams.get('after');
  const after = afterText === null ? null : parseId(afterText);
  if (limit === null || (afterText !== null && after === null)) return null;
  return { limit, after };
}

/** The version that a poll has; null where it has none. */
export function readVersion(request: HttpRequest): string | null {
  return new URL(request.url).searchParams.get('version');
}

/** How many items are asked for, 1 to 100; null where that can't be read. */
export function readLimit(request: HttpRequest): number | null {
  const text = new URL(request.url).searchParams.get('limit');
  if (text === null) return DEFAULT_LIMIT;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MAX_LIMIT ? limit : null;
}
