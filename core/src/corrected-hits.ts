import type { CorrectedHits, FoldState } from './fold-state.ts';
import type { Fact } from './fold.ts';
import type { Correction } from './truth/observe-hit.ts';
import { addPlace, hasPlace } from './truth/places.ts';
import type { Verdict } from './verdict.ts';

/** How many corrections keep both verdicts; of older ones only the current verdict is known. */
const KEPT_CORRECTIONS = 30;

/** What is said of a hit now; `first` is what was said of it when it came. */
export function currentVerdict({ corrected }: Pick<FoldState, 'corrected'>, n: number, first: Verdict): Verdict {
  return corrected.find(({ places }) => hasPlace(places, n))?.to ?? first;
}

/** Whether the first verdict on a hit was taken back. */
export function isCorrected({ corrected }: Pick<FoldState, 'corrected'>, n: number): boolean {
  return corrected.some(({ places }) => hasPlace(places, n));
}

/**
 * The state with verdicts taken back, and in `taken` the corrections of what the sender had been told. `correctedAt` is the time
 * of the hit that showed the mistake, in milliseconds since 1970. What was taken back may be told again once it really happens.
 */
export function correctState(
  state: FoldState,
  corrections: readonly Correction[],
  correctedAt: number,
): { state: FoldState; taken: readonly Fact[] } {
  if (corrections.length === 0) return { state, taken: [] };
  const told = corrections.filter((correction) => isTold(state, correction));
  const isOpenGone = told.some(({ kind, at }) => kind === 'open' && at === state.openToldAt);
  const dated = corrections.map((correction) => ({ ...correction, correctedAt }));
  return {
    state: {
      ...state,
      openToldAt: isOpenGone ? null : state.openToldAt,
      links: state.links.map((link) =>
        told.some(({ position, at }) => position === link.position && at === link.toldAt)
          ? { ...link, toldAt: null }
          : link,
      ),
      corrected: corrections.reduce(addCorrected, state.corrected),
      corrections: [...state.corrections, ...dated].slice(-KEPT_CORRECTIONS),
    },
    taken: told.map(({ n, kind, at, position, to }) => ({ what: 'correction', n, kind, at, position, verdict: to })),
  };
}

function isTold({ openToldAt, returnToldAt, links }: FoldState, { kind, at, position }: Correction): boolean {
  if (kind === 'open') return at === openToldAt || at === returnToldAt;
  return links.some((link) => link.position === position && link.toldAt === at);
}

/** Grouped by the new verdict: those are of few kinds, so the list stays short however many hits there are. */
function addCorrected(known: readonly CorrectedHits[], { n, to }: Correction): readonly CorrectedHits[] {
  const index = known.findIndex((group) => group.to.rule === to.rule && group.to.reason.code === to.reason.code);
  const group = known[index];
  if (group === undefined) return [...known, { to, places: [[n, n]] }];
  return known.map((each, at) => (at === index ? { to: group.to, places: addPlace(group.places, n) } : each));
}
