import { decideTracking, planTracking, surveyBody } from '@readback/core';
import type {
  BodyFacts,
  BodySurvey,
  DraftState,
  MailboxAccess,
  Recipient,
  TrackingDecision,
  TrackingPlan,
} from '@readback/core';
import { findDraft, makeDraft } from '../host/compose-draft.ts';
import type { Desk } from '../host/desk.ts';
import { readMailFacts } from '../host/draft-facts.ts';
import { valueOr } from '../host/outcome.ts';
import type { Outcome } from '../host/outcome.ts';
import { hasTimeToWrite } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

/** A mail at the moment of Send, and what is to happen to it. */
export interface MailAtSend {
  draft: DraftState;
  subject: string;
  recipients: readonly Recipient[];
  /** Milliseconds since 1970; null: at once, as far as Outlook tells. */
  deliverAfter: number | null;
  /** Null where there is no HTML body that could be read. */
  body: { html: string; facts: BodyFacts } | null;
  plan: TrackingPlan;
  decision: TrackingDecision;
}

/** Reads everything the decision depends on, and decides. Relies on compose only for the message's id and the sender's switches. */
export async function readMail(desk: Desk, access: MailboxAccess, limit: TimeLimit): Promise<MailAtSend> {
  const { item, mailbox } = desk;
  const [found, facts, html, composeType, subject, recipients, deliverAfter] = await Promise.all([
    findDraft(desk, access),
    readMailFacts(item, mailbox, access.settings),
    item.readBody(),
    item.readComposeType(),
    item.readSubject(),
    item.readRecipients(),
    item.readDeliveryTime(),
  ]);
  const draft = found ?? makeDraft(desk, access);
  const plan = planTracking(access, draft);
  const seen = facts.format === 'html' && html.ok ? survey(html.value, plan, composeType) : null;
  const decision = decideTracking({
    ...facts,
    stage: 'send',
    client: mailbox.client(),
    mailbox: access,
    switches: draft,
    scheduled: draft.scheduled,
    body: seen?.facts ?? 'unreadable',
    late: !hasTimeToWrite(limit),
  });
  return {
    draft,
    subject: valueOr(subject, ''),
    recipients: valueOr(recipients, []),
    deliverAfter: valueOr(deliverAfter, null),
    body: seen === null || !html.ok ? null : { html: html.value, facts: seen.facts },
    plan: seen?.plan ?? plan,
    decision,
  };
}

function survey(html: string, plan: TrackingPlan, composeType: Outcome<'new' | 'reply' | 'forward'>): BodySurvey {
  // An unknown type counts as a reply, where less is done.
  return surveyBody(html, plan, valueOr(composeType, 'reply') !== 'new');
}
