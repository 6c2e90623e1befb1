import type { Preferences } from '@readback/core';
import * as z from 'zod';
import { MAX_TEXT_LENGTH, type Row, type RowValues } from '../store/row-store.ts';
import { readText, textNames, writeText } from './chunked-text.ts';
import { readWith } from './row-reading.ts';

/**
 * The key of a person's preferences. They have a row of their own: in `head` they would make every poll longer, and each
 * change of theirs would make every pane of the mailbox fetch again what it shows (decision 0099).
 */
export const PREFERENCES_KEY = 'preferences';

const CHUNKS = 5;

/** How long preferences may be, as JSON: one chunk is left over, since no character is cut in two. */
export const MAX_PREFERENCES_LENGTH = (CHUNKS - 1) * MAX_TEXT_LENGTH;

/** All of them, so that a merge leaves nothing of longer ones that stood there before. */
export function preferenceValues(preferences: Preferences): RowValues {
  const cleared = Object.fromEntries(textNames('preferences', CHUNKS).map((name) => [name, '']));
  return { ...cleared, ...writeText('preferences', JSON.stringify(preferences)) };
}

/** Reads what `preferenceValues` wrote. */
export function readPreferences(row: Row): Preferences {
  return readWith(row, () => storedShape.parse(JSON.parse(readText(row.values, 'preferences'))));
}

const storedShape: z.ZodType<Preferences> = z.object({
  notify: z.enum(['all', 'starred', 'none']),
  starred: z.array(z.string()),
  muted: z.array(z.string()),
  seenUpTo: z.string().nullable(),
  seen: z.array(z.object({ messageId: z.string(), upTo: z.string() })),
  introducedAt: z.string().nullable(),
});
