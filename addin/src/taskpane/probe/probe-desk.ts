import type { ComposeItem } from '../../host/compose-item.ts';
import type { Mailbox } from '../../host/mailbox.ts';
import type { Outcome } from '../../host/outcome.ts';
import type { ProbedMember, ProbedSet } from '../../host/probe.ts';
import type { Timers } from '../../host/timers.ts';

/** What the checks work with: a draft that may be overwritten, and the Outlook around it. */
export interface ProbeDesk {
  item: ComposeItem;
  mailbox: Mailbox;
  timers: Timers;
  members: () => readonly ProbedMember[];
  sets: () => readonly ProbedSet[];
  writeTooLong: () => 'threw' | 'asked';
  /** Address of a small picture that anybody may load. */
  pictureUrl: string;
}

/** What one check found. `ok`: as the documentation says. `differs`: otherwise. `noted`: nothing to compare with. */
export interface Finding {
  verdict: 'ok' | 'differs' | 'noted';
  expected: string;
  found: string;
}

/** One check of the contract between Outlook and Readback. */
export interface ProbeRow {
  id: string;
  what: string;
  run: (desk: ProbeDesk) => Promise<Finding>;
}

export const MARK = 'readback-probe';

/** Found as expected, or not. */
export function compare(expected: string, found: string): Finding {
  return { verdict: expected === found ? 'ok' : 'differs', expected, found };
}

/** The value of an answer in words, or what went wrong. */
export function say<T>(outcome: Outcome<T>, sayValue: (value: T) => string): string {
  return outcome.ok ? sayValue(outcome.value) : `${outcome.failure} ${outcome.detail}`.trim();
}

export const done = (): string => 'done';
/** A call that only has to succeed. */
export const succeeds = async (call: Promise<Outcome<null>>): Promise<Finding> =>
  compare('done', say(await call, done));

/** Resolves with the milliseconds that it took. */
export function wait(timers: Timers, milliseconds: number): Promise<number> {
  const start = timers.now();
  return new Promise((resolve) => {
    timers.after(milliseconds, () => resolve(timers.now() - start));
  });
}
