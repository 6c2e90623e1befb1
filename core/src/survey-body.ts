import { picturesOf, readBodyLook } from './body-look.ts';
import type { BodyFacts } from './decide-tracking.ts';
import { prepareBody } from './prepare-body.ts';
import { encodeHex } from './token/hex.ts';
import type { Token } from './token/token.ts';
import { parseTrackingSegment } from './token/tracking-segment.ts';
import { findTrackingPath } from './token/tracking-url.ts';
import type { TrackingPlan } from './tracking-plan.ts';

/** A body, seen with the plan for its mail. */
export interface BodySurvey {
  facts: BodyFacts;
  /**
   * The plan that fits this body: where the message's picture stands in it already, signed with an earlier key perhaps, that
   * one is kept.
   */
  plan: TrackingPlan;
}

/**
 * What a body says to `decideTracking`. `isReply` is what Outlook says about the mail; a link in a quoted mail counts whatever
 * it says, since classic and Mac call replies new (docs/outlook-quirks.md#compose-type).
 */
export function surveyBody(html: string, plan: TrackingPlan, isReply: boolean): BodySurvey {
  const pixel = findPixel(readBodyLook(html).pictures, plan);
  const fitting = pixel === null ? plan : { ...plan, pixelUrl: pixel };
  // Without its own picture the body is as its author wrote it, but for the links.
  const wrapped = prepareBody(html, { ...fitting, pixelUrl: null });
  const cleaned = prepareBody(html, { ...fitting, pixelUrl: pixel, linkUrl: null });
  const facts = {
    length: Math.max(html.length, wrapped.html.length),
    reply: isReply || wrapped.links.some((link) => link.untracked === 'quoted'),
    images: picturesOf(readBodyLook(wrapped.html)),
    holdsPixel: pixel !== null,
    holdsOwn: cleaned.html !== html,
    trackableLinks: wrapped.links.filter((link) => plan.tracks(link)).length,
  };
  return { facts, plan: fitting };
}

/** Of so many quoted messages the server is told. */
const MAX_QUOTED = 20;

/**
 * Ids (hex) of this mailbox's other messages whose pictures or links a body holds, the newest first, at most 20: whoever reads
 * the mail may load them.
 */
export function quotedMessages(html: string, plan: TrackingPlan): readonly string[] {
  const { pictures, links } = readBodyLook(html);
  const own = encodeHex(plan.messageId);
  const mailbox = encodeHex(plan.mailboxId);
  const ids = new Set<string>();
  for (const url of [...pictures, ...links]) {
    const token = readToken(url, plan.origin);
    if (token !== null && encodeHex(token.mailboxId) === mailbox) ids.add(encodeHex(token.messageId));
  }
  ids.delete(own);
  // The time stands in an id backwards, so ascending order is newest first.
  return Array.from(ids).sort().slice(0, MAX_QUOTED);
}

/** The first picture of the plan's message. Its signature isn't checked: who forges one tracks nothing but this mail. */
function findPixel(pictures: readonly string[], { origin, messageId }: TrackingPlan): string | null {
  const wanted = encodeHex(messageId);
  const isOfMessage = (source: string): boolean => {
    const token = source.startsWith(`${origin}/o/`) ? readToken(source, origin) : null;
    return token?.kind === 'open' && encodeHex(token.messageId) === wanted;
  };
  return pictures.find(isOfMessage) ?? null;
}

/** What stands in one of our addresses, unverified; null where it is none. */
function readToken(url: string, origin: string): Token | null {
  const path = findTrackingPath(url, [origin]);
  return path === null ? null : parseTrackingSegment(path.segment);
}
