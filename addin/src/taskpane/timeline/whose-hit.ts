import type { MessageHit, Verdict } from '@readback/core';

/** Whether a hit tells of a person: what stands out in the list. */
export function isPerson({ verdict }: Pick<MessageHit, 'verdict'>): boolean {
  return verdict.actor === 'person' || verdict.actor === 'likely-person' || verdict.actor === 'image-proxy';
}

/** Whether the sender said of a hit "that was me", which can be taken back. */
export function isSaidMine({ verdict }: Pick<MessageHit, 'verdict'>): boolean {
  return verdict.reason.code === 'that-was-me';
}

/** Whether a hit may have been the sender's, so that only the sender knows. */
export function mayBeMine(hit: Pick<MessageHit, 'verdict'>): boolean {
  return isPerson(hit) || hit.verdict.actor === 'unknown';
}

const RANKS: Readonly<Record<Verdict['actor'], number>> = {
  person: 0,
  'image-proxy': 0,
  'likely-person': 1,
  unknown: 2,
  'link-preview': 3,
  scanner: 3,
  prefetch: 3,
  sender: 4,
};

/** How little a verdict tells of a person: of several hits, the lowest names them all, as core counts them. */
export function rankOf({ actor, certainty }: Verdict): number {
  // A picture server that fits its network was asked because somebody displayed the mail; see `tallyOf` in core.
  return actor === 'image-proxy' && certainty < 4 ? 1 : RANKS[actor];
}
