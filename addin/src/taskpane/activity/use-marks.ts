import { useCallback, useMemo } from 'react';
import { isSeen, seeAll } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { newestEntryOf } from './feed.ts';
import type { Feed } from './feed.ts';
import type { MailLine } from './mail-line.ts';

/** Which mails have something that wasn't looked at. */
export interface Marks {
  isNew: (line: Pick<MailLine, 'messageId' | 'entryId'>) => boolean;
  /** Marks everything as seen; null: nothing is left. */
  markAll: (() => void) | null;
}

/** The marks of new mails; the same on every device. */
export function useMarks(feed: Feed | undefined): Marks {
  const { preferences, change } = usePreferences();
  const isNew = useCallback<Marks['isNew']>(
    ({ messageId, entryId }) => preferences !== null && entryId !== null && !isSeen(preferences, messageId, entryId),
    [preferences],
  );
  const newest = feed && newestEntryOf(feed);
  const isAnyNew = useMemo(
    () =>
      [...(feed?.lines.values() ?? [])].some(({ messageId, entry }) =>
        isNew({ messageId, entryId: entry?.id ?? null }),
      ),
    [feed, isNew],
  );
  return { isNew, markAll: newest && isAnyNew ? () => change(seeAll(newest), { isQuiet: true }) : null };
}
