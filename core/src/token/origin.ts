/** A URL cut in two. */
export interface OriginAndPath {
  /** Scheme, host and port in lower case, without the scheme's own port: `https://track.contoso.com`. */
  origin: string;
  /** From the first slash to before the query or fragment; empty where there is no slash. */
  path: string;
}

/**
 * Cuts an absolute http or https URL into origin and path; query and fragment are dropped. Null for anything else. Strict
 * where a browser mends: no user name, no backslash for a slash, an ASCII host. An address of ours never has any of these.
 */
export function splitUrl(url: string): OriginAndPath | null {
  const parts = /^(https?):\/\/([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?(\/[^?#]*)?(?:[?#]|$)/i.exec(url);
  if (parts === null) return null;
  const [, scheme = '', host = '', port = '', path = ''] = parts;
  const schemePort = scheme.toLowerCase() === 'https' ? '443' : '80';
  const suffix = port === '' || port === schemePort ? '' : `:${port}`;
  return { origin: `${scheme}://${host}${suffix}`.toLowerCase(), path };
}

/** Whether text is an origin and nothing more. */
export function isOrigin(text: string): boolean {
  return splitUrl(text)?.path === '' && !/[?#]/.test(text);
}
