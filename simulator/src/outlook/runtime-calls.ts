import type { HostCall } from './host-calls.ts';
import { HostFailure } from './host-failure.ts';
import type { HostError } from './host-link.ts';
import { HOST_ERRORS } from './host-errors.ts';
import { numberOf } from './target.ts';

type RuntimeCall = (call: HostCall) => unknown;

const toRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Calls that aren't about an item. */
export const RUNTIME_CALLS: Readonly<Record<string, RuntimeCall>> = {
  'MailboxEvent.completed': ({ session, args }) => {
    session.onLaunch?.('completed', toRecord(args[1]));
  },
  'Launch.missing': ({ session }) => {
    session.onLaunch?.('missing', {});
  },
  'RoamingSettings.saveAsync': ({ world, session, args }) => {
    world.roaming.write(session.purpose, toRecord(args[0]));
  },
  'UI.closeContainer': ({ session }) => {
    session.onClose?.();
  },
  'UI.openBrowserWindow': ({ world, args }) => {
    world.options.openBrowser?.(String(args[0]));
  },
  'OfficeRuntime.auth.getAccessToken': getAccessToken,
  'Auth.getAccessToken': getAccessToken,
};

async function getAccessToken(call: HostCall): Promise<unknown> {
  const { options, quirks } = call.world;
  if (call.session.purpose === 'event' && quirks.plays('token-never-settles')) return new Promise(() => undefined);
  const refusal = refuseToken(call);
  if (refusal !== null) throw new HostFailure(refusal);
  if (options.getToken === undefined) throw new HostFailure(HOST_ERRORS.ssoNotSignedIn);
  try {
    return await options.getToken();
  } catch (error) {
    throw new HostFailure(readTokenError(error));
  }
}

function refuseToken({ world, session, args }: HostCall): HostError | null {
  const { quirks } = world;
  const { allowSignInPrompt, allowConsentPrompt } = toRecord(args[0]);
  const prompts = allowSignInPrompt === true || allowConsentPrompt === true;
  if (prompts && session.purpose === 'event' && quirks.plays('token-prompt-fails')) return HOST_ERRORS.internal;
  return quirks.plays('token-unsupported', numberOf(session.target)) ? HOST_ERRORS.ssoUnsupported : null;
}

function readTokenError(error: unknown): HostError {
  const { code } = toRecord(error);
  return typeof code === 'number' ? { ...HOST_ERRORS.ssoServer, code } : HOST_ERRORS.ssoServer;
}
