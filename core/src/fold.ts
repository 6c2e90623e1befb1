import { correctState, isCorrected } from './corrected-hits.ts';
import { COUNTED_LINKS, initialState, type FoldState, type KindCount, type LinkCount } from './fold-state.ts';
import { addSign, isTakenForPerson, withoutTaken } from './person-signs.ts';
import { observeHit, type MessageContext, type NumberedHit } from './truth/observe-hit.ts';
import type { Hit, Verdict } from './verdict.ts';

/** Something that happened to a message and that its sender is told. */
export interface Fact {
  /** `correction`: what was told about this hit no longer holds. */
  what: 'first-open' | 'return' | 'click' | 'correction';
  /** Place of the hit. */
  n: number;
  kind: Hit['kind'];
  /** When the hit came, in milliseconds since 1970. */
  at: number;
  /** Which link, for clicks; null otherwise. */
  position: number | null;
  /** What is said of the hit from here on. */
  verdict: Verdict;
}

export interface FoldResult {
  state: FoldState;
  /** Of the hit that was folded in. */
  verdict: Verdict;
  facts: readonly Fact[];
}

/** An open after this much silence is told as a return: somebody came back to the mail on another day. */
const RETURN_AFTER_MS = 24 * 3_600_000;

/** Clicks on one link are told at most this often: double clicks and restored tabs repeat themselves. */
const TELL_CLICK_EVERY_MS = 30 * 60_000;

/**
 * Adds a hit to what is known of its message: the only place where hits are counted and judged.
 * Pure: the same hits in the same order give the same state, so a lost state can be folded again from the stored hits.
 */
export function fold(state: FoldState, arrived: NumberedHit, context: MessageContext): FoldResult {
  const { n, hit } = arrived;
  const { memory, verdict, client, corrections } = observeHit(state.judge, arrived, context);
  const { state: righted, taken } = correctState(state, corrections, hit.at);
  const signs = withoutTaken(state.signs, corrections);
  const isPersons = arrived.setAside !== true && isTakenForPerson(verdict);
  const what = isPersons ? worthTelling(righted, hit) : null;
  const isClick = hit.kind === 'click';
  const facts = what === null ? [] : [{ what, n, kind: hit.kind, at: hit.at, position: positionOf(hit), verdict }];
  return {
    state: {
      ...righted,
      opens: isClick ? state.opens : counted(state.opens, hit.at),
      clicks: isClick ? counted(state.clicks, hit.at) : state.clicks,
      links: isClick ? countedLinks(righted.links, hit, what !== null) : righted.links,
      openToldAt: what === 'first-open' ? hit.at : righted.openToldAt,
      returnToldAt: what === 'return' ? hit.at : righted.returnToldAt,
      lastPersonAt: isPersons ? later(state.lastPersonAt, hit.at) : state.lastPersonAt,
      judge: memory,
      signs: isPersons ? addSign(signs, { n, at: hit.at, program: client.name }) : signs,
    },
    verdict,
    facts: [...taken, ...facts],
  };
}

/** What folding many hits gives, one after the other. */
export interface FoldedHits {
  state: FoldState;
  /** Verdicts as first judged, in the order of the hits. */
  verdicts: readonly Verdict[];
  /** What there is to tell, knowing all of it: nothing that was taken back on the way. */
  facts: readonly Fact[];
}

/** Folds all hits of a message, in the order of their places. */
export function foldAll(hits: readonly NumberedHit[], context: MessageContext): FoldedHits {
  let state = initialState();
  const verdicts: Verdict[] = [];
  const facts: Fact[] = [];
  for (const hit of hits) {
    const folded = fold(state, hit, context);
    state = folded.state;
    verdicts.push(folded.verdict);
    facts.push(...folded.facts);
  }
  return { state, verdicts, facts: facts.filter(({ what, n }) => what !== 'correction' && !isCorrected(state, n)) };
}

/** What programs do is counted but never told: it would only hide what people do. */
function worthTelling(state: FoldState, hit: Hit): 'first-open' | 'return' | 'click' | null {
  if (hit.kind === 'click') return isClickTold(state, hit) ? 'click' : null;
  if (state.openToldAt === null) return 'first-open';
  const silence = state.lastPersonAt === null ? 0 : hit.at - state.lastPersonAt;
  return silence >= RETURN_AFTER_MS ? 'return' : null;
}

function isClickTold({ links }: FoldState, { position, at }: Hit): boolean {
  if (position === undefined) return false;
  const link = links.find((candidate) => candidate.position === position);
  if (link === undefined) return links.length < COUNTED_LINKS;
  return link.toldAt === null || at - link.toldAt >= TELL_CLICK_EVERY_MS;
}

function positionOf({ kind, position }: Hit): number | null {
  return kind === 'click' ? (position ?? null) : null;
}

/** Hits may arrive out of order: instances and retries overtake each other. */
function counted(before: KindCount, at: number): KindCount {
  return {
    count: before.count + 1,
    firstAt: before.firstAt === null ? at : Math.min(before.firstAt, at),
    lastAt: later(before.lastAt, at),
  };
}

function countedLinks(links: readonly LinkCount[], hit: Hit, told: boolean): readonly LinkCount[] {
  const { position } = hit;
  if (position === undefined) return links;
  const toldAt = told ? hit.at : null;
  const index = links.findIndex((link) => link.position >= position);
  const link = index < 0 ? undefined : links[index];
  if (link !== undefined && link.position === position) {
    const more = { position, clicks: link.clicks + 1, toldAt: toldAt ?? link.toldAt };
    return [...links.slice(0, index), more, ...links.slice(index + 1)];
  }
  if (links.length >= COUNTED_LINKS) return links;
  const place = index < 0 ? links.length : index;
  return [...links.slice(0, place), { position, clicks: 1, toldAt }, ...links.slice(place)];
}

function later(known: number | null, at: number): number {
  return known === null ? at : Math.max(known, at);
}
