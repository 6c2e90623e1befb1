import type { KeyedSession } from './group-sessions.ts';

/** Which sessions of a list were told already, and what is to be told now. */
export interface SessionNews {
  known: ReadonlySet<string>;
  /** Newest first; empty: nothing. */
  fresh: readonly KeyedSession[];
}

/**
 * What came on top of a list since it was last looked at. Further hits of a session that is known are no news, nor is what
 * was loaded at the end of the list, nor what is shown first (`before` null).
 */
export function findNews(before: SessionNews | null, sessions: readonly KeyedSession[]): SessionNews {
  const known = new Set(sessions.map(({ key }) => key));
  if (before === null) return { known, fresh: [] };
  const firstKnown = sessions.findIndex(({ key }) => before.known.has(key));
  const fresh = before.known.size === 0 ? sessions : sessions.slice(0, Math.max(0, firstKnown));
  return { known, fresh };
}
