import { BLOCKED_IN_EVENTS, membersOf, offer } from './contract.ts';
import { CALLS, readCommonArguments } from './calls.ts';
import type { AsyncResult, CallRow, CommonArguments } from './calls.ts';
import { HOST_ERRORS } from '../outlook/host-errors.ts';
import { elevatedPermission, notPlayed } from './thrown-errors.ts';
import type { HostLink, Outcome } from '../outlook/host-link.ts';

/** What a surface needs to know about where it stands. */
export interface SurfaceContext {
  link: HostLink;
  mode: 'compose' | 'read';
  itemNumber: number;
  /** Told what a callback threw: in a real host that is an uncaught error of the add-in. */
  onError: (error: unknown) => void;
}

/** What an object of Office.js is made of, beside its calls. */
export interface SurfaceParts {
  /** Members that are answered here: values, nested objects and functions of our own. */
  values?: Readonly<Record<string, unknown>>;
  /** Members whose value changes. */
  getters?: Readonly<Record<string, () => unknown>>;
  /** Stands before each call's own arguments: which field of recipients, say. */
  prefix?: readonly unknown[];
}

/**
 * An object of Office.js such as `Office.context.mailbox.item.body`. It has exactly the members that the contract offers in this
 * client, mode and permission; those that the simulator doesn't play say so when they are used.
 */
export function createSurface(interfaceName: string, context: SurfaceContext, parts: SurfaceParts = {}): object {
  const surface = {};
  const { client, permission } = context.link.start;
  for (const name of membersOf(interfaceName)) {
    const member = `${interfaceName}.${name}`;
    const offered = offer(member, { client, mode: context.mode, permission });
    if (offered === 'absent') continue;
    Object.defineProperty(surface, name, {
      enumerable: true,
      ...describe(member, offered === 'denied', context, parts),
    });
  }
  return surface;
}

function describe(member: string, denied: boolean, context: SurfaceContext, parts: SurfaceParts): PropertyDescriptor {
  const name = member.slice(member.indexOf('.') + 1);
  const isCall = name.endsWith('Async') || CALLS[member] !== undefined;
  const refuse = (error: (member: string) => Error) => () => {
    throw error(member);
  };
  if (denied) return isCall ? { value: refuse(elevatedPermission) } : { get: refuse(elevatedPermission) };
  if (parts.values !== undefined && name in parts.values) return { value: parts.values[name] };
  const get = parts.getters?.[name];
  if (get !== undefined) return { get };
  const row = CALLS[member];
  if (row !== undefined) return { value: createCall(member, row, context, parts.prefix ?? []) };
  return isCall ? { value: refuse(notPlayed) } : { get: refuse(notPlayed) };
}

function createCall(member: string, row: CallRow, context: SurfaceContext, prefix: readonly unknown[]) {
  return (...args: readonly unknown[]): void => {
    const own = args.slice(0, row.own);
    const common = readCommonArguments(args.slice(row.own), row);
    row.check?.(own, (quirk) => context.link.start.quirks.includes(quirk));
    const sent = row.send?.(own, common) ?? own;
    if ('code' in sent) answer({ ok: false, error: sent }, common, context);
    else ask(member, [...prefix, ...sent], receiving(common, row), context);
  };
}

function receiving(common: CommonArguments, row: CallRow): CommonArguments {
  const { receive } = row;
  const { callback } = common;
  if (receive === undefined || callback === null) return common;
  return {
    ...common,
    callback: (result) => callback(result.error === null ? { ...result, value: receive(result.value) } : result),
  };
}

/** Asks the host and hands its answer to the callback. */
export function ask(member: string, args: readonly unknown[], common: CommonArguments, context: SurfaceContext): void {
  const { link, itemNumber } = context;
  if (link.start.faults[member] === 'throws') throw new Error(`${member} doesn't work here.`);
  const blocked = link.start.purpose === 'event' && BLOCKED_IN_EVENTS.includes(member);
  const outcome: Promise<Outcome> = blocked
    ? Promise.resolve({ ok: false, error: HOST_ERRORS.extensionPoint })
    : link.call(member, args, itemNumber);
  outcome.then((result) => answer(result, common, context), context.onError);
}

/** Calls back as Office.js does. What the callback throws is the add-in's uncaught error, not ours. */
export function answer(outcome: Outcome, common: CommonArguments, context: Pick<SurfaceContext, 'onError'>): void {
  if (common.callback === null) return;
  const result: AsyncResult = {
    status: outcome.ok ? 'succeeded' : 'failed',
    value: outcome.ok ? outcome.value : undefined,
    error: outcome.ok ? null : outcome.error,
    asyncContext: common.options['asyncContext'],
  };
  try {
    common.callback(result);
  } catch (error) {
    context.onError(error);
  }
}
