import { createHmac } from 'node:crypto';
import { signingEpoch, type Masters } from '../masters.ts';
import { groupAddress } from './client-address.ts';

/** What tells requesters of one mailbox's mails apart for one day, without telling who they are. */
export interface VisitorHashes {
  /** Equal for the same requester, on one day (UTC) and for one mailbox. */
  client: string;
  /** The same for its neighbours: /20, IPv6 /48. */
  neighbourhood: string;
}

/** What visitors of mails are hashed with: the newest master. */
export function visitorSecret(masters: Masters): Uint8Array {
  return masters.get(signingEpoch(masters) ?? -1) ?? new Uint8Array(0);
}

/**
 * Hashes an address with a key that changes daily and by mailbox: hits can be grouped, but nobody is followed from day to
 * day or from sender to sender. Without an address all requesters of the day are one.
 */
export function hashVisitor(
  address: string | null,
  scope: { secret: Uint8Array; mailboxId: Uint8Array; at: number },
): VisitorHashes {
  const day = new Date(scope.at).toISOString().slice(0, 10);
  const key = createHmac('sha256', scope.secret)
    .update('readback/visitor')
    .update(day)
    .update(scope.mailboxId)
    .digest();
  const groups = address === null ? { client: '', neighbourhood: '' } : groupAddress(address);
  return {
    client: hash(key, 'client', groups.client),
    neighbourhood: hash(key, 'neighbourhood', groups.neighbourhood),
  };
}

function hash(key: Buffer, label: string, value: string): string {
  return createHmac('sha256', key).update(`${label} ${value}`).digest('base64url').slice(0, 16);
}
