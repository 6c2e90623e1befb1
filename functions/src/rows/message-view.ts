import { isDeepStrictEqual } from 'node:util';
import { currentVerdict, describeClient, hasPlace } from '@readback/core';
import type {
  DatedCorrection,
  MessageDetail,
  MessageHit,
  MessageJudgement,
  MessageSummary,
  Verdict,
  VerdictCorrection,
} from '@readback/core';
import type { StoredHit } from './hit-row.ts';
import type { MessageId } from './ids.ts';
import { isoOf } from './iso-of.ts';
import type { ListedMessage } from './listed-message.ts';
import {
  lastSignOf,
  shownCounts,
  shows,
  summaryOfHits,
  type StoredMessage,
  type StoredRegistration,
} from './stored-message.ts';
import { visitorMark } from './visitor-mark.ts';

/** What is said of a hit after a "that was me". */
export const THAT_WAS_ME: Verdict = {
  actor: 'sender',
  certainty: 6,
  rule: 'correction',
  reason: { code: 'that-was-me', values: {} },
};

/** What is said of a hit that came as the pane began to show the message. */
const OWN_LOOK: Verdict = { actor: 'sender', certainty: 6, rule: 'look', reason: { code: 'own-look', values: {} } };

/** A registered message as a list shows it. */
export function summaryOf(
  id: MessageId,
  { registration, seen, opens, clicks, lastPersonAt, headline }: ListedMessage,
): MessageSummary {
  const lastHitAt = Math.max(opens.lastAt ?? 0, clicks.lastAt ?? 0);
  return {
    id,
    subject: registration.subject,
    recipients: registration.recipients,
    sentAt: isoOf(registration.sentAt),
    deliverAfter: registration.deliverAfter,
    registered: true,
    opens: opens.count,
    clicks: clicks.count,
    lastHitAt: lastHitAt === 0 ? null : isoOf(lastHitAt),
    lastPersonAt: lastPersonAt === null ? null : isoOf(lastPersonAt),
    headline,
    sent: seen || opens.count + clicks.count > 0,
    tracked: registration.opens || registration.links,
  };
}

/** A registered message with one page of its hits, newest first. */
export function detailOf(
  id: MessageId,
  message: StoredMessage & { registration: StoredRegistration },
  page: { hits: readonly StoredHit[]; next: string | null },
): MessageDetail {
  const { registration, overflow, state } = message;
  const clicksOf = new Map(
    shows(message, 'click') ? state.links.map(({ position, clicks }) => [position, clicks]) : [],
  );
  const judgement = judgementOf(message);
  const lastPersonAt = lastSignOf(message, judgement)?.at ?? null;
  const { seen } = message;
  return {
    ...summaryOf(id, { registration, seen, ...shownCounts(message), lastPersonAt, headline: judgement.headline }),
    overflow: overflow.open + overflow.click,
    judgement,
    opensReason: registration.opensReason,
    linksReason: registration.linksReason,
    pixelPlace: registration.pixelPlace,
    stoppedAt: message.stoppedAt === null ? null : isoOf(message.stoppedAt),
    links: registration.trackedLinks.map(({ position, destination }) => ({
      position,
      destination,
      clicks: clicksOf.get(position) ?? 0,
    })),
    hits: page.hits.map((stored) => hitView(id, stored, message)),
    next: page.next,
  };
}

function judgementOf(message: StoredMessage): MessageJudgement {
  const { rulesVersion, corrections } = message.state;
  const shown = corrections.filter(({ kind }) => shows(message, kind));
  return { rulesVersion, ...summaryOfHits(message), corrections: shown.map(correctionView) };
}

function correctionView({ correctedAt, kind, at, position, from, to }: DatedCorrection): VerdictCorrection {
  return { correctedAt: isoOf(correctedAt), kind, at: isoOf(at), position, from, to };
}

function hitView(messageId: MessageId, stored: StoredHit, message: StoredMessage): MessageHit {
  const { id, hit, verdict: first } = stored;
  const verdict = verdictOn(stored, message);
  return {
    id,
    kind: hit.kind,
    at: isoOf(hit.at),
    position: hit.position ?? null,
    verdict,
    first: isDeepStrictEqual(verdict, first) ? null : first,
    client: describeClient(hit.headers),
    country: hit.country,
    city: hit.city,
    visitor: visitorMark(messageId, hit.client),
  };
}

/** The sender's own word counts most, then what the pane saw, then what later hits showed. */
function verdictOn({ id, n, verdict }: StoredHit, { mine, looked, corrections, state }: StoredMessage): Verdict {
  if (hasPlace(mine, n) || corrections.some(({ hit }) => hit === id)) return THAT_WAS_ME;
  return hasPlace(looked, n) ? OWN_LOOK : currentVerdict(state, n, verdict);
}
