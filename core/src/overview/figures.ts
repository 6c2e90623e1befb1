import type { DigestRow } from '../api.ts';
import { clickSign, readerSign } from './reader-sign.ts';

/** What became of some mails. `opened`, `openedLikely`, `unknowable` and `unseen` leave no mail out and count none twice. */
export interface Figures {
  mails: number;
  /** Opened by a person; a click proves an open. */
  opened: number;
  /** Opened by a person most likely, and by none surely. */
  openedLikely: number;
  /** Whether a person opened them can't be known. */
  unknowable: number;
  /** Nothing was seen of a person, which doesn't mean that nobody read them. */
  unseen: number;
  /** Mails whose links are tracked, or were clicked in spite of that not being known. */
  withLinks: number;
  /** Mails of which a person clicked a link, and of which one did most likely only. */
  clicked: number;
  clickedLikely: number;
  /** Raw counts: pictures loaded and links followed by whomever, programs included. */
  rawOpens: number;
  rawClicks: number;
}

/** Counts the mails of all rows. */
export function figuresOf(rows: readonly DigestRow[]): Figures {
  const figures = noFigures();
  for (const row of rows) add(figures, row);
  return figures;
}

/**
 * Counts by the time of sending: one entry for each two neighbours of `edges` (milliseconds since 1970, ascending), from the
 * first until before the second. What was sent outside of them, or nobody knows when, isn't counted.
 */
export function figuresByTime(rows: readonly DigestRow[], edges: readonly number[]): Figures[] {
  const spans = edges.slice(1).map(noFigures);
  for (const row of rows) {
    const span = spans[spanOf(row, edges)];
    if (span !== undefined) add(span, row);
  }
  return spans;
}

function noFigures(): Figures {
  return {
    mails: 0,
    opened: 0,
    openedLikely: 0,
    unknowable: 0,
    unseen: 0,
    withLinks: 0,
    clicked: 0,
    clickedLikely: 0,
    rawOpens: 0,
    rawClicks: 0,
  };
}

/** -1: in none of them. */
function spanOf({ sentAt }: DigestRow, edges: readonly number[]): number {
  const at = sentAt === null ? NaN : Date.parse(sentAt);
  if (Number.isNaN(at)) return -1;
  const next = edges.findIndex((edge) => at < edge);
  return next < 0 ? -1 : next - 1;
}

const COLUMNS = { person: 'opened', likely: 'openedLikely', unknowable: 'unknowable', none: 'unseen' } as const;

function add(figures: Figures, row: DigestRow): void {
  const click = clickSign(row);
  figures.mails += 1;
  figures[COLUMNS[readerSign(row)]] += 1;
  if (row.linksReason === null || click !== null) figures.withLinks += 1;
  if (click === 'person') figures.clicked += 1;
  if (click === 'likely') figures.clickedLikely += 1;
  figures.rawOpens += row.rawOpens;
  figures.rawClicks += row.rawClicks;
}
