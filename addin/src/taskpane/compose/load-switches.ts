import { PANE_KEY } from '@readback/core/records';
import type { MailboxAccess } from '@readback/core';
import type { ComposeDesk } from '../../host/compose-draft.ts';
import { loadOnce } from '../loading/load-once.ts';
import { loadPart } from '../loading/load-part.ts';
import type { KeepBar } from './create-bar.ts';
import type { DraftSwitches } from './draft-switches.ts';

/**
 * Opens the switches of a mail together with the code that reads mails, which drawing the view doesn't need (decision 0052).
 * Rejects where that can't be loaded, see `loadPart`.
 */
export function createSwitchLoader(
  desk: Omit<ComposeDesk, 'entropy' | 'draftKey'>,
  access: MailboxAccess,
  keepBar: KeepBar,
): () => Promise<DraftSwitches> {
  return loadOnce(async () => {
    const [{ openDraftSwitches }, { gatherEntropy }] = await loadPart(() =>
      Promise.all([import('./draft-switches.ts'), import('../../host/randomness.ts')]),
    );
    return openDraftSwitches({ ...desk, entropy: gatherEntropy, draftKey: PANE_KEY }, access, keepBar);
  });
}
