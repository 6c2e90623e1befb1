import { picturesOf, readBodyLook } from './body-look.ts';
import type { BodyFacts } from './decide-tracking.ts';
import { prepareBody } from './prepare-body.ts';
import type { TrackingPlan } from './tracking-plan.ts';

/**
 * What a body says to `decideTracking`. `isReply` is what Outlook says about the mail; a quoted mail in the body counts
 * whatever it says, since classic and Mac call replies new (docs/outlook-quirks.md#compose-type).
 */
export function surveyBody(html: string, plan: TrackingPlan, isReply: boolean): BodyFacts {
  const look = readBodyLook(html);
  const holdsPixel = look.pictures.includes(plan.pixelUrl);
  // Without its own picture the body is as its author wrote it, but for the links.
  const wrapped = prepareBody(html, { ...plan, pixelUrl: null });
  const cleaned = prepareBody(html, { ...plan, pixelUrl: holdsPixel ? plan.pixelUrl : null, linkUrl: null });
  return {
    length: Math.max(html.length, wrapped.html.length),
    reply: isReply || wrapped.links.some((link) => link.untracked === 'quoted'),
    images: picturesOf(readBodyLook(wrapped.html)),
    holdsPixel,
    holdsOwn: cleaned.html !== html,
    trackableLinks: wrapped.links.filter((link) => plan.tracks(link)).length,
  };
}
