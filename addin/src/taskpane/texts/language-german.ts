import { sayInGerman } from '@readback/core/german';
import { loadPart } from '../loading/load-part.ts';
import { german } from './german.ts';
import type { germanLater } from './german-later.ts';

/** All that a pane in German says, in one piece to load; `loadLater` brings what no first view says. */
export const GERMAN = {
  translation: german,
  say: sayInGerman,
  loadLater: (): Promise<typeof germanLater> => loadPart(async () => (await import('./german-later.ts')).germanLater),
};
