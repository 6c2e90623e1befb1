import type { PersonalSettings } from './api.ts';
import type { ClientName, ClientRow, TenantSettings } from './settings.ts';

/**
 * Why opens (or links) of a whole mail aren't tracked, or are only with a limit.
 * - `no-key`: this mailbox's key isn't here yet; opening the pane once fetches it.
 * - `company`, `personal`, `mail`: switched off by the admin, by the person's default, by the sender for this mail.
 * - `other-sender`, `sender-unreadable`: sent as somebody else (shared mailbox, send-as), or Outlook didn't say.
 * - `label`, `label-unreadable`: a sensitivity label that may protect the mail, or Outlook didn't say.
 * - `plain-text`, `body-unreadable`, `too-long`: there is no HTML body that could be read or written safely.
 * - `unsafe-image`: writing would lose a picture whose source isn't absolute http(s). `cloud-attachment`: likewise.
 * - `attachments-unreadable`: Outlook didn't say whether there is a cloud attachment.
 * - `client`: this Outlook can't do it safely. `reply`, `images`: not in replies, not beside pictures on this Outlook.
 * - `no-links`: there is no link that would be tracked.
 * - `gave-way`: no picture, because the links are tracked and this Outlook allows only one of both.
 * - `not-scheduled`: the picture wasn't handed to Outlook before Send, and later is too late on this Outlook.
 * - `not-seen`: the picture was handed to Outlook, but didn't stand in the mail at Send. Opens count if it comes.
 * - `changed`: somebody else changed the body while it was prepared. `failed`: Outlook refused the write.
 * - `differs`: what Outlook held after the write wasn't what was written; nothing was touched after that.
 * - `too-slow`: the time that a Send may take was over.
 */
export type MailUntrackedReason = (typeof MAIL_UNTRACKED_REASONS)[number];

/** All of them. */
export const MAIL_UNTRACKED_REASONS = [
  'no-key',
  'company',
  'personal',
  'mail',
  'other-sender',
  'sender-unreadable',
  'label',
  'label-unreadable',
  'plain-text',
  'body-unreadable',
  'too-long',
  'unsafe-image',
  'cloud-attachment',
  'attachments-unreadable',
  'client',
  'reply',
  'images',
  'no-links',
  'gave-way',
  'not-scheduled',
  'not-seen',
  'changed',
  'failed',
  'differs',
  'too-slow',
] as const;

/** What the body says about itself; see `readBodyFacts`. */
export interface BodyFacts {
  /** UTF-16 code units of the whole body. */
  length: number;
  /** Whether it answers or forwards another mail. */
  reply: boolean;
  /** Pictures of the body, our own not counted: `unsafe` when one has no absolute http(s) source. */
  images: 'none' | 'absolute' | 'unsafe';
  /** Whether the picture of this very message stands in it. */
  holdsPixel: boolean;
  /** Whether it holds any other trace of us: wrapped links, or pictures of older messages. */
  holdsOwn: boolean;
  /** Links that a write would track. */
  trackableLinks: number;
}

/** What is known of a draft. A fact that is absent wasn't read and counts as harmless. */
export interface DraftFacts {
  /** `compose`: what will happen if nothing changes. `send`: the last word. */
  stage: 'compose' | 'send';
  client: ClientName;
  /** null: no key is stored for this mailbox. */
  mailbox: { settings: TenantSettings; personal: PersonalSettings } | null;
  /** The sender's switches for this mail; null: the person's default. */
  switches: { opens: boolean | null; links: boolean | null };
  /** Whether the picture was handed to Outlook's append-on-send. */
  scheduled: boolean;
  format?: 'html' | 'text' | 'unreadable';
  sender?: 'own' | 'other' | 'unreadable';
  label?: 'none' | 'harmless' | 'protecting' | 'unreadable';
  attachments?: 'local' | 'cloud' | 'unreadable';
  body?: BodyFacts | 'unreadable';
  /** Whether the time is over in which a body may be written. */
  late?: boolean;
}

/** What happens to a mail at Send. */
export interface TrackingDecision {
  opens: {
    /**
     * `append`: Outlook appends the picture it was handed. `there`: it stands in the body already.
     * `in-body`: it goes into the write of the body. `prepend`: it is put at the start of the body, without a write.
     */
    way: 'append' | 'there' | 'in-body' | 'prepend' | 'none';
    /** null: nothing to say. With a `way` other than `none` only `not-seen`. */
    reason: MailUntrackedReason | null;
  };
  links: {
    on: boolean;
    /** null where they are tracked. */
    reason: MailUntrackedReason | null;
  };
  /**
   * Whether the picture is to stand ready with append-on-send while the mail is written; false: taken back. One that stands
   * in the body already, from a send that was undone, isn't appended again.
   */
  schedule: boolean;
  /** Whether the body is written back at all: for links, for the picture, or to take older traces of us out. */
  write: boolean;
}

/** A body longer than this isn't written back: beyond 1,000,000 characters Outlook throws (office-js#6263). */
export const MAX_WRITABLE_BODY = 900_000;

/**
 * Decides whether opens and links of a mail are tracked, and if not, why: the same answer for the pane (what will happen) and
 * for the send handler (what happens).
 */
