import { useCallback } from 'react';
import { useRecipientWords } from '../message/use-recipient-line.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DueToast } from './use-due-toasts.ts';

/** Says what happened in a few words, and with which mail. */
export function useToastWords(): (toast: DueToast) => { title: string; text: string } {
  const { t } = useTexts();
  const say = useRecipientWords();
  return useCallback(
    ({ entry, silentDays }) => {
      const isSure = entry.verdict?.actor === 'person';
      const opened = isSure ? t('toasts.opened') : t('toasts.openedLikely');
      const clicked = isSure ? t('toasts.clicked') : t('toasts.clickedLikely');
      const title = silentDays !== null ? t('toasts.back', { count: silentDays }) : opened;
      const subject = entry.subject || t('message.noSubject');
      const recipients = say(entry.message?.recipients ?? []);
      return {
        title: entry.what === 'click' ? clicked : title,
        text: recipients === '' ? subject : t('toasts.about', { subject, recipients }),
      };
    },
    [t, say],
  );
}
