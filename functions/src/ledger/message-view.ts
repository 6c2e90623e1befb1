import type { Hit, MessageDetail, MessageHit, MessageSummary, Verdict } from '@readback/core';
import type { StoredHit } from './hit-row.ts';
import type { MessageId } from './ids.ts';
import { accepts, type StoredMessage, type StoredRegistration } from './stored-message.ts';

/** What a "that was me" says instead of the rules. */
const CORRECTED: Verdict = {
  actor: 'sender',
  certainty: 6,
  rule: 'correction',
  reason: { code: 'corrected-by-sender', values: {} },
};

/** A registered message as a list shows it. */
export function summaryOf(id: MessageId, message: StoredMessage, registration: StoredRegistration): MessageSummary {
  const opens = countOf(message, 'open');
  const clicks = countOf(message, 'click');
  const lastHitAt = Math.max(opens.lastAt ?? 0, clicks.lastAt ?? 0);
  return {
    id,
    subject: registration.subject,
    recipients: registration.recipients,
    sentAt: new Date(registration.sentAt).toISOString(),
    deliverAfter: registration.deliverAfter,
    registered: true,
    opens: opens.count,
    clicks: clicks.count,
    lastHitAt: lastHitAt === 0 ? null : new Date(lastHitAt).toISOString(),
    sent: message.seen || opens.count + clicks.count > 0,
  };
}

/** A registered message with one page of its hits, newest first. */
export function detailOf(
  id: MessageId,
  message: StoredMessage & { registration: StoredRegistration },
  page: { hits: readonly StoredHit[]; next: string | null },
): MessageDetail {
  const { registration, overflow, state, corrections } = message;
  const clicksOf = new Map(
    accepts(message, 'click') ? state.links.map(({ position, clicks }) => [position, clicks]) : [],
  );
  const corrected = new Set(corrections.map(({ hit }) => hit));
  return {
    ...summaryOf(id, message, registration),
    overflow: overflow.open + overflow.click,
    opensReason: registration.opensReason,
    linksReason: registration.linksReason,
    pixelPlace: registration.pixelPlace,
    links: registration.trackedLinks.map(({ position, destination }) => ({
      position,
      destination,
      clicks: clicksOf.get(position) ?? 0,
    })),
    hits: page.hits.map((stored) => hitView(stored, corrected.has(stored.id))),
    next: page.next,
  };
}

/** What the sender refused isn't shown, even while it still lies in storage. */
function countOf(message: StoredMessage, kind: Hit['kind']): StoredMessage['state']['opens'] {
  if (!accepts(message, kind)) return { count: 0, firstAt: null, lastAt: null };
  return kind === 'open' ? message.state.opens : message.state.clicks;
}

function hitView({ id, hit, verdict }: StoredHit, isCorrected: boolean): MessageHit {
  return {
    id,
    kind: hit.kind,
    at: new Date(hit.at).toISOString(),
    position: hit.position ?? null,
    verdict: isCorrected ? CORRECTED : verdict,
  };
}
