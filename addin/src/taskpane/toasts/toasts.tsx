import { makeStyles, mergeClasses } from '@griffel/react';
import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { usePane } from '../pane-context.ts';
import { useLaterTexts, useTexts } from '../texts/use-texts.ts';
import { ToastCard } from './toast-card.tsx';
import type { ToastNotice } from './toast-card.tsx';
import { useDueToasts } from './use-due-toasts.ts';
import type { DueToast } from './use-due-toasts.ts';
import { useToastWords } from './use-toast-words.ts';

/** More at once are one. */
const MOST_AT_ONCE = 2;
/** The oldest makes room. */
const MOST_SHOWN = 3;
/** So many mails are named; how many there are stands above. */
const MOST_NAMED = 3;

const useStyles = makeStyles({
  shelf: {
    position: 'fixed',
    insetInline: 0,
    bottom: 0,
    zIndex: 2,
    boxSizing: 'border-box',
    maxWidth: '400px',
    marginInline: 'auto',
    padding: '12px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    pointerEvents: 'none',
  },
});

interface ToastsProps {
  onOpen: (messageId: string) => void;
  onShowAll: () => void;
}

/** Tells in passing what matters, while the pane or page is open; on the desktop while the page is behind others. */
export function Toasts({ onOpen, onShowAll }: ToastsProps) {
  const { t } = useLaterTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { desktop } = usePane();
  const [shown, setShown] = useState<readonly ToastNotice[]>([]);
  const inBackground = useSyncExternalStore(desktop.subscribe, desktop.current) === 'allowed';
  const gather = useGather({ onOpen, onShowAll });
  useDueToasts(inBackground, (due) => {
    const notices = gather(due);
    if (inBackground && document.hidden) for (const notice of notices) desktop.show(notice);
    else setShown((before) => withNotices(before, notices));
  });
  const section = useRef<HTMLElement>(null);
  const close = useCallback((isClosed: (notice: ToastNotice) => boolean) => {
    leaveTo(section.current);
    setShown((before) => before.filter((notice) => !isClosed(notice)));
  }, []);
  const closeOne = useCallback((tag: string) => close((notice) => notice.tag === tag), [close]);
  const latest = shown.at(-1);
  return (
    <section ref={section} aria-label={t('toasts.news')} onKeyDown={({ key }) => key === 'Escape' && close(() => true)}>
      <p role="status" className={surfaces.unseen}>
        {latest && `${latest.title}: ${latest.text}`}
      </p>
      <ul className={mergeClasses(surfaces.list, styles.shelf)}>
        {shown.map((notice) => (
          <ToastCard key={notice.tag} notice={notice} onClose={closeOne} />
        ))}
      </ul>
    </section>
  );
}

/** What goes takes the focus with it: who had it there goes on in the view. */
function leaveTo(section: HTMLElement | null): void {
  if (section?.contains(document.activeElement)) document.querySelector('main')?.focus({ preventScroll: true });
}

/** Says each in its words, or all in one where they are many. */
function useGather({ onOpen, onShowAll }: ToastsProps): (due: readonly DueToast[]) => readonly ToastNotice[] {
  const { t } = useTexts();
  const words = useToastWords();
  return (due) => {
    if (due.length > MOST_AT_ONCE) {
      const named = due.slice(0, MOST_NAMED).map(({ entry }) => entry.subject || t('message.noSubject'));
      const text = due.length > MOST_NAMED ? `${named.join(', ')}, …` : named.join(', ');
      return [{ tag: 'many', title: t('toasts.many', { count: due.length }), text, onPress: onShowAll }];
    }
    return due.map((toast) => {
      const { messageId } = toast.entry;
      return { tag: messageId, ...words(toast), onPress: () => onOpen(messageId) };
    });
  };
}

/** A newer one of a message stands in the place of the older. */
function withNotices(shown: readonly ToastNotice[], notices: readonly ToastNotice[]): readonly ToastNotice[] {
  const tags = notices.map(({ tag }) => tag);
  return [...shown.filter(({ tag }) => !tags.includes(tag)), ...notices].slice(-MOST_SHOWN);
}
