import { useEffect, useState } from 'react';

/** As far as a page may be scrolled, in pixels, and still count as at its top. */
const TOP = 40;

/**
 * Whether the page is at its top, where what comes in pushes nothing away that is being read. It is looked at when the page
 * was laid out anyway, never while drawing: that would have it laid out once more.
 * Null: it wasn’t looked at yet.
 */
export function useAtTop(): boolean | null {
  const [isAtTop, setAtTop] = useState<boolean | null>(null);
  useEffect(() => {
    const look = (): void => setAtTop(window.scrollY <= TOP);
    const frame = requestAnimationFrame(look);
    window.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', look);
    };
  }, []);
  return isAtTop;
}
