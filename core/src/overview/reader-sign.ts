import type { DigestRow } from '../api.ts';

/**
 * What a message shows of its readers. `person`: somebody opened or clicked it. `likely`: most likely. `unknowable`: whether
 * anybody did can't be known, since opens weren't tracked, or what loaded the picture hides people. `none`: no sign yet, which
 * doesn't mean that nobody read it.
 */
export type ReaderSign = 'person' | 'likely' | 'unknowable' | 'none';

/** Headlines of messages of which opens would have been seen, unless pictures were blocked. */
const NO_SIGN: readonly string[] = ['headline-nothing', 'headline-scanned'];

/** What is known of the readers of a message; a click proves an open. */
export function readerSign(row: DigestRow): ReaderSign {
  if (row.opens.person + row.clicks.person > 0) return 'person';
  if (row.opens.likely + row.clicks.likely > 0) return 'likely';
  return isOpenTracked(row) && NO_SIGN.includes(row.headline.code) ? 'none' : 'unknowable';
}

/** Whether a person clicked one of the message's links; `null`: no sign of it. */
export function clickSign(row: DigestRow): 'person' | 'likely' | null {
  if (row.clicks.person > 0) return 'person';
  return row.clicks.likely > 0 ? 'likely' : null;
}

/** Whether the picture stands in the mail, as far as is known. */
export function isOpenTracked(row: Pick<DigestRow, 'opensReason'>): boolean {
  // "not-seen" is a doubt, not a no: the picture may have got there.
  return row.opensReason === null || row.opensReason === 'not-seen';
}
