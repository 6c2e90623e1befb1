import { awaitHost } from './ask-host.ts';
import { fail } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Timers } from './timers.ts';

interface TokenOptions {
  allowSignInPrompt: boolean;
  allowConsentPrompt: boolean;
}

// The typings of Office.js leave this namespace to a package of its own.
declare const OfficeRuntime: { auth?: { getAccessToken(options: TokenOptions): Promise<string> } } | undefined;

/**
 * Asks Outlook for an access token without showing anything to the sender. May well never be answered on classic
 * (docs/outlook-quirks.md#token-never-comes), hence the limit; never in the send handler.
 */
export function readTokenSilently(timers: Timers, limitMs: number): Promise<Outcome<string>> {
  return readToken(timers, limitMs, { allowSignInPrompt: false, allowConsentPrompt: false });
}

/** The same, but Outlook may open a window of its own: only right after the sender pressed a button. */
export function readTokenWithPrompt(timers: Timers, limitMs: number): Promise<Outcome<string>> {
  return readToken(timers, limitMs, { allowSignInPrompt: true, allowConsentPrompt: true });
}

function readToken(timers: Timers, limitMs: number, options: TokenOptions): Promise<Outcome<string>> {
  const auth = typeof OfficeRuntime === 'undefined' ? undefined : OfficeRuntime.auth;
  if (auth === undefined || !Office.context.requirements.isSetSupported('IdentityAPI', '1.3')) {
    return Promise.resolve(fail('unsupported', 'IdentityAPI 1.3'));
  }
  return awaitHost(timers, limitMs, () => auth.getAccessToken(options));
}
