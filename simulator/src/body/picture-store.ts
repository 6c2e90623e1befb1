import type { MailboxStorage } from '../outlook/outlook.ts';

/** The pictures that travel with mails, by content id, as data URLs. */
export interface PictureStore {
  find(contentId: string): string | null;
  keep(contentId: string, dataUrl: string): void;
}

export function createPictureStore(storage: MailboxStorage): PictureStore {
  return {
    find: (contentId) => {
      const value = storage.get(`picture:${contentId}`);
      return typeof value === 'string' ? value : null;
    },
    keep: (contentId, dataUrl) => storage.set(`picture:${contentId}`, dataUrl),
  };
}
