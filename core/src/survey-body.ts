import { picturesOf, readBodyLook } from './body-look.ts';
import type { BodyFacts } from './decide-tracking.ts';
import { prepareBody } from './prepare-body.ts';
import { encodeHex } from './token/hex.ts';
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

/** The first picture of the plan's message. Its signature isn't checked: who forges one tracks nothing but this mail. */
function findPixel(pictures: readonly string[], { origin, messageId }: TrackingPlan): string | null {
  const wanted = encodeHex(messageId);
  const isOfMessage = (source: string): boolean => {
    const path = source.startsWith(`${origin}/o/`) ? findTrackingPath(source, [origin]) : null;
    const token = path === null ? null : parseTrackingSegment(path.segment);
    return token !== null && token.kind === 'open' && encodeHex(token.messageId) === wanted;
  };
  return pictures.find(isOfMessage) ?? null;
}
