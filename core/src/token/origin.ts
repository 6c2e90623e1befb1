/** A URL cut in two. */
export interface OriginAndPath {
  /** Scheme, host and port in lower case, without the scheme's own port: `https://track.contoso.com`. */
  origin: string;
  /** From the first slash to before the query or fragment; empty where there is no slash. */
  path: string;
}

/**
 * Cuts an absolute http or https URL into origin and path, ignoring query and fragment; null for anything else. Strict where
 * a browser mends: no user name, no backslash, no white space, an ASCII host. An address of ours never has any of these.
 */
export function splitUrl(url: string): OriginAndPath | null {
  const parts = /^(https?):\/\/([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?([/][^?#\s\\]*)?(?:[?#]|$)/i.exec(url);
  if (parts === null) return null;
  const [, scheme = '', host = '', port = '', path = ''] = parts;
  const isOwnPort = port === '' || port === (scheme.toLowerCase() === 'https' ? '443' : '80');
  return { origin: `${scheme}://${host}`.toLowerCase() + (isOwnPort ? '' : `:${port}`), path };
}

/** Whether text is nothing but an origin as `splitUrl` tells it, in any case. */
export function isOrigin(text: string): boolean {
  return splitUrl(text)?.path === '' && !/[?#]/.test(text);
}
