/** An absolute http(s) address as rules look at it, in lower case. */
export interface HttpParts {
  /** All of it. */
  address: string;
  /** Without user name, port and a dot at the end. */
  host: string;
  /** Offset of the path in `address`. */
  pathAt: number;
}

/** Takes an absolute http(s) address apart, as a browser would: a backslash counts as a slash. */
export function readHttpParts(url: string): HttpParts {
  const address = url.toLowerCase();
  const start = address.indexOf('//') + 2;
  const pathAt = start + firstOf(address.slice(start), '/\\?#');
  return { address, host: hostOf(address.slice(start, pathAt)), pathAt };
}

/** The host of what stands between `//` and the path. */
export function hostOf(authority: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.startsWith('[')) return host.slice(0, host.indexOf(']') + 1);
  const name = host.slice(0, firstOf(host, ':'));
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Whether a host is a domain or stands below it. */
export function isAtOrBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Offset of the first of some characters; the length where none comes. */
export function firstOf(text: string, characters: string): number {
  let first = text.length;
  for (const character of characters) {
    const at = text.indexOf(character);
    if (at >= 0 && at < first) first = at;
  }
  return first;
}
