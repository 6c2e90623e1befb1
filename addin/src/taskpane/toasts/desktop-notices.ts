import type { ToastNotice } from './toast-card.tsx';

/** Whether the browser may show notices on the desktop. `no-way`: it has none, or this is a pane inside Outlook. */
export type DesktopState = 'no-way' | 'unasked' | 'allowed' | 'denied';

/** Notices on the desktop, in the shape that React's `useSyncExternalStore` takes. */
export interface DesktopNotices {
  subscribe(listener: () => void): () => void;
  current(): DesktopState;
  /** Asks the person; only right after they pressed a button. */
  ask(): Promise<void>;
  /** Nothing where it isn't allowed. A later one of the same tag takes the place of an earlier one. */
  show(notice: ToastNotice): void;
}

const STATES: Readonly<Record<NotificationPermission, DesktopState>> = {
  default: 'unasked',
  granted: 'allowed',
  denied: 'denied',
};

/** `isPage`: inside Outlook a pane is in a frame, where browsers give no permission (https://developer.mozilla.org/docs/Web/API/Notification/requestPermission_static). */
export function createDesktopNotices(isPage: boolean): DesktopNotices {
  const listeners = new Set<() => void>();
  const isThere = isPage && 'Notification' in window;
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => (isThere ? STATES[Notification.permission] : 'no-way'),
    ask: async () => {
      if (!isThere) return;
      await Notification.requestPermission();
      for (const listener of listeners) listener();
    },
    show: ({ tag, title, text, onPress }) => {
      if (!isThere || Notification.permission !== 'granted') return;
      const notice = new Notification(title, { tag, body: text, icon: '/icons/readback-192.png' });
      notice.addEventListener('click', () => {
        window.focus();
        notice.close();
        onPress();
      });
    },
  };
}
