import type { Overview } from '@readback/core';
import { parseJson } from '@readback/core/records';
import { isOverview } from '../api/answer-shapes.ts';
import { isNumber, objectOf } from '../api/shape.ts';

/** The beginning of the activity as it was last read, and when, in milliseconds since 1970. */
export interface KeptOverview {
  overview: Overview;
  readAt: number;
}

/** A part of `sessionStorage`. */
export interface TabStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Where it is kept while the tab or pane lives, so that the activity stands there at once when it is opened again. */
export interface OverviewShelf {
  /** Null: nothing is kept of this mailbox. */
  read(): KeptOverview | null;
  keep(kept: KeptOverview): void;
}

/** As much as is kept, in characters: two pages with subjects of ordinary length, and room to spare. */
const MOST = 300_000;

const isKept = objectOf<KeptOverview>({ overview: isOverview, readAt: isNumber });

/** `storage` null: the browser has none. `address`: whose mailbox; null, and nothing is kept, where nobody says. */
export function createOverviewShelf(storage: TabStorage | null, address: () => string | null): OverviewShelf {
  const key = (): string | null => {
    const mailbox = address();
    return mailbox === null ? null : `readback-overview:${mailbox.toLowerCase()}`;
  };
  return {
    read: () => {
      const place = key();
      return place === null || storage === null ? null : parseKept(storage.getItem(place));
    },
    keep: (kept) => {
      const place = key();
      const text = JSON.stringify(kept);
      if (place === null || storage === null || text.length > MOST) return;
      try {
        storage.setItem(place, text);
      } catch {
        // The tab has no room left: the next opening asks the server, as the first one did.
      }
    },
  };
}

function parseKept(text: string | null): KeptOverview | null {
  const kept = parseJson(text ?? '');
  return isKept(kept) ? kept : null;
}
