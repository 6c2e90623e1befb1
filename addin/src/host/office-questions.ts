import { askHost } from './ask-host.ts';
import { mapAnswer, readAs } from './office-readings.ts';
import type { Outcome } from './outcome.ts';
import type { Timers } from './timers.ts';

/** How long one question to the host may take; asked before each, so that it can shrink with what is left of a Send. */
export interface HostPatience {
  timers: Timers;
  limitMs(): number;
}

type Callback<T> = (result: Office.AsyncResult<T>) => void;

/** Office.js calls with a limit, as promises that never reject. */
export interface OfficeQuestions {
  ask: <T>(start: (callback: Callback<T>) => void) => Promise<Outcome<T>>;
  /** A call whose answer is parsed; one that can't be read (null) counts as a failed call. */
  read: <T, U>(start: (callback: Callback<T>) => void, read: (value: T) => U | null) => Promise<Outcome<U>>;
  /** A call that is answered without a value. */
  order: (start: (callback: Callback<void>) => void) => Promise<Outcome<null>>;
}

/** Makes the calls to one Outlook, each with the limit of its moment. */
export function createOfficeQuestions(patience: HostPatience): OfficeQuestions {
  const ask = <T>(start: (callback: Callback<T>) => void): Promise<Outcome<T>> =>
    askHost(patience.timers, patience.limitMs(), start);
  return {
    ask,
    read: async (start, read) => readAs(await ask(start), read),
    order: async (start) => mapAnswer(await ask(start), () => null),
  };
}
