import type { Recipient } from '@readback/core';
import { useTexts } from '../texts/use-texts.ts';
import { nameRecipients } from '../message/name-recipients.ts';

/** Says of whom a person can be one: never a guess which. Empty where no recipient is known. */
export function useOneOf(): (recipients: readonly Recipient[]) => string {
  const { t, locale } = useTexts();
  return (recipients) => {
    if (recipients.length === 0) return '';
    const { names, more } = nameRecipients(recipients, locale);
    if (recipients.length === 1) return t('message.onlyOne', { name: names });
    return more === 0 ? t('message.oneOf', { names }) : t('message.oneOfMore', { names, count: more });
  };
}
