/**
 * Why Outlook didn't do what it was asked. `timeout`: no answer within the limit; it may still happen. `failed`: it
 * answered with an error. `threw`: the call itself threw. `unsupported`: this Outlook has no such call.
 */
export type HostFailure = 'timeout' | 'failed' | 'threw' | 'unsupported';

/** What a call to the host came to. Promises of it never reject. */
export type Outcome<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      failure: HostFailure;
      /** Code or name of the host's error for the log, without personal data; empty where there is none. */
      detail: string;
    };

/** A call that succeeded and is answered without a value. */
export const done: Outcome<null> = { ok: true, value: null };

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(failure: HostFailure, detail = ''): { ok: false; failure: HostFailure; detail: string } {
  return { ok: false, failure, detail };
}

/** The value, or `otherwise` where the call failed. */
export function valueOr<T, U>(outcome: Outcome<T>, otherwise: U): T | U {
  return outcome.ok ? outcome.value : otherwise;
}
