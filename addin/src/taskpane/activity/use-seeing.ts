import type { Overview } from '@readback/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isSeen, seeMessage } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { OVERVIEW_KEY } from './overview-key.ts';

/** Notes that the reader looks at what happened to a message, also to what happens while they do. */
export function useSeeing(messageId: string): void {
  const { preferences, change } = usePreferences();
  const { data } = useQuery<Overview>({ queryKey: OVERVIEW_KEY, queryFn: skipToken });
  const entryId = data?.activity.items.find((entry) => entry.messageId === messageId)?.id;
  const isUnseen = preferences !== null && entryId !== undefined && !isSeen(preferences, messageId, entryId);
  useEffect(() => {
    if (isUnseen) change(seeMessage(messageId, entryId), { isQuiet: true });
  }, [isUnseen, messageId, entryId, change]);
}
