import { isIP } from 'node:net';

/**
 * Who asked, as an IP address; null where the platform doesn't say. The front end of App Service overwrites `client-ip`
 * (ip:port; Azure/app-service-linux-docs#140), so a client can't set it. Behind Front Door that is Microsoft's own address,
 * and the client's stands in `x-azure-clientip`: believed only when `x-azure-fdid` names the configured Front Door, since
 * anybody can send these headers to the app directly.
 */
export function findClientAddress(headers: Headers, frontDoorId: string | null): string | null {
  const isOurFrontDoor = frontDoorId !== null && headers.get('x-azure-fdid')?.toLowerCase() === frontDoorId;
  return parseAddress(headers.get(isOurFrontDoor ? 'x-azure-clientip' : 'client-ip') ?? '');
}

/** Who the address belongs to, and its neighbours: what may be hashed, in a form that is the same for the same asker. */
export interface AddressGroups {
  /** IPv4: the address. IPv6: its /64, since a device changes the rest daily (RFC 8981 §3.4). */
  client: string;
  /** IPv4: the /20. IPv6: the /48. */
  neighbourhood: string;
}

/** The groups of an address as `findClientAddress` gives it. */
export function groupAddress(address: string): AddressGroups {
  if (address.includes(':')) {
    const groups = expandIpv6(address);
    return { client: groups.slice(0, 4).join(':'), neighbourhood: groups.slice(0, 3).join(':') };
  }
  const [first = 0, second = 0, third = 0] = address.split('.').map(Number);
  return { client: address, neighbourhood: [first, second, third & 0xf0].join('.') };
}

/** Reads `1.2.3.4`, `1.2.3.4:567`, `2001:db8::1`, `[2001:db8::1]:567`; an IPv4-mapped IPv6 address becomes the IPv4 one. */
function parseAddress(text: string): string | null {
  const trimmed = text.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  const family = isIP(bare);
  if (family === 0) return null;
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  // A zone (fe80::1%eth0) names the interface of one machine, not the asker.
  return family === 6 ? bare.replace(/%.*$/, '').toLowerCase() : bare;
}

/** The eight groups of an IPv6 address, each as it is shortest. */
function expandIpv6(address: string): string[] {
  const [head = '', tail] = spellDotted(address).split('::');
  const front = splitGroups(head);
  if (tail === undefined) return front;
  const back = splitGroups(tail);
  return [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
}

function splitGroups(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16).toString(16));
}

/** Writes a dotted tail (64:ff9b::192.0.2.1, RFC 6052) as two groups. */
function spellDotted(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}
