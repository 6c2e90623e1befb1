/** A link's address as a person reads it: without scheme and `www.`, without a lone slash. */
export function addressText(destination: string): string {
  try {
    const url = new URL(destination);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return destination;
    const host = url.host.replace(/^www\./, '');
    const rest = `${url.pathname}${url.search}${url.hash}`;
    return rest === '/' ? host : `${host}${rest}`;
  } catch {
    // Not an address at all: shown as it stands in the mail.
    return destination;
  }
}
