/** `ok`: as it must be. `warn`: works, but not as well as it should. `fail`: would not work, or not safely. */
export type Level = 'ok' | 'warn' | 'fail';

/** One line of the report. */
export interface Finding {
  level: Level;
  /** What was looked at, and what was seen. */
  message: string;
  /** What to do about it; null where nothing is to be done. */
  remedy: string | null;
}

export function ok(message: string): Finding {
  return { level: 'ok', message, remedy: null };
}

export function warn(message: string, remedy: string): Finding {
  return { level: 'warn', message, remedy };
}

export function fail(message: string, remedy: string): Finding {
  return { level: 'fail', message, remedy };
}
