import { linkMark } from './draft.ts';
import type { DraftState } from './draft.ts';
import type { BodyLink, BodyPlan } from './prepare-body.ts';
import type { MailboxAccess } from './stored-mailbox.ts';
import { decodeHex } from './token/hex.ts';
import { createSigner } from './token/signer.ts';

/** What `prepareBody` does to a mail of which opens and links are tracked. */
export interface TrackingPlan extends BodyPlan {
  /** 8 and 12 bytes. */
  mailboxId: Uint8Array;
  messageId: Uint8Array;
  /** TRACKING_ORIGIN. */
  origin: string;
  pixelUrl: string;
  linkUrl: (destination: string, position: number) => string;
  /** Whether this link of the mail would be tracked: neither a rule nor the sender says no. */
  tracks(link: BodyLink): boolean;
}

/** The plan for one draft of a mailbox. A link that the sender switched off goes to its destination, as written. */
export function planTracking(access: MailboxAccess, draft: Pick<DraftState, 'messageId' | 'leave'>): TrackingPlan {
  const { signing, settings } = access;
  const { trackingOrigin, site, leaveUrlText, leaveSignature, excludedHosts, excludedPatterns } = settings;
  const signer = createSigner({ ...signing, origin: trackingOrigin });
  const messageId = decodeHex(draft.messageId) ?? new Uint8Array(0);
  const isLeft = (destination: string): boolean =>
    draft.leave.length > 0 && draft.leave.indexOf(linkMark(destination)) >= 0;
  return {
    mailboxId: signing.mailboxId,
    messageId,
    origin: trackingOrigin,
    ownOrigins: [trackingOrigin],
    pixelUrl: signer.pixelUrl(messageId),
    linkUrl: (destination, position) =>
      isLeft(destination) ? destination : signer.linkUrl(messageId, position, destination),
    rules: { site, leaveUrlText, leaveSignature, excludedHosts, excludedPatterns },
    tracks: (link) => link.untracked === null && !isLeft(link.destination),
  };
}
