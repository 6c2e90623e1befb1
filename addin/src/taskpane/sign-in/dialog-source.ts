import { parseJson } from '@readback/core/records';
import { isNumber, isText, objectOf } from '../api/shape.ts';
import type { AccessToken, TokenSource } from './sign-in.ts';

const isAccessToken = objectOf<AccessToken>({ token: isText, expiresAt: isNumber });

/** What the sign-in window hands to the pane. */
export function formatDialogMessage(token: AccessToken): string {
  return JSON.stringify(token);
}

/** The last way: a window with Microsoft's own sign-in page. `open` resolves to the window's message, null when it closes without. */
export function createDialogSource(open: () => Promise<string | null>): TokenSource {
  return {
    name: 'dialog',
    silently: () => Promise.resolve(null),
    withWindow: async () => readDialogMessage(await open()),
  };
}

/** Null for anything but a token: the sender gave up, or the window failed. */
function readDialogMessage(message: string | null): AccessToken | null {
  const token = parseJson(message ?? '');
  return isAccessToken(token) ? token : null;
}
