import type { Verdict } from '../verdict.ts';
import { CLICK_RULES } from './click-rules.ts';
import { HASTY_MS, hasHeader, isHasty, isPersonsBrowser } from './evidence-questions.ts';
import { OPEN_RULES } from './open-rules.ts';
import { DECISIVE, because } from './rule.ts';
import type { Claim, Evidence, Rule } from './rule.ts';

interface NamedClaim extends Claim {
  rule: string;
}

/**
 * The verdict on one hit: the first decisive rule; else whoever has more points, people or programs; else unknown, with
 * the best reason that there is. Where programs have more without a rule that names one, haste is the reason.
 */
export function judgeHit(evidence: Evidence): Verdict {
  const claims = claimsOf(evidence.hit.kind === 'open' ? OPEN_RULES : CLICK_RULES, evidence);
  const decisive = claims.find((claim) => claim.weight >= DECISIVE);
  if (decisive !== undefined) return verdictOf(decisive, DECISIVE);
  const modifier = machineModifier(evidence);
  const people = pointsOf(claims, 'person');
  const programs = pointsOf(claims, 'machine') + (claims.length > 0 ? modifier : 0);
  if (people === 0 && pointsOf(claims, 'machine') === 0) return unknownVerdict(claims);
  if (people === programs) return unknownVerdict(claims);
  return people > programs ? forPeople(claims, modifier) : forPrograms(claims, evidence, { modifier, programs });
}

function forPeople(claims: readonly NamedClaim[], modifier: number): Verdict {
  const winner = strongest(claims, 'person');
  if (winner === null) return unknownVerdict(claims);
  const verdict = verdictOf(winner, winner.weight - Math.max(0, modifier));
  const isDoubtful = verdict.actor === 'person' && verdict.certainty < SURE_OF_PERSON;
  return isDoubtful ? { ...verdict, actor: 'likely-person' } : verdict;
}

/** Below this nobody is called a person, only likely one: a mail program that asked in the second of the arrival. */
const SURE_OF_PERSON = 3;

function forPrograms(
  claims: readonly NamedClaim[],
  evidence: Evidence,
  { modifier, programs }: { modifier: number; programs: number },
): Verdict {
  const winner = strongest(claims, 'machine');
  if (winner !== null && winner.actor !== 'unknown') return verdictOf(winner, winner.weight + modifier);
  if (isHasty(evidence)) return hastyVerdict(programs);
  return unknownVerdict(winner === null ? claims : [winner]);
}

/** What outweighs people by its haste alone: nobody reads within seconds what a filter reads on arrival. */
function hastyVerdict(programs: number): Verdict {
  return { actor: 'scanner', certainty: Math.min(DECISIVE, programs), rule: 'haste', reason: because('too-fast') };
}

function claimsOf(rules: readonly Rule[], evidence: Evidence): readonly NamedClaim[] {
  const claims: NamedClaim[] = [];
  for (const rule of rules) {
    const claim = rule.claim(evidence);
    if (claim !== null) claims.push({ ...claim, rule: rule.name });
  }
  return claims;
}

/**
 * Points for a program that time and headers give. Seconds after the arrival are weak evidence beyond ten of them, since
 * people do read fast what they wait for. Mail programs and picture servers needn't name a language; browsers do.
 */
function machineModifier(evidence: Evidence): number {
  const silent = isPersonsBrowser(evidence) && !hasHeader(evidence, 'accept-language') ? 1 : 0;
  return silent + hasteOf(evidence.sinceArrival);
}

function hasteOf(sinceArrival: number | null): number {
  if (sinceArrival === null) return 0;
  if (sinceArrival < 2_000) return 4;
  if (sinceArrival < HASTY_MS) return 2;
  if (sinceArrival < 60_000) return 1;
  return sinceArrival > 600_000 ? -1 : 0;
}

function pointsOf(claims: readonly NamedClaim[], side: Claim['side']): number {
  return claims.reduce((sum, claim) => sum + (claim.side === side ? claim.weight : 0), 0);
}

/** The heaviest of a side, the earliest among equals. */
function strongest(claims: readonly NamedClaim[], side: Claim['side']): NamedClaim | null {
  let best: NamedClaim | null = null;
  for (const claim of claims) {
    if (claim.side === side && (best === null || claim.weight > best.weight)) best = claim;
  }
  return best;
}

function verdictOf(claim: NamedClaim, certainty: number): Verdict {
  return {
    actor: claim.actor,
    certainty: claim.actor === 'unknown' ? 0 : Math.max(0, Math.min(DECISIVE, certainty)),
    rule: claim.rule,
    reason: claim.reason,
  };
}

function unknownVerdict(claims: readonly NamedClaim[]): Verdict {
  const told = claims.find((claim) => claim.actor === 'unknown');
  const reason = told?.reason ?? because(claims.length === 0 ? 'nothing-fits' : 'contradiction');
  return { actor: 'unknown', certainty: 0, rule: told?.rule ?? 'none', reason };
}
