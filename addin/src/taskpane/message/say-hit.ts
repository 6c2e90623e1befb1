import type { MessageHit, Verdict } from '@readback/core';

const OPENS = {
  person: 'hit.openPerson',
  'likely-person': 'hit.openLikely',
  'image-proxy': 'hit.openProxy',
  prefetch: 'hit.openPrefetch',
  scanner: 'hit.openScanner',
  'link-preview': 'hit.openPreview',
  sender: 'hit.openSender',
  unknown: 'hit.openUnknown',
} as const satisfies Record<Verdict['actor'], string>;

const CLICKS = {
  person: 'hit.clickPerson',
  'likely-person': 'hit.clickLikely',
  'image-proxy': 'hit.clickProxy',
  prefetch: 'hit.clickPrefetch',
  scanner: 'hit.clickScanner',
  'link-preview': 'hit.clickPreview',
  sender: 'hit.clickSender',
  unknown: 'hit.clickUnknown',
} as const satisfies Record<Verdict['actor'], string>;

/** The sentence for what a hit was, as far as its verdict goes and no further. */
export function sayHit({ kind, verdict }: Pick<MessageHit, 'kind' | 'verdict'>) {
  return kind === 'open' ? OPENS[verdict.actor] : CLICKS[verdict.actor];
}

/** Whether a hit tells of a person: what stands out in the list. */
export function isPerson({ verdict }: Pick<MessageHit, 'verdict'>): boolean {
  return verdict.actor === 'person' || verdict.actor === 'likely-person';
}
