import { tallyOf } from './truth/judge-memory.ts';
import type { Correction } from './truth/observe-hit.ts';
import type { Verdict } from './verdict.ts';

/** A hit that was taken for a person's. */
export interface PersonSign {
  /** Place of the hit. */
  readonly n: number;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** The program that a person used; null where it doesn't say. */
  readonly program: string | null;
}

/** How many are kept: a burst takes back several at once, and those before them must still be known. */
const KEPT_SIGNS = 10;

/** Whether a verdict tells of somebody who looks at the mail, with their own program or through their mail service's server. */
export function isTakenForPerson(verdict: Verdict): boolean {
  const column = tallyOf(verdict);
  return column === 'person' || column === 'likely';
}

/** The signs, the newest first, with that of one more hit. */
export function addSign(signs: readonly PersonSign[], sign: PersonSign): readonly PersonSign[] {
  const later = signs.filter(({ at }) => at > sign.at);
  return [...later, sign, ...signs.slice(later.length)].slice(0, KEPT_SIGNS);
}

/** The signs without those that turned out to be nobody's. */
export function withoutTaken(signs: readonly PersonSign[], corrections: readonly Correction[]): readonly PersonSign[] {
  const taken = corrections.filter(({ to }) => !isTakenForPerson(to)).map(({ n }) => n);
  return taken.length === 0 ? signs : signs.filter(({ n }) => !taken.includes(n));
}
