/** The parts of an address that rules look at, in lower case. */
export interface HttpParts {
  /** Without user name, port and a dot at the end. */
  host: string;
  /** From the first slash to before the query or fragment, at least `/`. */
  path: string;
  /** Query and fragment with their signs; empty for neither. */
  query: string;
}

/** Takes an absolute http(s) address apart, as a browser would: a backslash counts as a slash. */
export function readHttpParts(url: string): HttpParts {
  const text = url.toLowerCase();
  const rest = text.slice(text.indexOf('//') + 2);
  const queryAt = firstOf(rest, '?#', 0);
  const place = rest.slice(0, queryAt).split('\\').join('/');
  const pathAt = firstOf(place, '/', 0);
  return { host: hostOf(place.slice(0, pathAt)), path: place.slice(pathAt) || '/', query: rest.slice(queryAt) };
}

/** The host of what stands between `//` and the path. */
export function hostOf(authority: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.startsWith('[')) return host.slice(0, host.indexOf(']') + 1);
  const name = host.slice(0, firstOf(host, ':', 0));
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Whether a host is a domain or stands below it. */
export function isAtOrBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Offset of the first of some characters; the length where none comes. */
export function firstOf(text: string, characters: string, from: number): number {
  let at = from;
  while (at < text.length && !characters.includes(text.charAt(at))) at++;
  return at;
}
