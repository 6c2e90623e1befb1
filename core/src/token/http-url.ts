/**
 * Whether text is an absolute http or https URL: the only kind of destination that is tracked, shown as a link, or
 * redirected to. It asks for the scheme in any case, `//`, and a host that can be one; path, query and fragment are
 * whatever they are. What passes, `new URL()` reads as http or https (or refuses, as it may for an international name that
 * isn't one); some odd spellings that it would mend (`http:/host`, `http:\\host`, a host in percent or octal form) don't.
 */
export function isHttpUrl(text: string): boolean {
  if (PLAIN.test(text)) return true;
  const authority = httpAuthority(text);
  if (authority === null) return false;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /:(\d*)$/.exec(host);
  if (port !== null && Number(port[1]) > 0xffff) return false;
  return isHost(port === null ? host : host.slice(0, port.index));
}

/** What nearly all look like: a host name of letters, digits and hyphens whose last label starts with a letter. */
const PLAIN = /^https?:\/\/(?:[a-z\d-]+\.)*[a-z][a-z\d-]*(?:[/?#]|$)/i;

/** What stands between `//` and the path, query or fragment of text that starts with http:// or https://; else null. */
function httpAuthority(text: string): string | null {
  const start = /^https?:\/\//i.exec(text);
  if (start === null) return null;
  const rest = text.slice(start[0].length);
  // A backslash is a slash here (WHATWG URL, "special authority"): https://good.example\@evil.example goes to good.example.
  const end = rest.search(/[/\\?#]/);
  return end < 0 ? rest : rest.slice(0, end);
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return isIpv6Host(host);
  // WHATWG URL, "forbidden domain code point".
  if (host === '' || /[\0-\x20#%/:<>?@[\\\]^|\x7f]/.test(host)) return false;
  const labels = host.split('.');
  const last = labels[labels.length - 1] === '' ? labels[labels.length - 2] : labels[labels.length - 1];
  // WHATWG URL, "ends in a number": such a host is an IPv4 address or nothing.
  return !/^(\d+|0x[\da-f]*)$/i.test(last ?? '') || isIpv4Host(labels);
}

function isIpv4Host(labels: readonly string[]): boolean {
  return labels.length === 4 && labels.every((label) => /^(0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255);
}

function isIpv6Host(host: string): boolean {
  if (!/^\[[\da-f:]+\]$/i.test(host)) return false;
  const halves = host.slice(1, -1).split('::');
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const wellFormed = groups.every((group) => group.every((part) => part.length >= 1 && part.length <= 4));
  return wellFormed && (halves.length === 2 ? count <= 7 : halves.length === 1 && count === 8);
}
