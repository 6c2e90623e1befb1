import {
  DEFAULT_CLIENTS,
  integerOf,
  MAILBOX_SETTING,
  memberOf,
  parseJson,
  readStoredMailbox,
  readTenantSettings,
  textOf,
} from '@readback/core';
import type { MailboxAccess, TenantSettings } from '@readback/core';
import type { Desk } from '../host/desk.ts';

/** How long one request during compose may take. */
const REQUEST_LIMIT_MS = 3_000;
/** How long Outlook may take for a token (outlook-cases A.7: on classic it may never answer). */
const TOKEN_LIMIT_MS = 3_000;
/** How long after a failure Outlook isn't asked for a token again. */
const RETRY_AFTER_MS = 24 * 3_600_000;
/** Roaming setting with the time of the last failure. */
const FAILURE_SETTING = 'silent-sign-in';

/** The stored key and settings of this mailbox; null while there is no key. Makes no request. */
export function readAccess(desk: Desk): MailboxAccess | null {
  return readStoredMailbox(desk.mailbox.readSetting(MAILBOX_SETTING));
}

/**
 * Asks the server for the company's settings and stores them with the key, so that what the admin switches applies from the
 * next mail on. Stores only what changed: saving writes all of the add-in's settings at once, over what another runtime may
 * just have saved (docs/outlook-quirks.md#stale-settings).
 */
export async function refreshSettings(desk: Desk, access: MailboxAccess): Promise<MailboxAccess> {
  const settings = await fetchSettings(desk, access.appOrigin);
  if (settings === null || JSON.stringify(settings) === JSON.stringify(access.settings)) return access;
  const stored = desk.mailbox.readSetting(MAILBOX_SETTING);
  if (typeof stored === 'object' && stored !== null) {
    await desk.mailbox.writeSetting(MAILBOX_SETTING, { ...stored, settings });
  }
  return { ...access, settings };
}

/**
 * Fetches this mailbox's key with a token that Outlook gives without asking the sender. Only a shortcut: the pane fetches the
 * key anyway. Null: not this time.
 */
export async function fetchAccess(desk: Desk): Promise<MailboxAccess | null> {
  const appOrigin = knownOrigin(desk);
  const address = desk.mailbox.address();
  if (appOrigin === null || address === null || failedLately(desk)) return null;
  const settings = await fetchSettings(desk, appOrigin);
  const rows = settings === null ? DEFAULT_CLIENTS : settings.clients;
  if (!rows[desk.mailbox.client()].silentSignIn) return null;
  const stored = await requestMailbox(desk, appOrigin, address);
  const access = readStoredMailbox(stored);
  if (access === null || stored === null) {
    await desk.mailbox.writeSetting(FAILURE_SETTING, { at: desk.timers.now() });
    return null;
  }
  await desk.mailbox.writeSetting(MAILBOX_SETTING, stored);
  return access;
}

/** Classic Outlook's handlers have no page; there only what the pane stored tells where the server is. */
function knownOrigin(desk: Desk): string | null {
  return textOf(memberOf(desk.mailbox.readSetting(MAILBOX_SETTING), 'appOrigin')) ?? desk.pageOrigin();
}

function failedLately(desk: Desk): boolean {
  const now = desk.timers.now();
  // A time in the future is a clock that was set back: then nothing is known.
  const at = integerOf(memberOf(desk.mailbox.readSetting(FAILURE_SETTING), 'at'), 0, now);
  return at !== null && now - at < RETRY_AFTER_MS;
}

async function fetchSettings(desk: Desk, appOrigin: string): Promise<TenantSettings | null> {
  const reply = await desk.network({ method: 'GET', url: `${appOrigin}/settings` }, REQUEST_LIMIT_MS);
  return reply.ok && reply.value.status === 200 ? readTenantSettings(parseJson(reply.value.text)) : null;
}

async function requestMailbox(desk: Desk, appOrigin: string, address: string): Promise<object | null> {
  const token = await desk.readToken(TOKEN_LIMIT_MS);
  if (!token.ok) return null;
  const body = { type: 'application/json', text: JSON.stringify({ address }) } as const;
  const reply = await desk.network(
    { method: 'POST', url: `${appOrigin}/api/mailbox`, body, token: token.value },
    REQUEST_LIMIT_MS,
  );
  const answer: unknown = reply.ok && reply.value.status === 200 ? parseJson(reply.value.text) : null;
  return typeof answer === 'object' && answer !== null ? { ...answer, appOrigin } : null;
}
