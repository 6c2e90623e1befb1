import type { MailboxAccess } from '@readback/core';
import { noticeFor, openDraft, settleDraft } from '../host/compose-draft.ts';
import type { Desk } from '../host/desk.ts';
import { fetchAccess, readAccess, refreshSettings } from './mailbox-access.ts';

/**
 * What happens when a mail is begun or opened again: it gets an id, and its picture is handed to Outlook;
 * where there is something to say about it, a bar above the mail does. First with what
 * is stored, since the runtime may end at any time; then with what the server says.
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
