import { useQueryClient } from '@tanstack/react-query';

/** Under which all own mails in short are kept. */
export const DIGEST_KEY = ['digest'];

/** Whether some mails were read already: then showing more of what they tell costs nothing. */
export function useHasDigest(): boolean {
  return useQueryClient().getQueryData(DIGEST_KEY) !== undefined;
}
