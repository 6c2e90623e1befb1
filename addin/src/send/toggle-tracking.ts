import type { DraftState } from '@readback/core';
import { switchNotice } from '../host/bar-notice.ts';
import { findDraft, openDraft, saveSwitches, settleDraft } from '../host/compose-draft.ts';
import type { Desk } from '../host/desk.ts';
import { readAccess } from './mailbox-access.ts';

/**
 * The ribbon's "Don't track this mail": switches opens and links of this mail off; pressed again, lets both follow the sender's
 * defaults. The bar above the mail then says which of the two it is.
 */
export async function toggleTracking(desk: Desk): Promise<void> {
  const access = readAccess(desk);
  const draft = await openDraft(desk, access);
  const choice = isOff(draft) ? null : false;
  const switched = { ...draft, opens: choice, links: choice };
  await saveSwitches(desk, switched);
  // The bar says what was kept, which needn't be what was pressed.
  const { state, decision } =
    access === null
      ? { state: (await findDraft(desk, null)) ?? draft, decision: null }
      : await settleDraft(desk, access, switched);
  await desk.item.notify(switchNotice(isOff(state), decision, desk.mailbox.language()));
}

function isOff({ opens, links }: DraftState): boolean {
  return opens === false && links === false;
}
