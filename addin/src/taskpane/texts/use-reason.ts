import { sayReason } from '@readback/core/records';
import type { Reason } from '@readback/core';
import { useTexts } from './use-texts.ts';

/** Says the server's reasons and headlines in the reader's language. */
export function useReason(): (reason: Reason) => string {
  const { language } = useTexts();
  return (reason) => sayReason(reason, language === 'de' ? 'de' : 'en');
}
