import { memberOf } from '@readback/core/records';

/**
 * When a token says that it runs out, in milliseconds since 1970. Its signature isn't the pane's to check. A token that can't be
 * read counts as running out in `otherwiseMs`: it is used at once and asked for again soon.
 */
export function expiryOf(token: string, otherwiseMs: number): number {
  const expiry = readExpiry(token);
  return expiry === null ? otherwiseMs : expiry * 1000;
}

function readExpiry(token: string): number | null {
  try {
    const claims: unknown = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    const expiry = memberOf(claims, 'exp');
    return typeof expiry === 'number' ? expiry : null;
  } catch {
    // Not a JWT: nothing to read.
    return null;
  }
}
