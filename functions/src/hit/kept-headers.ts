import { isIP } from 'node:net';

/**
 * Headers that say what kind of program asks (open-truth.md §1, "header traits worth storing"). A fixed list, so that
 * nothing a recipient sends grows storage without bound; none that tells an address or a name of the person.
 */
const KEPT = [
  'accept',
  'accept-encoding',
  'accept-language',
  'dnt',
  'purpose',
  'range',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'sec-gpc',
  'sec-purpose',
  'user-agent',
  'via',
  'x-moz',
  'x-purpose',
  'x-requested-with',
] as const;

const MAX_LENGTH = 256;

/** The headers of a request that are kept with a hit: names in lower case, values of at most 256 characters. */
export function keepHeaders(headers: Headers): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of KEPT) {
    const value = headers.get(name);
    if (value !== null) kept[name] = (name === 'via' ? withoutAddresses(value) : value).slice(0, MAX_LENGTH);
  }
  const referer = originOf(headers.get('referer'));
  if (referer !== null) kept['referer'] = referer.slice(0, MAX_LENGTH);
  return kept;
}

/** A proxy may name itself by its address (RFC 9110 §7.6.3), which for a small office is the address of everybody in it. */
function withoutAddresses(value: string): string {
  return value
    .split(/([\s,()[\]]+)/)
    .map((word) => (isIP(word.replace(/^([\d.]+):\d+$/, '$1')) === 0 ? word : '-'))
    .join('');
}

/** Which site a click came from; its path may tell whose mailbox it was, and a host that is an address where it stands. */
function originOf(address: string | null): string | null {
  if (address === null || !/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { hostname, origin } = new URL(address);
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? `${origin}/` : null;
}
