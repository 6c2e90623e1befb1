import { linkMark, MAILBOX_SETTING, prepareBody, readStoredMailbox } from '@readback/core';
import type { DraftState, PreparedBody, SentState } from '@readback/core';
import { awaitHost } from '../host/ask-host.ts';
import { findDraft, makeDraft, saveDraft } from '../host/compose-draft.ts';
import type { Desk } from '../host/desk.ts';
import { valueOr } from '../host/outcome.ts';
import { readMail } from './read-mail.ts';
import type { MailAtSend } from './read-mail.ts';
import { registerMessage, REQUEST_LIMIT_MS } from './register-message.ts';
import type { TimeLimit } from './time-limit.ts';
import { prependPixel, writeBody } from './write-body.ts';
import type { WriteResult } from './write-body.ts';

/** How long a registration that is still under way may delay the mail once everything else is done. */
const REGISTRATION_GRACE_MS = 300;

/**
 * Handles a press of Send: reads the mail, decides, tells the server, writes the body where that is safe, and records on the
 * item what happened. Starts nothing new with Outlook once the time is over; whatever fails, the mail stays as it is.
 */
export async function sendMail(desk: Desk, limit: TimeLimit): Promise<void> {
  const pressedAt = desk.timers.now();
  const access = readStoredMailbox(desk.mailbox.readSetting(MAILBOX_SETTING));
  if (access === null) return leaveWithoutKey(desk, pressedAt);
  const mail = await readMail(desk, access, limit);
  const prepared = prepare(mail);
  const planned = planSent(mail, prepared, pressedAt);
  const report = { mail, prepared, planned, pressedAt };
  const registered = awaitHost(desk.timers, REQUEST_LIMIT_MS, () => registerMessage(desk, access, report));
  const saved = saveDraft(desk, { ...mail.draft, sent: planned });
  const result = await changeBody(desk, limit, mail, prepared);
  await saved;
  // Saved a second time in any case: on the web the last save before Send may be lost (docs/outlook-quirks.md#property-at-send).
  await Promise.all([
    saveDraft(desk, { ...mail.draft, sent: correctSent(planned, result) }),
    awaitHost(desk.timers, Math.min(REGISTRATION_GRACE_MS, limit.left()), () => registered),
  ]);
}

async function leaveWithoutKey(desk: Desk, at: number): Promise<void> {
  const [found, subject] = await Promise.all([findDraft(desk, null), desk.item.readSubject()]);
  const draft: DraftState = found ?? makeDraft(desk, null);
  const nothing = {
    opens: false,
    links: false,
    opensReason: 'no-key',
    linksReason: 'no-key',
    pixelPlace: null,
  } as const;
  await saveDraft(desk, { ...draft, sent: { at, subject: linkMark(valueOr(subject, '')), ...nothing } });
}

/** The body as it would be written; null where there is none to write. */
function prepare({ body, plan, decision }: MailAtSend): PreparedBody | null {
  if (body === null) return null;
  const { way } = decision.opens;
  return prepareBody(body.html, {
    ...plan,
    pixelUrl: way === 'there' || way === 'in-body' ? plan.pixelUrl : null,
    linkUrl: decision.links.on ? plan.linkUrl : null,
  });
}

function planSent({ subject, body, decision }: MailAtSend, prepared: PreparedBody | null, at: number): SentState {
  const { opens, links } = decision;
  // A frameset has no place for a picture.
  const lost = opens.way === 'in-body' && prepared?.pixel === 'none';
  const places = { there: 'end', append: 'end', 'in-body': 'before-history', prepend: 'start', none: null } as const;
  const place = opens.reason === 'not-seen' || lost ? null : places[opens.way];
  return {
    at,
    subject: linkMark(subject),
    opens: opens.way !== 'none' && !lost,
    links: links.on,
    opensReason: lost ? 'failed' : opens.reason,
    linksReason: links.reason,
    pixelPlace: place === 'end' && body?.facts.reply === false ? 'before-history' : place,
  };
}

/** Changes the body as decided. Null: it needs no change. */
async function changeBody(
  desk: Desk,
  limit: TimeLimit,
  mail: MailAtSend,
  prepared: PreparedBody | null,
): Promise<WriteResult | null> {
  const { body, plan, decision } = mail;
  if (body === null || prepared === null) return null;
  if (decision.write && prepared.html !== body.html) {
    return writeBody(desk.item, limit, { original: body.html, wanted: prepared.html, plan });
  }
  return decision.opens.way === 'prepend' ? prependPixel(desk.item, limit, { original: body.html, plan }) : null;
}

/** The plan, corrected by what Outlook holds after a write that didn't go as planned. */
function correctSent(planned: SentState, result: WriteResult | null): SentState {
  if (result === null || result.reason === null) return planned;
  const { reason, holds } = result;
  if (holds === null) {
    return { ...planned, opensReason: planned.opensReason ?? reason, linksReason: planned.linksReason ?? reason };
  }
  return {
    ...planned,
    opens: holds.pixel,
    links: holds.links,
    opensReason: holds.pixel ? null : planned.opens ? reason : planned.opensReason,
    linksReason: planned.links ? reason : planned.linksReason,
    pixelPlace: holds.pixel ? planned.pixelPlace : null,
  };
}
