import { DRAFT_CALLS } from './draft-calls.ts';
import { DRAFT_BODY_CALLS } from './draft-body-calls.ts';
import { HostFailure } from './host-failure.ts';
import type { Outcome } from './host-link.ts';
import type { LiveDraft } from './live-draft.ts';
import type { Mail } from './mail.ts';
import { MAIL_CALLS } from './mail-calls.ts';
import { HOST_ERRORS } from './office-errors.ts';
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
  const { member, session, itemNumber } = call;
  if (call.world.options.faults?.[member] === 'fails') throw new HostFailure(HOST_ERRORS.internal);
  const run = RUNTIME_CALLS[member];
  if (run !== undefined) return run(call);
  const { target } = session;
  if (target === null) throw new HostFailure(HOST_ERRORS.itemChanged);
  if ('draft' in target) {
    const { draft } = target;
    if (draft.number !== itemNumber || draft.state === 'sent' || draft.state === 'closed') {
      throw new HostFailure(HOST_ERRORS.itemChanged);
    }
    return (DRAFT_BODY_CALLS[member] ?? DRAFT_CALLS[member] ?? refuse)({ ...call, draft });
  }
  if (target.number !== itemNumber) throw new HostFailure(HOST_ERRORS.itemChanged);
  const mail = call.world.store.find(target.mail.id) ?? target.mail;
  return (MAIL_CALLS[member] ?? refuse)({ ...call, mail });
}

function refuse(): never {
  throw new HostFailure(HOST_ERRORS.notSupported);
}
