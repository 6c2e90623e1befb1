import { MAILBOX_SETTING, memberOf, readStoredMailbox } from '@readback/core/records';
import type { MailboxAccess } from '@readback/core';
import type { Api } from '../api/api-client.ts';
import { ApiError } from '../api/api-error.ts';

/** The mailbox that Outlook shows, as far as a session needs it; see host/mailbox.ts. */
export interface SessionMailbox {
  address(): string | null;
  readSetting(name: string): unknown;
  /** Resolves whether or not Outlook saved it. */
  writeSetting(name: string, value: object): Promise<unknown>;
}

/** What a session is opened with. */
export interface SessionDoor {
  api: Pick<Api, 'openMailbox'>;
  mailbox: SessionMailbox;
  /** APP_ORIGIN: where this page came from. */
  appOrigin: string;
}

/**
 * What an earlier session left in the roaming settings; null where there is nothing whole. With it the compose view works
 * without the server.
 */
export function readKeptMailbox({
  mailbox,
  appOrigin,
}: Pick<SessionDoor, 'mailbox' | 'appOrigin'>): MailboxAccess | null {
  const kept = readStoredMailbox(mailbox.readSetting(MAILBOX_SETTING));
  return kept !== null && kept.appOrigin === appOrigin ? kept : null;
}

/**
 * Fetches the mailbox's key and settings with the sender's sign-in and keeps them for the handlers. Rejects with ApiError
 * `address-differs` when the signed-in account has another address and the sender didn't confirm the mailbox as theirs:
 * Outlook may hand out the token of another account (office-js#3492).
 */
export async function openSession(
  door: SessionDoor,
  options: { confirmed: boolean; signal?: AbortSignal | undefined },
): Promise<MailboxAccess> {
  const { api, mailbox, appOrigin } = door;
  const address = mailbox.address() ?? '';
  const kept: unknown = mailbox.readSetting(MAILBOX_SETTING);
  const confirmedBefore = memberOf(kept, 'confirmedFor') === address && address !== '';
  const confirmed = options.confirmed || confirmedBefore;
  const answer = await api.openMailbox({ address, ...(confirmed ? { confirmed } : {}) }, options.signal);
  // An earlier yes was for the account of that time only.
  if (confirmedBefore && !options.confirmed && memberOf(kept, 'mailboxId') !== memberOf(answer, 'mailboxId')) {
    throw new ApiError('address-differs');
  }
  const toKeep = { ...answer, appOrigin, ...(confirmed ? { confirmedFor: address } : {}) };
  const access = readStoredMailbox(toKeep);
  if (access === null) throw new ApiError('unreadable');
  if (!isKept(kept, toKeep, access)) await mailbox.writeSetting(MAILBOX_SETTING, toKeep);
  return access;
}

/** Saving writes all settings of the add-in at once, over what another runtime may just have saved: only for news. */
function isKept(kept: unknown, toKeep: object, access: MailboxAccess): boolean {
  if (memberOf(kept, 'confirmedFor') !== memberOf(toKeep, 'confirmedFor')) return false;
  return JSON.stringify(readStoredMailbox(kept)) === JSON.stringify(access);
}
