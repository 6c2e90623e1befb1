import type { DraftState } from '@readback/core';
import { switchNotice } from '../host/bar-notice.ts';
import { openDraft, saveSwitches, settleDraft } from '../host/compose-draft.ts';
import type { Desk } from '../host/desk.ts';
import { readAccess } from './mailbox-access.ts';

/**
 * The ribbon's "Don't track this mail": switches opens and links of this mail off; pressed again, both follow the sender's
 * default again. Says above the mail what holds.
 */
export async function toggleTracking(desk: Desk): Promise<void> {
  const access = readAccess(desk);
  const draft = await openDraft(desk, access);
  const choice = isOff(draft) ? null : false;
  const switched = { ...draft, opens: choice, links: choice };
  await saveSwitches(desk, switched);
  const settled = access === null ? null : await settleDraft(desk, access, switched);
  // What stands afterwards is said, in case Outlook didn't keep what was pressed.
  const { state, decision } = settled ?? { state: switched, decision: null };
  await desk.item.notify(switchNotice(isOff(state), decision, desk.mailbox.language()));
}

function isOff({ opens, links }: DraftState): boolean {
  return opens === false && links === false;
}
