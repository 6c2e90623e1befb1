import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** An entry of the list and where it stood in the window. */
interface Place {
  entry: Element;
  top: number;
}

/**
 * Keeps what is being read where it stands when entries come above it. Browsers do this themselves only where they know
 * scroll anchoring (WebKit, and so Outlook on Mac, doesn't: https://caniuse.com/css-overflow-anchor), and none does while the
 * page isn't scrolled: there the entry that holds the focus counts as what is being read. So that nothing is moved twice, the
 * browser's own is switched off.
 */
export function useReadingPlace(list: RefObject<HTMLElement | null>): void {
  const place = useRef<Place | null>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('overflow-anchor', 'none');
    return () => {
      style.removeProperty('overflow-anchor');
    };
  }, []);
  useEffect(() => {
    const note = (): void => {
      place.current = placeOf(list.current);
    };
    addEventListener('scroll', note, { passive: true });
    document.addEventListener('focusin', note);
    return () => {
      removeEventListener('scroll', note);
      document.removeEventListener('focusin', note);
    };
  }, [list]);
  useLayoutEffect(() => {
    const before = place.current;
    if (before?.entry.isConnected === true) {
      const moved = before.entry.getBoundingClientRect().top - before.top;
      if (moved !== 0) scrollBy(0, moved);
    }
    place.current = placeOf(list.current);
  });
}

/** Null: nothing is being read, so what comes may come into sight. */
function placeOf(list: HTMLElement | null): Place | null {
  if (list === null) return null;
  const entries = [...list.children];
  const focused = entries.find((entry) => entry.contains(document.activeElement) && isSeen(entry));
  const isScrolled = document.documentElement.scrollTop > 0;
  const read = focused ?? (isScrolled ? entries.find(isSeen) : undefined);
  return read === undefined ? null : { entry: read, top: read.getBoundingClientRect().top };
}

function isSeen(entry: Element): boolean {
  const { top, bottom } = entry.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
