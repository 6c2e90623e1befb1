import type { MessageDetail } from '@readback/core';

/** A message page by page, newest hits first; null where the server knows none. */
export type MessagePages = readonly (MessageDetail | null)[];

/**
 * The pages with a newer first one, without asking for the others again: what no longer fits the first goes to the second.
 * Where so much came that the new page doesn't reach what is known, only that page stays, and leads on from there.
 */
export function withNewest(pages: MessagePages, newest: MessageDetail | null): MessagePages {
  const [first, second, ...others] = pages;
  if (!newest?.next || !first || !second) return [newest];
  const shown = new Set(newest.hits.map(({ id }) => id));
  const pushedOut = first.hits.filter(({ id }) => !shown.has(id));
  if (pushedOut.length === first.hits.length) return [newest];
  return [newest, { ...second, hits: [...pushedOut, ...second.hits] }, ...others];
}
