import { parseUrl } from './parse-url.ts';

/** Whether a host is one that Azure gives its apps. Microsoft's silent sign-in takes none of these (docs/develop/register-sso-add-in-aad-v2.md). */
export function isOnAzureDomain(host: string): boolean {
  return /(^|\.)(azurewebsites\.net|cloudapp\.net)$/.test(host);
}

function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
}

/** What is wrong with an origin that Outlook or recipients are to load from; null: nothing. `option` names it. */
export function originProblem(option: string, value: string): string | null {
  const url = parseUrl(value);
  if (url === null) return `${option} is not an address: "${value}". It looks like https://readback.contoso.com`;
  if (url.protocol !== 'https:') return `${option} must start with https://, as Outlook loads nothing else: "${value}"`;
  if (url.username !== '' || url.password !== '') return `${option} must not hold a user name or password`;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#]/.test(value))
    return `${option} must be an origin alone, without path, query or fragment: "${value}"`;
  if (url.hostname === 'localhost') return null;
  if (isIpAddress(url.hostname)) return `${option} must be a name, not an IP address: "${value}"`;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname))
    return `${option} must be a full host name with its domain, without wildcard or trailing dot: "${value}"`;
  return null;
}
