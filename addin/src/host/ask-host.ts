import { memberOf } from '@readback/core/records';
import { fail, succeed } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Timers } from './timers.ts';

/** What Office.js passes to a callback; nothing in it is taken for granted. */
interface HostAnswer<T> {
  status: unknown;
  value: T;
  error?: { code?: unknown; name?: unknown } | null;
}

/**
 * Turns one Office.js call with a callback into a promise that always resolves within the limit and never rejects: with
 * `timeout` where the callback never comes (docs/outlook-quirks.md#silent-callbacks), with `threw` where the call throws. A
 * second callback is ignored. With no time left the call isn't made.
 */
export function askHost<T>(
  timers: Timers,
  limitMs: number,
  start: (callback: (answer?: HostAnswer<T>) => void) => void,
): Promise<Outcome<T>> {
  return withLimit(timers, limitMs, (settle) => start((answer) => settle(readAnswer(answer))));
}

/** The same for a promise of the host, which may hang or reject with anything. */
export function awaitHost<T>(timers: Timers, limitMs: number, start: () => PromiseLike<T>): Promise<Outcome<T>> {
  return withLimit(timers, limitMs, (settle) => {
    start().then(
      (value) => settle(succeed(value)),
      (error: unknown) => settle(fail('failed', describeError(error))),
    );
  });
}

function withLimit<T>(
  timers: Timers,
  limitMs: number,
  start: (settle: (outcome: Outcome<T>) => void) => void,
): Promise<Outcome<T>> {
  if (limitMs <= 0) return Promise.resolve(fail('timeout'));
  return new Promise((resolve) => {
    const stop = timers.after(limitMs, () => resolve(fail('timeout')));
    const settle = (outcome: Outcome<T>): void => {
      stop();
      resolve(outcome);
    };
    try {
      start(settle);
    } catch (error) {
      settle(fail('threw', error instanceof Error ? error.name : typeof error));
    }
  });
}

// 'succeeded' is the value of Office.AsyncResultStatus.Succeeded; the text keeps this file testable without Office.
function readAnswer<T>(answer: HostAnswer<T> | undefined): Outcome<T> {
  return answer?.status === 'succeeded' ? succeed(answer.value) : fail('failed', describeError(answer?.error));
}

function describeError(error: unknown): string {
  const parts = [memberOf(error, 'code'), memberOf(error, 'name')];
  return parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
}
