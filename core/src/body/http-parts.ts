const HASH = 0x23;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const BACKSLASH = 0x5c;

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
  const pathAt = endOfAuthority(address, start);
  return { address, host: hostOf(address.slice(start, pathAt)), pathAt };
}

/** The host of what stands between `//` and the path. */
export function hostOf(authority: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.startsWith('[')) return host.slice(0, host.indexOf(']') + 1);
  const colon = host.indexOf(':');
  const name = colon < 0 ? host : host.slice(0, colon);
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Whether a host is a domain or stands below it. */
export function isAtOrBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Offset where the authority of an address ends that begins at another: at the first slash, backslash, `?` or `#`. */
export function endOfAuthority(address: string, from: number): number {
  let at = from;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code === SLASH || code === QUESTION || code === HASH || code === BACKSLASH) break;
  }
  return at;
}
