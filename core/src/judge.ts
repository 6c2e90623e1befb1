import type { FoldState } from './fold-state.ts';
import type { Hit, Verdict } from './verdict.ts';

/**
 * Decides who was behind a hit, knowing what the message's earlier hits left in its state.
 * Pure, like the fold that calls it.
 */
export type Judge = (state: FoldState, hit: Hit) => Judged;

export interface Judged {
  verdict: Verdict;
  /** Verdicts on earlier hits that no longer hold. */
  revisions: readonly Revision[];
}

/** A verdict that was taken back, and the hit that it was about. */
export interface Revision {
  kind: Hit['kind'];
  /** When the revised hit came, in milliseconds since 1970. */
  at: number;
  /** Which link, for clicks; null otherwise. */
  position: number | null;
  from: Verdict;
  to: Verdict;
}

/** Claims nothing about anybody: what a hit means while no rule says more. */
export function judgeWithoutRules(): Judged {
  return {
    verdict: { actor: 'unknown', certainty: 0, rule: 'none', reason: { code: 'not-judged', values: {} } },
    revisions: [],
  };
}
