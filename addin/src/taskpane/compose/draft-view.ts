import { decideTracking, planTracking, prepareBody, surveyBody } from '@readback/core';
import type { BodyLink, DraftFacts, DraftState, MailboxAccess, MailUntrackedReason } from '@readback/core';

/**
 * One of the two switches. `on`: it will happen. `waiting`: it is on, and there is nothing yet that it could act on.
 * `off`: the sender's own wish. `cannot`: something else stands against it.
 */
export interface SwitchView {
  position: 'on' | 'waiting' | 'off' | 'cannot';
  /** Why; null where there is nothing to say. */
  reason: MailUntrackedReason | null;
}

/** A link of the mail, and what becomes of it on Send. `left`: the sender switched it off. */
export interface LinkView extends Pick<BodyLink, 'position' | 'destination' | 'text' | 'untracked'> {
  fate: 'tracked' | 'left' | 'untracked';
}

/** What the pane shows of a mail that is being written. */
export interface DraftView {
  opens: SwitchView;
  links: SwitchView;
  linkList: readonly LinkView[];
  /** False when Outlook didn't hand over the text: which links there are isn't known then. */
  readable: boolean;
}

/** What was read of a draft. */
export interface DraftReading {
  facts: Pick<DraftFacts, 'client' | 'format' | 'sender' | 'label' | 'attachments'>;
  /** Whether it answers or forwards another mail, as far as Outlook says. */
  reply: boolean;
  /** Null where Outlook didn't hand it over. */
  html: string | null;
}

/** Says what will happen on Send if nothing changes. */
export function viewDraft(reading: DraftReading, access: MailboxAccess, state: DraftState): DraftView {
  const { facts, reply, html } = reading;
  const plan = planTracking(access, state);
  const decision = decideTracking({
    ...facts,
    stage: 'compose',
    mailbox: access,
    switches: state,
    scheduled: state.scheduled,
    body: html === null ? 'unreadable' : surveyBody(html, plan, reply).facts,
  });
  const links = html === null ? [] : prepareBody(html, plan).links;
  return {
    opens: viewSwitch(decision.opens.way !== 'none', decision.opens.reason),
    links: viewSwitch(decision.links.on, decision.links.reason),
    linkList: links.map(({ position, destination, text, untracked }) => ({
      position,
      destination,
      text,
      untracked,
      fate:
        untracked !== null ? 'untracked' : plan.tracks({ position, destination, text, untracked }) ? 'tracked' : 'left',
    })),
    readable: html !== null,
  };
}

function viewSwitch(happens: boolean, reason: MailUntrackedReason | null): SwitchView {
  if (happens) return { position: 'on', reason };
  if (reason === 'mail' || reason === 'personal') return { position: 'off', reason };
  return { position: reason === 'no-links' ? 'waiting' : 'cannot', reason };
}
