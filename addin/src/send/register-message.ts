import { decodeHex, domainOf, encodeUtf8, fitRegistration, quotedMessages, signRegistration } from '@readback/core';
import type { MailboxAccess, MailUntrackedReason, PreparedBody, Registration, SentState } from '@readback/core';
import type { Desk } from '../host/desk.ts';
import type { MailAtSend } from './read-mail.ts';

/** The request may outlive the handler; nobody waits for it so long. */
export const REQUEST_LIMIT_MS = 10_000;

/** Reasons that are somebody's refusal: of such a mail the server learns nothing but the refusal. */
const REFUSALS: readonly (MailUntrackedReason | null)[] = [
  'company',
  'personal',
  'mail',
  'other-sender',
  'sender-unreadable',
  'label',
  'label-unreadable',
];

/** What there is to tell about a mail at Send. */
export interface MessageReport {
  mail: MailAtSend;
  prepared: PreparedBody | null;
  planned: SentState;
  /** Milliseconds since 1970, the sender's clock. */
  pressedAt: number;
}

/**
 * Tells the server about the message: whether its hits count, and what they belong to. Best effort: what doesn't arrive, the
 * pane catches up on from the Sent item. Resolves once the server has answered, or the time for that is over.
 */
export async function registerMessage(desk: Desk, access: MailboxAccess, report: MessageReport): Promise<void> {
  const registration = describeMessage(report, desk.mailbox.address(), desk.timers.now());
  const messageId = decodeHex(report.mail.draft.messageId);
  if (registration === null || messageId === null) return;
  const text = JSON.stringify(fitRegistration(registration));
  const token = signRegistration(access.signing, messageId, encodeUtf8(text));
  const request = {
    method: 'POST',
    url: `${access.appOrigin}/m/${token}`,
    body: { type: 'text/plain', text },
  } as const;
  await desk.network(request, REQUEST_LIMIT_MS);
}

type Content = Pick<Registration, 'subject' | 'recipients' | 'trackedLinks' | 'quotes'>;

const NO_CONTENT: Content = { subject: '', recipients: [], trackedLinks: [], quotes: [] };

/** Null: there is nothing that the server needs to know. */
function describeMessage(report: MessageReport, address: string | null, now: number): Registration | null {
  const { mail, planned, pressedAt } = report;
  const refused = isRefusal(planned.opensReason) && isRefusal(planned.linksReason);
  if (refused && !mayHoldOurs(mail)) return null;
  const { deliverAfter } = mail;
  return {
    ...(refused ? NO_CONTENT : describeContent(report)),
    // A picture that gave way to the links may still be there if writing them fails; its hits are to count then.
    opens: planned.opens || planned.opensReason === 'gave-way',
    links: planned.links,
    ageMs: Math.max(0, now - pressedAt),
    deliverAfter: deliverAfter === null || deliverAfter <= now ? null : new Date(deliverAfter).toISOString(),
    opensReason: planned.opensReason,
    linksReason: planned.linksReason,
    pixelPlace: planned.pixelPlace,
    senderDomain: domainOf(address),
  };
}

function describeContent(report: MessageReport): Content {
  const { mail, prepared, planned } = report;
  const links = planned.links ? (prepared?.links ?? []).filter((link) => mail.plan.tracks(link)) : [];
  return {
    subject: mail.subject,
    recipients: mail.recipients,
    trackedLinks: links.map(({ position, destination }) => ({ position, destination })),
    quotes: quotedAfterSend(report),
  };
}

/** Ids of our older messages that the mail still quotes when it leaves; writing the body takes their traces out. */
function quotedAfterSend({ mail, prepared }: MessageReport): readonly string[] {
  const html = mail.decision.write ? prepared?.html : mail.body?.html;
  return html === undefined ? [] : quotedMessages(html, mail.plan);
}

function isRefusal(reason: MailUntrackedReason | null): boolean {
  return REFUSALS.includes(reason);
}

/** Whether a hit could come at all: from a picture that was handed over, or from an earlier attempt to send this mail. */
function mayHoldOurs({ draft, body }: MailAtSend): boolean {
  return draft.scheduled || draft.sent !== null || body?.facts.holdsPixel === true || body?.facts.holdsOwn === true;
}
