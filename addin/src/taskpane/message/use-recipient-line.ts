import type { Recipient } from '@readback/core';
import { useCallback } from 'react';
import { nameRecipients } from './name-recipients.ts';
import { useTexts } from '../texts/use-texts.ts';

/** "To Anna, Ben and 3 more"; empty where nobody is known. `recipients` may be the first of `total`. */
export function useRecipientLine(recipients: readonly Recipient[], total = recipients.length): string {
  return useRecipientWords()(recipients, total);
}

/** The same for recipients that come later. */
export function useRecipientWords(): (recipients: readonly Recipient[], total?: number) => string {
  const { t, locale } = useTexts();
  return useCallback(
    (recipients, total = recipients.length) => {
      if (recipients.length === 0) return '';
      const { names, more } = nameRecipients(recipients, locale, total);
      return more === 0 ? t('message.to', { names }) : t('message.toMore', { names, count: more });
    },
    [t, locale],
  );
}