export function decideTracking(facts: DraftFacts): TrackingDecision {
  const { mailbox } = facts;
  if (mailbox === null) return untouched('no-key');
  const { settings, personal } = mailbox;
  const whole = reasonAgainstMail(facts, settings);
  if (whole !== null) return untouched(whole);

  const plan: Plan = {
    row: settings.clients[facts.client],
    opensOff: switchedOff(settings.opens, personal.opens, facts.switches.opens),
    linksOff: switchedOff(settings.links, personal.links, facts.switches.links),
    writeOff: reasonAgainstWrite(facts, settings),
    body: facts.body === 'unreadable' ? undefined : facts.body,
  };
  const linksReason = plan.linksOff ?? plan.writeOff ?? (plan.body?.trackableLinks === 0 ? 'no-links' : null);
  const links = { on: linksReason === null, reason: linksReason };
  const opens = decideOpens(facts, plan, links.on);
  const schedule = plan.row.pixel === 'append' && plan.opensOff === null && plan.body?.holdsPixel !== true;
  return { opens, links, schedule, write: plan.writeOff === null && needsWrite(plan, links.on, opens.way) };
}

/** The parts that a decision is made of. In the `…Off` fields a reason means "no", null means "yes". */
interface Plan {
  row: ClientRow;
  opensOff: MailUntrackedReason | null;
  linksOff: MailUntrackedReason | null;
  /** Why the body must not be written back, whatever for. */
  writeOff: MailUntrackedReason | null;
  body: BodyFacts | undefined;
}

function untouched(reason: MailUntrackedReason): TrackingDecision {
  return { opens: { way: 'none', reason }, links: { on: false, reason }, schedule: false, write: false };
}

function reasonAgainstMail(facts: DraftFacts, settings: TenantSettings): MailUntrackedReason | null {
  if (settings.tracking === 'off' || settings.tracking === 'listen-only') return 'company';
  if (facts.sender === 'other' && !settings.otherSenders) return 'other-sender';
  if (facts.sender === 'unreadable' && !settings.otherSenders) return 'sender-unreadable';
  if (facts.label === 'protecting') return 'label';
  if (facts.label === 'unreadable') return 'label-unreadable';
  if (facts.format === 'text') return 'plain-text';
  if (facts.format === 'unreadable' || facts.body === 'unreadable') return 'body-unreadable';
  return null;
}

/** The company's no comes before the person's; a switch on this mail overrides the person's default only. */
function switchedOff(company: boolean, personal: boolean, mail: boolean | null): MailUntrackedReason | null {
  if (!company) return 'company';
  if (mail === false) return 'mail';
  return mail === null && !personal ? 'personal' : null;
}

function reasonAgainstWrite(facts: DraftFacts, settings: TenantSettings): MailUntrackedReason | null {
  const row = settings.clients[facts.client];
  if (settings.tracking === 'opens') return 'company';
  if (row.links === 'off') return 'client';
  if (facts.attachments === 'cloud') return 'cloud-attachment';
  if (facts.attachments === 'unreadable') return 'attachments-unreadable';
  if (facts.late === true) return 'too-slow';
  return facts.body === undefined || facts.body === 'unreadable' ? null : reasonInBody(facts.body, row);
}

function reasonInBody(body: BodyFacts, row: ClientRow): MailUntrackedReason | null {
  if (body.length > MAX_WRITABLE_BODY) return 'too-long';
  if (body.images === 'unsafe') return 'unsafe-image';
  if (row.links === 'on') return null;
  if (body.reply) return 'reply';
  return body.images === 'none' ? null : 'images';
}

function decideOpens(facts: DraftFacts, plan: Plan, links: boolean): TrackingDecision['opens'] {
  const { row, body } = plan;
  if (plan.opensOff !== null) return { way: 'none', reason: plan.opensOff };
  if (row.pixel === 'none') return { way: 'none', reason: 'client' };
  // A body written on this client must hold no picture at all (docs/outlook-quirks.md#written-pictures), so one of both
  // gives way; a click is the stronger sign.
  if (links && body !== undefined && row.links === 'new-without-images') return { way: 'none', reason: 'gave-way' };
  if (body?.holdsPixel === true) return { way: 'there', reason: null };
  return row.pixel === 'in-body' ? placeAtSend(facts, plan, links) : placeByOutlook(facts, plan);
}

function placeAtSend(facts: DraftFacts, plan: Plan, links: boolean): TrackingDecision['opens'] {
  if (facts.mailbox?.settings.tracking === 'opens') return { way: 'none', reason: 'company' };
  const writes = plan.writeOff === null && (links || plan.body?.holdsOwn === true);
  return { way: writes ? 'in-body' : 'prepend', reason: null };
}

function placeByOutlook(facts: DraftFacts, plan: Plan): TrackingDecision['opens'] {
  if (facts.stage === 'compose') return { way: 'append', reason: null };
  if (plan.writeOff === null && plan.row.links === 'on') return { way: 'in-body', reason: null };
  return facts.scheduled ? { way: 'append', reason: 'not-seen' } : { way: 'none', reason: 'not-scheduled' };
}

function needsWrite(plan: Plan, links: boolean, way: TrackingDecision['opens']['way']): boolean {
  if (links || way === 'in-body') return true;
  if (plan.body === undefined) return false;
  if (plan.row.links === 'new-without-images' && way !== 'none') return false;
  return plan.body.holdsOwn || (plan.body.holdsPixel && way === 'none');
}
