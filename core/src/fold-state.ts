import type { PersonSign } from './person-signs.ts';
import { emptyMemory } from './truth/judge-memory.ts';
import type { JudgeMemory } from './truth/judge-memory.ts';
import type { Correction } from './truth/observe-hit.ts';
import type { Places } from './truth/places.ts';
import { RULES_VERSION } from './truth/rule.ts';
import type { Verdict } from './verdict.ts';

/**
 * What is known of a message's hits so far: plain JSON of bounded size, whatever recipients do.
 * Made by `initialState` and `fold` alone; times are milliseconds since 1970.
 */
export interface FoldState {
  /** Of the rules with which the first hit was judged: a mixture is as good as its oldest part. */
  readonly rulesVersion: number;
  readonly opens: KindCount;
  readonly clicks: KindCount;
  /** Clicked links by ascending position; links beyond `COUNTED_LINKS` are in `clicks` only. */
  readonly links: readonly LinkCount[];
  /** When the open came that was told as the first; null: none was told, or it turned out to be nobody's. */
  readonly openToldAt: number | null;
  /** When the open came that was told as the latest return; null: none. */
  readonly returnToldAt: number | null;
  /** Newest hit that was taken for a person's; null: none. */
  readonly lastPersonAt: number | null;
  /** What the judge keeps. */
  readonly judge: JudgeMemory;
  /** The newest hits that are taken for a person's, whatever was taken back since, at most 10, the newest first. */
  readonly signs: readonly PersonSign[];
  /** All hits whose verdict was taken back, by what is said of them instead. */
  readonly corrected: readonly CorrectedHits[];
  /** The newest verdicts that were taken back, at most 30, the newest last. */
  readonly corrections: readonly DatedCorrection[];
}

/** Raw count of one kind of hit; `firstAt` and `lastAt` are null while `count` is 0. */
export interface KindCount {
  readonly count: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface LinkCount {
  readonly position: number;
  readonly clicks: number;
  /** When a click on it was last told; null: never. */
  readonly toldAt: number | null;
}

/** Hits that now share one verdict, which replaces those in their rows. */
export interface CorrectedHits {
  readonly to: Verdict;
  readonly places: Places;
}

/** A verdict that was taken back, and when. */
export interface DatedCorrection extends Correction {
  /** When the hit came that showed it. */
  readonly correctedAt: number;
}

/** How many links are counted one by one: more in one mail are rare, and the state must stay small. */
export const COUNTED_LINKS = 500;

/** A message without hits. */
export function initialState(): FoldState {
  const none = { count: 0, firstAt: null, lastAt: null };
  return {
    rulesVersion: RULES_VERSION,
    opens: none,
    clicks: none,
    links: [],
    openToldAt: null,
    returnToldAt: null,
    lastPersonAt: null,
    judge: emptyMemory(),
    signs: [],
    corrected: [],
    corrections: [],
  };
}
