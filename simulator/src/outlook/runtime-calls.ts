import type { HostCall } from './host-calls.ts';
import { HostFailure } from './host-failure.ts';
import { HOST_ERRORS } from './office-errors.ts';

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

async function getAccessToken({ world, session, args }: HostCall): Promise<unknown> {
  const { quirks, options } = world;
  const inHandler = session.purpose === 'event';
  const prompts = toRecord(args[0]);
  if (inHandler && quirks.plays('token-never-settles')) return new Promise(() => undefined);
  if (
    inHandler &&
    quirks.plays('token-prompt-fails') &&
    (prompts['allowSignInPrompt'] === true || prompts['allowConsentPrompt'] === true)
  ) {
    throw new HostFailure(HOST_ERRORS.internal);
  }
  const target = session.target;
  const number = target === null ? undefined : 'draft' in target ? target.draft.number : target.number;
  if (quirks.plays('token-unsupported', number)) throw new HostFailure(HOST_ERRORS.ssoUnsupported);
  if (options.getToken === undefined) throw new HostFailure(HOST_ERRORS.ssoNotSignedIn);
  try {
    return await options.getToken();
  } catch (error) {
    const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
    throw new HostFailure({ ...HOST_ERRORS.ssoServer, ...(typeof code === 'number' ? { code } : {}) });
  }
}
