import type { MessageHit } from '@readback/core';

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
