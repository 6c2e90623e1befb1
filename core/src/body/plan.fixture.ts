import { pixelMarkup } from '../pixel-markup.ts';
import { prepareBody } from '../prepare-body.ts';
import type { BodyPlan } from '../prepare-body.ts';
import { messageId, ORIGIN, signerOf, signingKey } from '../token/signing.fixture.ts';
import type { LinkRules, UntrackedReason } from './link-rules.ts';

const signer = signerOf(signingKey());

/** The picture of the message that is sent, and its markup. */
export const PIXEL = signer.pixelUrl(messageId);
export const IMG = pixelMarkup(PIXEL);

/** The picture of an earlier message. */
export const OLD_PIXEL = signer.pixelUrl(new Uint8Array(12).fill(9));

/** The tracked address of a destination. */
export function tracked(destination: string, position = 0): string {
  return signer.linkUrl(messageId, position, destination);
}

/** Opens and links are tracked, unless changed. */
export function planOf(change: Partial<BodyPlan> = {}): BodyPlan {
  return {
    ownOrigins: [ORIGIN],
    pixelUrl: PIXEL,
    linkUrl: (destination, position) => tracked(destination, position),
    ...change,
  };
}

/** Why the links of a body aren't tracked, in order; null for each that is. */
export function reasonsOf(html: string, rules: Partial<LinkRules> = {}): readonly (UntrackedReason | null)[] {
  return prepareBody(html, planOf({ rules })).links.map(({ untracked }) => untracked);
}

/** Why a link in a plain paragraph isn't tracked; null: it is. */
export function whyLeft(href: string, text = 'our offer', rules: Partial<LinkRules> = {}): UntrackedReason | null {
  const [reason = null] = reasonsOf(`<p>See <a href="${href}">${text}</a>.</p>`, rules);
  return reason;
}
