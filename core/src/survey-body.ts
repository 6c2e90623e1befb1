import { picturesOf, readBodyLook } from './body-look.ts';
import type { BodyLook } from './body-look.ts';
import type { BodyFacts } from './decide-tracking.ts';
import { MAX_QUOTES } from './fit-registration.ts';
import { prepareBody } from './prepare-body.ts';
import { encodeHex } from './token/hex.ts';
import type { Token } from './token/token.ts';
import { parseTrackingSegment } from './token/tracking-segment.ts';
import { findTrackingPath } from './token/tracking-url.ts';
import type { TrackingPlan } from './tracking-plan.ts';

/** What a body holds, in view of the plan for its mail. */
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
  return Array.from(ids).sort().slice(0, MAX_QUOTES);
}

/** What a body holds of its own message: not what it quotes of older ones. */
export interface OwnTraces {
  pixel: boolean;
  links: boolean;
}

/** Finds the picture and tracked links of the plan's message in a body. */
export function findOwnTraces({ pictures, links }: BodyLook, plan: TrackingPlan): OwnTraces {
  return {
    pixel: findPixel(pictures, plan) !== null,
    links: links.some((url) => isOfMessage(url, plan, 'click')),
  };
}

function findPixel(pictures: readonly string[], plan: TrackingPlan): string | null {
  return pictures.find((source) => isOfMessage(source, plan, 'open')) ?? null;
}

/** The signature isn't checked: whoever forges one tracks nothing but this mail. */
function isOfMessage(url: string, { origin, messageId }: TrackingPlan, kind: 'open' | 'click'): boolean {
  // Only undisguised addresses: a picture behind Google's proxy is a quoted one.
  const token = url.startsWith(`${origin}/`) ? readToken(url, origin) : null;
  return token?.kind === kind && encodeHex(token.messageId) === encodeHex(messageId);
}

/** What stands in one of our addresses, unverified; null where it is none. */
function readToken(url: string, origin: string): Token | null {
  const path = findTrackingPath(url, [origin]);
  return path === null ? null : parseTrackingSegment(path.segment);
}
