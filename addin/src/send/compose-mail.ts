import type { MailboxAccess } from '@readback/core';
import { noticeFor, openDraft, settleDraft } from '../host/compose-draft.ts';
import type { Desk } from '../host/desk.ts';
import { fetchAccess, readAccess, refreshSettings } from './mailbox-access.ts';

/**
 * Prepares a mail that was begun or opened again: gives it an id, hands its picture to Outlook and, where the sender should know
 * something, shows a bar above the mail. Goes by what is stored first, since the runtime may end at any time; then by what the
 * server says.
 */
export async function composeMail(desk: Desk): Promise<void> {
  const stored = readAccess(desk);
  if (stored !== null) await prepareDraft(desk, stored);
  const access = stored === null ? await fetchAccess(desk) : await refreshSettings(desk, stored);
  if (access !== null && access !== stored) await prepareDraft(desk, access);
}

async function prepareDraft(desk: Desk, access: MailboxAccess): Promise<void> {
  const notice = noticeFor(desk, access, await settleDraft(desk, access, await openDraft(desk, access)));
  if (notice !== null) await desk.item.notify(notice);
}
