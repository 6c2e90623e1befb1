import { COUNTED_LINKS, type FoldState, type KindCount, type LinkCount } from './fold-state.ts';
import { judgeWithoutRules, type Judge, type Revision } from './judge.ts';
import type { Hit, Verdict } from './verdict.ts';

/** Something about a message that its sender wants to hear of. */
export interface Fact {
  what: 'first-open' | 'return' | 'click';
  /** When the hit came, in milliseconds since 1970. */
  at: number;
  /** Which link, for clicks; null otherwise. */
  position: number | null;
}

export interface FoldResult {
  state: FoldState;
  /** Of the hit that was folded in. */
  verdict: Verdict;
  facts: readonly Fact[];
  /** Earlier hits of the message that this one puts into another light. */
  revisions: readonly Revision[];
}

/** An open after this much silence is told as a return: somebody came back to the mail on another day. */
const RETURN_AFTER_MS = 24 * 3_600_000;

/** Clicks on one link are told at most this often: double clicks, restored tabs and scanners repeat themselves. */
const TELL_CLICK_EVERY_MS = 30 * 60_000;

/** As many facts about held hits are told at registration: they share one transaction of 100 rows. */
const FACTS_AT_ONCE = 50;

/**
 * Adds a hit to what is known of its message: the only place where hits are counted and judged.
 * Pure: the same hits in the same order give the same state, so a lost state can be folded again from the stored hits.
 * @param judge what decides who was behind a hit.
 */
export function fold(state: FoldState, hit: Hit, judge: Judge = judgeWithoutRules): FoldResult {
  const { verdict, revisions } = judge(state, hit);
  const facts = worthTelling(state, hit);
  const told = facts.length > 0;
  return {
    state: {
      opens: hit.kind === 'open' ? counted(state.opens, hit.at) : state.opens,
      clicks: hit.kind === 'click' ? counted(state.clicks, hit.at) : state.clicks,
      links: hit.kind === 'click' ? countedLinks(state.links, hit, told) : state.links,
      openToldAt: state.openToldAt ?? (told && hit.kind === 'open' ? hit.at : null),
      lastForeignAt: hit.own ? state.lastForeignAt : later(state.lastForeignAt, hit.at),
    },
    verdict,
    facts,
    revisions,
  };
}

/**
 * What to tell about hits that were held and count from one moment on: the first open, and each clicked link once.
 * At most 50 facts, the newest.
 */
export function factsSoFar(state: FoldState): readonly Fact[] {
  const facts: Fact[] = [];
  if (state.openToldAt !== null) facts.push({ what: 'first-open', at: state.openToldAt, position: null });
  for (const link of state.links) {
    if (link.toldAt !== null) facts.push({ what: 'click', at: link.toldAt, position: link.position });
  }
  return facts.sort((a, b) => a.at - b.at).slice(-FACTS_AT_ONCE);
}

/** The sender's own looks are counted but never told: they'd only hide what others do. */
function worthTelling(state: FoldState, hit: Hit): readonly Fact[] {
  if (hit.own) return [];
  if (hit.kind === 'click') return clickFacts(state, hit);
  if (state.openToldAt === null) return [{ what: 'first-open', at: hit.at, position: null }];
  const silence = state.lastForeignAt === null ? 0 : hit.at - state.lastForeignAt;
  return silence >= RETURN_AFTER_MS ? [{ what: 'return', at: hit.at, position: null }] : [];
}

function clickFacts(state: FoldState, hit: Hit): readonly Fact[] {
  const { position } = hit;
  if (position === undefined) return [];
  const link = state.links.find((candidate) => candidate.position === position);
  if (link === undefined && state.links.length >= COUNTED_LINKS) return [];
  const toldAt = link === undefined ? null : link.toldAt;
  if (toldAt !== null && hit.at - toldAt < TELL_CLICK_EVERY_MS) return [];
  return [{ what: 'click', at: hit.at, position }];
}

/** Hits needn't come in the order of their times: instances and retries overtake each other. */
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
