import type { Correction, MessageHit, Verdict } from '@readback/core';

/** What a hit is called once the sender has said "that was me", as the server will. */
const THAT_WAS_ME: Verdict = {
  actor: 'sender',
  certainty: 6,
  rule: 'correction',
  reason: { code: 'that-was-me', values: {} },
};

/** What the sender said of hits (by their ids) that the server hasn't confirmed yet. */
export type PendingCorrections = ReadonlyMap<string, Correction['actor']>;

/** The hits as they will be once the server has heard it; those that nothing was said of are the same objects. */
export function withCorrections(hits: readonly MessageHit[], pending: PendingCorrections): readonly MessageHit[] {
  return pending.size === 0 ? hits : hits.map((hit) => corrected(hit, pending.get(hit.id)));
}

function corrected(hit: MessageHit, actor: Correction['actor'] | undefined): MessageHit {
  const isMine = hit.verdict.reason.code === THAT_WAS_ME.reason.code;
  if (actor === undefined || isMine === (actor === 'sender')) return hit;
  if (actor === 'sender') return { ...hit, verdict: THAT_WAS_ME, first: hit.first ?? hit.verdict };
  // What later hits had made of it only the server knows; what was said first comes closest.
  return hit.first === null ? hit : { ...hit, verdict: hit.first, first: null };
}
