import type { Reason } from '@readback/core';
import { useTexts } from './use-texts.ts';

/** Says the server's reasons and headlines in the reader's language. */
export function useReason(): (reason: Reason) => string {
  return useTexts().say;
}
