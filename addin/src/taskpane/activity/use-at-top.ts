import { useSyncExternalStore } from 'react';

/** As far as a page may be scrolled, in pixels, and still count as at its top. */
const TOP = 40;

/** Whether the page is at its top, where what comes in pushes nothing away that is being read. */
export function useAtTop(): boolean {
  return useSyncExternalStore(subscribe, () => window.scrollY <= TOP);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('scroll', listener, { passive: true });
  return () => window.removeEventListener('scroll', listener);
}
