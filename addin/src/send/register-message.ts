import { decodeHex, encodeUtf8, quotedMessages, signRegistration } from '@readback/core';
import type { MailboxAccess, MailUntrackedReason, PreparedBody, Registration, SentState } from '@readback/core';
import type { Desk } from '../host/desk.ts';
import type { MailAtSend } from './read-mail.ts';

/** Bytes that the server takes at most (design: `POST /m/{token}`). */
const MAX_BYTES = 32 * 1024;
/** The request may outlive the handler; nobody waits for it so long. */
export const REQUEST_LIMIT_MS = 10_000;
/** Longest address of a mail (RFC 5321 §4.5.3.1). */
const MAX_ADDRESS_LENGTH = 320;

/** Reasons with which somebody said no: then nothing about the mail is told but that. */
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
 * Tells the server about the message: whether its hits count, and what they belong to. Best effort: what doesn't arrive is
 * caught up by the pane from the Sent item. Resolves when the server answered, or didn't.
 */
export async function registerMessage(desk: Desk, access: MailboxAccess, report: MessageReport): Promise<void> {
  const registration = describeMessage(report, desk.mailbox.address(), desk.timers.now());
  const messageId = decodeHex(report.mail.draft.messageId);
  if (registration === null || messageId === null) return;
  const text = fit(registration);
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
    senderDomain: address && address.slice(address.lastIndexOf('@') + 1).toLowerCase(),
  };
}

function describeContent(report: MessageReport): Content {
  const { mail, prepared, planned } = report;
  const links = planned.links ? (prepared?.links ?? []).filter((link) => mail.plan.tracks(link)) : [];
  return {
    subject: mail.subject,
    recipients: mail.recipients.filter(({ address }) => address.length <= MAX_ADDRESS_LENGTH),
    trackedLinks: links.map(({ position, destination }) => ({ position, destination })),
    quotes: quotedAfterSend(report),
  };
}

/** What older messages of ours the mail still quotes when it leaves: a body that is written holds none any more. */
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

/** As JSON, with so many recipients and links as the server takes: the first ones. */
function fit(registration: Registration): string {
  let { recipients, trackedLinks } = registration;
  let text = JSON.stringify(registration);
  while (encodeUtf8(text).length > MAX_BYTES && recipients.length + trackedLinks.length > 0) {
    const longer = JSON.stringify(recipients).length > JSON.stringify(trackedLinks).length;
    if (longer) recipients = recipients.slice(0, Math.floor(recipients.length / 2));
    else trackedLinks = trackedLinks.slice(0, Math.floor(trackedLinks.length / 2));
    text = JSON.stringify({ ...registration, recipients, trackedLinks });
  }
  return text;
}
