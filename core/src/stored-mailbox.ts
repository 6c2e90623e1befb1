import type { MailboxAnswer, PersonalSettings } from './api.ts';
import { readPersonalSettings, readTenantSettings } from './read-settings.ts';
import type { TenantSettings } from './settings.ts';
import { decodeBase64url } from './token/base64url.ts';
import { MAILBOX_ID_LENGTH } from './token/mailbox-id.ts';
import { KEY_LENGTH } from './token/mailbox-key.ts';
import { isOrigin } from './token/origin.ts';
import type { SigningKey } from './token/token.ts';
import { integerOf, memberOf, textOf } from './untrusted.ts';

/** Name of the roaming setting that holds a `StoredMailbox`. */
export const MAILBOX_SETTING = 'mailbox';

/**
 * What an add-in keeps of its own mailbox: the answer of `POST /api/mailbox`, and where it came from, since classic
 * Outlook's handlers have no `location`. Whoever has it can make URLs and first registrations of this mailbox, no more.
 */
export interface StoredMailbox extends MailboxAnswer {
  /** APP_ORIGIN, e.g. `https://readback.contoso.com`. */
  appOrigin: string;
}

/** A `StoredMailbox` that was found to be whole: mails can be tracked with it. */
export interface MailboxAccess {
  appOrigin: string;
  signing: SigningKey;
  settings: TenantSettings;
  personal: PersonalSettings;
}

/** Reads what an add-in kept, or an answer of `POST /api/mailbox` to be kept; null where anything of it is missing. */
export function readStoredMailbox(value: unknown): MailboxAccess | null {
  const appOrigin = textOf(memberOf(value, 'appOrigin'));
  const signing = readSigningKey(value);
  const settings = readTenantSettings(memberOf(value, 'settings'));
  const personal = readPersonalSettings(memberOf(value, 'personal'));
  if (appOrigin === null || !isOrigin(appOrigin) || signing === null || settings === null || personal === null)
    return null;
  return { appOrigin, signing, settings, personal };
}

function readSigningKey(value: unknown): SigningKey | null {
  const mailboxId = readBytes(memberOf(value, 'mailboxId'), MAILBOX_ID_LENGTH);
  const key = readBytes(memberOf(value, 'key'), KEY_LENGTH);
  const epoch = integerOf(memberOf(value, 'epoch'), 0, 255);
  const generation = integerOf(memberOf(value, 'generation'), 0, 255);
  if (mailboxId === null || key === null || epoch === null || generation === null) return null;
  return { mailboxId, key, epoch, generation };
}

function readBytes(value: unknown, length: number): Uint8Array | null {
  const bytes = decodeBase64url(textOf(value) ?? '');
  return bytes?.length === length ? bytes : null;
}
