import type { ProblemCode } from '@readback/core';
import { PaneOutdated, PartUnreachable } from '../loading/load-part.ts';
import { SignInNeeded } from '../sign-in/sign-in.ts';

/** How an error is told to the sender: each asks for something else. */
export type ErrorKind = 'offline' | 'unavailable' | 'refused' | 'unreadable' | 'sign-in' | 'outdated';

const PROBLEM_KINDS: Readonly<Record<ProblemCode, ErrorKind>> = {
  invalid: 'refused',
  'sign-in': 'sign-in',
  'other-owner': 'refused',
  'bad-signature': 'refused',
  'tracking-off': 'refused',
  'not-found': 'refused',
  'unknown-mailbox': 'refused',
  'address-differs': 'refused',
  different: 'refused',
  deleted: 'refused',
  'no-generation-left': 'refused',
  'too-large': 'refused',
  damaged: 'refused',
  internal: 'unavailable',
  'not-configured': 'unavailable',
  storage: 'unavailable',
  'keys-unavailable': 'unavailable',
};

/** A request to the server that brought nothing usable. */
export class ApiError extends Error {
  /** The server's own word, or `offline` (no answer at all) or `unreadable` (an answer that isn't what was agreed). */
  readonly code: ProblemCode | 'offline' | 'unreadable';

  constructor(code: ApiError['code'], cause?: unknown) {
    super(`The server's answer can't be used: ${code}`, { cause });
    this.name = 'ApiError';
    this.code = code;
  }
}

/** Whether a word is one of those that the server uses for its problems. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_KINDS, text);
}

/** Which of them an error is; what isn't the server's counts as `unreadable`. */
export function kindOfError(error: unknown): ErrorKind {
  if (error instanceof SignInNeeded) return 'sign-in';
  if (error instanceof PaneOutdated) return 'outdated';
  if (error instanceof PartUnreachable) return 'offline';
  if (!(error instanceof ApiError)) return 'unreadable';
  return error.code === 'offline' || error.code === 'unreadable' ? error.code : PROBLEM_KINDS[error.code];
}

/** Whether asking again may help without the sender doing anything. */
export function isPassing(error: unknown): boolean {
  const kind = kindOfError(error);
  return kind === 'offline' || kind === 'unavailable';
}
