import { DRAFT_CALLS } from './draft-calls.ts';
import { DRAFT_BODY_CALLS } from './draft-body-calls.ts';
import { HostFailure } from './host-failure.ts';
import type { Outcome } from './host-link.ts';
import type { LiveDraft } from './live-draft.ts';
import type { Mail } from './mail.ts';
import { MAIL_CALLS } from './mail-calls.ts';
import { HOST_ERRORS } from './host-errors.ts';
import { RUNTIME_CALLS } from './runtime-calls.ts';
import type { Session } from './session.ts';
import type { World } from './world.ts';

/** One call of an add-in, as the host sees it. */
export interface HostCall {
  world: World;
  session: Session;
  member: string;
  args: readonly unknown[];
  itemNumber: number;
}

/** A call about the draft that is being written. */
export interface DraftCall extends HostCall {
  draft: LiveDraft;
}

/** A call about a mail that is read. */
export interface MailCall extends HostCall {
  mail: Mail;
}

/** Does the call. A `HostFailure` becomes a failed result; what never answers stays pending. */
export async function performCall(call: HostCall): Promise<Outcome> {
  try {
    return { ok: true, value: await dispatch(call) };
  } catch (error) {
    if (error instanceof HostFailure) return { ok: false, error: error.hostError };
    throw error;
  }
}

function dispatch(call: HostCall): unknown {
  const { member, session, world } = call;
  if (world.options.faults?.[member] === 'fails') throw new HostFailure(HOST_ERRORS.internal);
  const run = RUNTIME_CALLS[member];
  if (run !== undefined) return run(call);
  const { target } = session;
  if (target === null) throw new HostFailure(HOST_ERRORS.itemChanged);
  return 'draft' in target ? dispatchDraft(call, target.draft) : dispatchMail(call, target);
}

function dispatchDraft(call: HostCall, draft: LiveDraft): unknown {
  const isGone = draft.state === 'sent' || draft.state === 'closed';
  if (draft.number !== call.itemNumber || isGone) throw new HostFailure(HOST_ERRORS.itemChanged);
  return (DRAFT_BODY_CALLS[call.member] ?? DRAFT_CALLS[call.member] ?? refuse)({ ...call, draft });
}

function dispatchMail(call: HostCall, shown: { mail: Mail; number: number }): unknown {
  if (shown.number !== call.itemNumber) throw new HostFailure(HOST_ERRORS.itemChanged);
  const mail = call.world.store.find(shown.mail.id) ?? shown.mail;
  return (MAIL_CALLS[call.member] ?? refuse)({ ...call, mail });
}

function refuse(): never {
  throw new HostFailure(HOST_ERRORS.notSupported);
}
