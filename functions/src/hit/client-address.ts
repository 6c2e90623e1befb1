import { isIP } from 'node:net';
import { ipv6Groups } from '../network/address-number.ts';

/**
 * Who asked, as an IP address; null where the platform doesn't say. The front end of App Service overwrites `client-ip`
 * (ip:port; Azure/app-service-linux-docs#140), so a client can't set it. Behind Front Door that is Microsoft's own address,
 * and the client's stands in `x-azure-clientip`: believed only when `x-azure-fdid` names the configured Front Door, since
 * anybody can send these headers to the app directly.
 */
export function findClientAddress(headers: Headers, frontDoorId: string | null): string | null {
  const isOurFrontDoor = frontDoorId !== null && headers.get('x-azure-fdid')?.toLowerCase() === frontDoorId;
  return readClientIp(headers.get(isOurFrontDoor ? 'x-azure-clientip' : 'client-ip') ?? '');
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
    const groups = ipv6Groups(address).map((group) => group.toString(16));
    return { client: groups.slice(0, 4).join(':'), neighbourhood: groups.slice(0, 3).join(':') };
  }
  const [first = 0, second = 0, third = 0] = address.split('.').map(Number);
  return { client: address, neighbourhood: [first, second, third & 0xf0].join('.') };
}

/** Reads `1.2.3.4`, `1.2.3.4:567`, `2001:db8::1`, `[2001:db8::1]:567`; an IPv4-mapped IPv6 address becomes the IPv4 one. */
function readClientIp(text: string): string | null {
  const trimmed = text.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  const family = isIP(bare);
  if (family === 0) return null;
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  // A zone (fe80::1%eth0) names the interface of one machine, not the asker.
  return family === 6 ? bare.replace(/%.*$/, '').toLowerCase() : bare;
}
