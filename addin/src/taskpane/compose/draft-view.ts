import { decideTracking, planTracking, prepareBody, surveyBody } from '@readback/core';
import type {
  BodyLink,
  DraftFacts,
  DraftState,
  MailboxAccess,
  MailUntrackedReason,
  PersonalSettings,
  TrackingDecision,
  TrackingPlan,
} from '@readback/core';

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

/** A link as its recipient will find it. */
export interface LinkSample {
  text: string;
  /** Where the link in the mail points: our address where it is tracked, else its destination. */
  address: string;
  tracked: boolean;
}

/** What the pane shows of a mail that is being written. */
export interface DraftView {
  opens: SwitchView;
  links: SwitchView;
  linkList: readonly LinkView[];
  /** The link by which the pane shows what recipients see: the first that is tracked, else the first. Null: no link. */
  sample: LinkSample | null;
  /** What the sender wants for this mail, by a switch or by default, whether or not it can be. */
  wish: PersonalSettings;
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

/** What will happen on Send if nothing changes, in what the pane shows and as the decision behind it. */
export function viewDraft(
  reading: DraftReading,
  access: MailboxAccess,
  state: DraftState,
): { view: DraftView; decision: TrackingDecision } {
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
  const linkList = links.map((link) => viewLink(link, plan));
  const { opens, links: clicks } = access.personal;
  const view = {
    opens: viewSwitch(decision.opens.way !== 'none', decision.opens.reason),
    links: viewSwitch(decision.links.on, decision.links.reason),
    linkList,
    sample: pickSample(linkList, decision.links.on ? plan : null),
    wish: { opens: state.opens ?? opens, links: state.links ?? clicks },
    readable: html !== null,
  };
  return { view, decision };
}

function viewLink(link: BodyLink, plan: TrackingPlan): LinkView {
  const { position, destination, text, untracked } = link;
  const fate = untracked !== null ? 'untracked' : plan.tracks(link) ? 'tracked' : 'left';
  return { position, destination, text, untracked, fate };
}

/** `plan` null: no link of the mail is tracked. */
function pickSample(links: readonly LinkView[], plan: TrackingPlan | null): LinkSample | null {
  const tracked = plan && links.find(({ fate }) => fate === 'tracked');
  if (plan && tracked) {
    const { text, destination, position } = tracked;
    return { text, address: plan.linkUrl(destination, position), tracked: true };
  }
  const [first] = links;
  return first === undefined ? null : { text: first.text, address: first.destination, tracked: false };
}

function viewSwitch(happens: boolean, reason: MailUntrackedReason | null): SwitchView {
  if (happens) return { position: 'on', reason };
  if (reason === 'mail' || reason === 'personal') return { position: 'off', reason };
  return { position: reason === 'no-links' ? 'waiting' : 'cannot', reason };
}
